using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Tests.Shared;

/// <summary>Whose word counts for where a request comes from.</summary>
public sealed class StandingBehindAProxy
{
    [Theory]
    [InlineData("127.0.0.1", "203.0.113.7")] // on this machine: always
    [InlineData("10.89.0.4", "203.0.113.7")] // in a network that is named
    [InlineData("192.0.2.9", "203.0.113.7")] // an address that is named
    [InlineData("192.0.2.10", "192.0.2.10")] // anybody else
    public async Task Believes_only_proxies_that_were_named(string from, string seenAs)
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(from) } };
        context.Request.Headers["X-Forwarded-For"] = "203.0.113.7";
        context.Request.Headers["X-Forwarded-Proto"] = "https";
        var forwarded = Options("10.89.0.0/24", "192.0.2.9");
        await new ForwardedHeadersMiddleware(_ => Task.CompletedTask, NullLoggerFactory.Instance, new OptionsWrapper<ForwardedHeadersOptions>(forwarded)).Invoke(context);
        Assert.Equal(IPAddress.Parse(seenAs), context.Connection.RemoteIpAddress);
        Assert.Equal(from == seenAs ? "" : "https", context.Request.Scheme);
    }

    [Fact]
    public void Says_which_entry_makes_no_sense() =>
        Assert.Contains("nginx", Assert.Throws<InvalidOperationException>(() => Options("nginx")).Message, StringComparison.Ordinal);

    private static ForwardedHeadersOptions Options(params string[] proxies)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(proxies.Select((proxy, i) => KeyValuePair.Create($"Odr:Web:Proxies:{i}", (string?)proxy))).Build();
        var forwarded = new ForwardedHeadersOptions();
        TrustedProxies.Apply(forwarded, settings);
        return forwarded;
    }
}
