using NonLitigation.Odr.Application.Network;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Network;

namespace NonLitigation.Odr.Server.Network;

public static class NetworkEndpoints
{
    public static void MapNetwork(this WebApplication app)
    {
        var open = app.MapGroup("/api").WithTags("Network").WithMetadata(new ShowsAttribute(SecuredObject.Public));
        open.MapGet("organisations", (Guid? parentId, OrganisationKind? kind, string? search, int? skip, int? take, FindOrganisations find, CancellationToken cancellation) =>
            find.Handle(parentId, kind, search, skip, take, cancellation)).WithName("FindOrganisations");
        open.MapGet("organisations/{id:guid}", (Guid id, FindOrganisations find, CancellationToken cancellation) => find.One(id, cancellation)).WithName("ReadOrganisation");
        open.MapGet("mediators", (Guid? organisationId, DisputeKind? disputeKind, string? search, int? skip, int? take, FindMediators find, CancellationToken cancellation) =>
            find.Handle(organisationId, disputeKind, search, skip, take, cancellation)).WithName("FindMediators");
    }
}
