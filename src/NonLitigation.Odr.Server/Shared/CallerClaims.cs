using System.Security.Claims;
using Microsoft.AspNetCore.SignalR;
using NonLitigation.Odr.Application.Shared;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>The signed-in person as use cases know him.</summary>
public static class CallerClaims
{
    public static Caller ToCaller(this HttpContext context) => context.User.ToCaller();

    /// <summary>Who a line belongs to does not change while it is open.</summary>
    public static Caller ToCaller(this HubCallerContext line)
    {
        if (line.Features.Get<Caller>() is { } known) return known;
        var caller = line.User.ToCaller();
        line.Features.Set(caller);
        return caller;
    }

    public static Caller ToCaller(this ClaimsPrincipal? user) =>
        user?.Identity?.IsAuthenticated == true && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var person)
            ? new(person, user.Identity.Name ?? "", user.FindAll(ClaimTypes.Role).Select(c => c.Value).ToHashSet(StringComparer.Ordinal))
            : Caller.Nobody;
}
