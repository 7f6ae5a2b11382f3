using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>
/// Who may say for whom he asks. A proxy on this machine always may; those of <c>Odr:Web:Proxies</c> (addresses, or networks such as
/// <c>10.0.0.0/8</c>) too. From anybody else the headers are not believed: whoever could set his own address would have no budget of codes.
/// </summary>
public static class TrustedProxies
{
    /// <exception cref="InvalidOperationException">When an entry is neither an address nor a network.</exception>
    public static void Apply(ForwardedHeadersOptions forwarded, IConfiguration settings)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        foreach (var text in settings.GetSection("Odr:Web:Proxies").Get<string[]>() ?? [])
        {
            if (IPAddress.TryParse(text, out var address)) forwarded.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(text, out var network)) forwarded.KnownIPNetworks.Add(network);
            else throw new InvalidOperationException($"Odr:Web:Proxies: {text} is neither an address nor a network such as 10.0.0.0/8.");
        }
    }
}
