using System.Globalization;
using System.Text;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Documents.Settlements;

/// <summary>One act of signing, as it is printed and attached.</summary>
/// <param name="Role">"Party" or "Mediator".</param>
/// <param name="For">The organisation the person signs for; null when for himself.</param>
/// <param name="TypedName">What the person typed as the signature.</param>
/// <param name="Method">How the person was proved again just before, in Chinese, e.g. 通行密钥.</param>
/// <param name="SignedHash">SHA-256 of the bytes that the person was shown.</param>
/// <param name="Evidence">What anybody can check of the proof (<see cref="Domain.Accounts.PasskeyEvidence"/>), canonical JSON; null of a code.</param>
/// <param name="Certified">What a certification authority signed for the person over the frozen bytes: detached CMS, DER.</param>
public sealed record Consent(string Role, string Name, string? For, string TypedName, string Method, DateTimeOffset At, Digest SignedHash, string? Evidence = null, byte[]? Certified = null);

/// <summary>Everything an outcome document says.</summary>
/// <param name="FrozenBytes">The exact bytes that everybody signed (<see cref="AgreementText.CanonicalBytes"/>).</param>
/// <param name="SealedAt">When the organisation's seal was affixed.</param>
/// <param name="EffectiveAt">The last of all signatures and the seal (人民调解法 29).</param>
/// <param name="VerificationUrl">Printed as text, e.g. <c>https://odr.example.cn/verify</c>.</param>
public sealed record OutcomeContent(
    ReadOnlyMemory<byte> FrozenBytes, IReadOnlyList<Consent> Consents, DateTimeOffset SealedAt, DateTimeOffset EffectiveAt, string VerificationCode, string VerificationUrl)
{
    public const string ConsentsFormat = "nonlitigation-odr/consents/2";

    /// <summary>Of outcomes from before proofs were kept with consents.</summary>
    internal const string FirstConsentsFormat = "nonlitigation-odr/consents/1";

    internal const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public Digest FrozenHash => Digest.Of(FrozenBytes.Span);

    /// <exception cref="ArgumentException">When the bytes are no frozen agreement.</exception>
    public AgreementText Agreement => AgreementTextReader.Read(FrozenBytes.Span) ?? throw new ArgumentException("These bytes are no frozen agreement.");

    /// <summary>The attached record of who consented to what, canonical JSON.</summary>
    internal byte[] ConsentBytes() => CanonicalJson.Serialize(new CanonicalObject
    {
        ["format"] = ConsentsFormat,
        ["caseNumber"] = Agreement.CaseNumber,
        ["organisation"] = Agreement.OrganisationName,
        ["agreement"] = FrozenHash.ToString(),
        ["sealedAt"] = Time(SealedAt),
        ["effectiveAt"] = Time(EffectiveAt),
        ["verificationCode"] = VerificationCode,
        ["signatures"] = new CanonicalArray(Consents.Select(consent => new CanonicalObject
        {
            ["role"] = consent.Role,
            ["name"] = consent.Name,
            ["for"] = consent.For,
            ["typedName"] = consent.TypedName,
            ["method"] = consent.Method,
            ["at"] = Time(consent.At),
            ["signed"] = consent.SignedHash.ToString(),
            ["certificate"] = consent.Certified is { } cms ? Convert.ToBase64String(cms) : null,
            ["proof"] = consent.Evidence is { } evidence ? CanonicalJsonReader.Parse(Encoding.UTF8.GetBytes(evidence)) : CanonicalValue.Null,
        })),
    });

    /// <exception cref="ArgumentException">When the record contradicts itself: such a paper must not be sealed.</exception>
    internal void EnsureWhole()
    {
        if (Consents.Any(consent => consent.SignedHash != FrozenHash)) throw new ArgumentException("A consent is for other bytes.");
        if (!Consents.Any(consent => consent.Role == "Mediator") || Consents.Count(consent => consent.Role == "Party") < Agreement.Parties.Count)
            throw new ArgumentException("A signature is missing.");
        if (EffectiveAt != Consents.Select(consent => consent.At).Append(SealedAt).Max()) throw new ArgumentException("The effective time is not the last of all acts.");
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
}
