using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Accounts;

/// <summary>A browser that may be alerted while its pages are closed (RFC 8030). Whoever last turned alerts on there is alerted, nobody else.</summary>
public sealed class PushDevice
{
    /// <summary>An uncompressed point of P-256 (RFC 8291, 2.1), and the secret (2.2), in bytes.</summary>
    public const int KeyLength = 65, SecretLength = 16;

    private PushDevice() { }

    /// <param name="sessionId">The sign-in under which it was turned on: with it alerts end.</param>
    public PushDevice(Guid personId, Guid? sessionId, string endpoint, byte[] key, byte[] secret, string language, int quietFrom, int quietUntil, DateTimeOffset now)
    {
        PushRules.EndpointRefused.When(endpoint.Length > PushRules.LongestEndpoint);
        PushRules.KeysInvalid.When(key.Length != KeyLength || key[0] != 4 || secret.Length != SecretLength);
        PushRules.HoursInvalid.When(quietFrom is < 0 or > 23 || quietUntil is < 0 or > 23);
        (PersonId, SessionId, Endpoint, Key, Secret, Language) = (personId, sessionId, endpoint, key, secret, language == "en" ? "en" : "zh");
        (QuietFrom, QuietUntil, CreatedAt, NextAttemptAt) = (quietFrom, quietUntil, now, now);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid PersonId { get; private set; }
    public Guid? SessionId { get; private set; }
    public string Endpoint { get; private set; } = "";
    public byte[] Key { get; private set; } = [];
    public byte[] Secret { get; private set; } = [];
    /// <summary><c>zh</c> or <c>en</c>: all that a push says.</summary>
    public string Language { get; private set; } = "zh";
    /// <summary>Hours of the person's own clock between which nothing rings; the same twice: it always may.</summary>
    public int QuietFrom { get; private set; }
    public int QuietUntil { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public int Failures { get; private set; }
    public DateTimeOffset NextAttemptAt { get; private set; }

    /// <param name="zone">IANA name of the zone the person lives by; without one it is China's.</param>
    public bool IsQuietAt(DateTimeOffset now, string? zone) =>
        TimeZones.HourOf(now, zone) is var hour && (QuietFrom <= QuietUntil ? hour >= QuietFrom && hour < QuietUntil : hour >= QuietFrom || hour < QuietUntil);

    public void Rang() => Failures = 0;

    /// <summary>The push service could not be asked, or has too much to do: later and later, at most an hour apart.</summary>
    public void Failed(DateTimeOffset now) => NextAttemptAt = now + Backoff.After(++Failures, TimeSpan.FromSeconds(20), TimeSpan.FromHours(1));
}
