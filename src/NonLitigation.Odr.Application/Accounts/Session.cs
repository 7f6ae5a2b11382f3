using System.Security.Claims;

namespace NonLitigation.Odr.Application.Accounts;

/// <summary>A signed-in browser, as its cookie tells.</summary>
/// <param name="Stamp">The account's security stamp when the cookie was made or last checked.</param>
/// <param name="Id">Made at each sign-in; null in cookies that no sign-in made.</param>
public sealed record Session(Guid Person, string? Stamp, Guid? Id)
{
    public const string IdClaim = "sid", StampClaim = "AspNet.Identity.SecurityStamp";

    /// <returns>Null for a visitor.</returns>
    public static Session? Of(ClaimsPrincipal? user) =>
        user?.Identity?.IsAuthenticated == true && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var person)
            ? new(person, user.FindFirstValue(StampClaim), Guid.TryParse(user.FindFirstValue(IdClaim), out var id) ? id : null)
            : null;
}
