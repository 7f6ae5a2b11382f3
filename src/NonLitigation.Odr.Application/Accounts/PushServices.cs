using Microsoft.Extensions.Configuration;

namespace NonLitigation.Odr.Application.Accounts;

/// <summary>
/// The push services that this one speaks to, <c>Odr:Push:Hosts</c>: a browser names an address, and the service calls it; so it must be https, on the usual port,
/// at one of these hosts (<c>*.</c>: any below it), or anybody could have it call whatever it can reach.
/// </summary>
public sealed class PushServices(IConfiguration configuration)
{
    private static readonly string[] WellKnown = ["fcm.googleapis.com", "*.push.services.mozilla.com", "*.push.apple.com", "*.notify.windows.com"];

    private readonly string[] _hosts = configuration.GetSection("Odr:Push:Hosts").Get<string[]>() is { Length: > 0 } set ? set : WellKnown;

    /// <returns>Null for an address that is never called.</returns>
    public Uri? Accept(string? endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.UserInfo.Length == 0 && address.Fragment.Length == 0
            && address.HostNameType == UriHostNameType.Dns && Array.Exists(_hosts, host => Is(address.IdnHost, host)) ? address : null;

    private static bool Is(string host, string listed) => listed.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(listed[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(listed, StringComparison.OrdinalIgnoreCase);
}
