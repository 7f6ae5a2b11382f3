using Microsoft.AspNetCore.Http.HttpResults;
using NonLitigation.Odr.Application.Law;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Law;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Law;

/// <summary>Statutes are public.</summary>
public static class LawEndpoints
{
    public static void MapLaw(this IEndpointRouteBuilder routes) => routes.MapGet("/api/articles", async Task<Ok<ArticlesFoundView>> (string? q, SearchArticles search, CancellationToken cancellation) =>
        TypedResults.Ok(await search.Handle(q, cancellation))).AllowAnonymous().WithMetadata(new ShowsAttribute(SecuredObject.Public)).WithTags("Law").WithName(nameof(SearchArticles));
}
