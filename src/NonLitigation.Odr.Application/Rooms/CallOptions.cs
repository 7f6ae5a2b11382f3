using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using NonLitigation.Odr.Contracts.Rooms;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>Calls (<c>Odr:Call</c>).</summary>
/// <param name="Most">People in one call: each sends to each other, so that more would be too much for a phone.</param>
/// <param name="StunUrls">Such as <c>stun:turn.example.cn:3478</c>; empty: pages find each other in one network only, or through the relay.</param>
/// <param name="TurnUrls">Such as <c>turns:turn.example.cn:5349?transport=tcp</c>; empty: no relay.</param>
/// <param name="TurnSecret">The relay's <c>static-auth-secret</c>.</param>
/// <param name="TurnLife">How long a name and password for the relay are good.</param>
/// <param name="RelayOnly">Pages connect through the relay alone.</param>
public sealed record CallOptions(
    bool Enabled, int Most, IReadOnlyList<string> StunUrls, IReadOnlyList<string> TurnUrls, string? TurnSecret, TimeSpan TurnLife, bool RelayOnly, TimeProvider Time)
{
    /// <summary>Pages fetch a new name every twenty minutes; one that ended before would leave them without a way to whoever joins later.</summary>
    private static readonly TimeSpan shortestLife = TimeSpan.FromHours(1);

    /// <exception cref="InvalidOperationException">A relay without its secret or with names that end too soon, or nothing but a relay without one.</exception>
    public static CallOptions Read(IConfiguration configuration, TimeProvider time)
    {
        var section = configuration.GetSection("Odr:Call");
        var options = new CallOptions(section.GetValue("Enabled", true), section.GetValue("Most", 6), section.GetSection("StunUrls").Get<string[]>() ?? [], section.GetSection("TurnUrls").Get<string[]>() ?? [],
            section["TurnSecret"], section.GetValue("TurnLife", TimeSpan.FromHours(2)), section.GetValue("RelayOnly", false), time);
        if (options.TurnUrls.Count > 0 && string.IsNullOrEmpty(options.TurnSecret)) throw new InvalidOperationException("Odr:Call:TurnUrls needs Odr:Call:TurnSecret, the relay's static-auth-secret.");
        if (options.RelayOnly && options.TurnUrls.Count == 0) throw new InvalidOperationException("Odr:Call:RelayOnly needs Odr:Call:TurnUrls.");
        if (options.TurnLife < shortestLife) throw new InvalidOperationException("Odr:Call:TurnLife is at least an hour.");
        return options;
    }

    /// <summary>For one person who joins. The relay's password is the HMAC of its name, which says until when it is good (coturn, <c>use-auth-secret</c>).</summary>
    public IReadOnlyList<IceServerView> Servers(Guid person)
    {
        var servers = new List<IceServerView>();
        if (StunUrls.Count > 0) servers.Add(new(StunUrls, null, null));
        if (TurnUrls.Count == 0) return servers;
        // A hash, so that the relay's log does not tell who talked; the same person keeps his share of the relay (user-quota).
        var who = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(TurnSecret!), person.ToByteArray()))[..16];
        var name = string.Create(CultureInfo.InvariantCulture, $"{(Time.GetUtcNow() + TurnLife).ToUnixTimeSeconds()}:{who}");
        servers.Add(new(TurnUrls, name, PasswordOf(name, TurnSecret!)));
        return servers;
    }

    /// <summary>The relay's protocol (draft-uberti-behave-turn-rest-00) says SHA-1.</summary>
    private static string PasswordOf(string name, string secret) =>
        Convert.ToBase64String(CryptographicOperations.HmacData(HashAlgorithmName.SHA1, Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(name)));
}
