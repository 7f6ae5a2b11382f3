using System.Globalization;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Documents.Settlements;

/// <summary>What a sealed outcome's attachments say: the agreement, and who consented to its hash.</summary>
internal sealed class OutcomeRecord
{
    private readonly CanonicalObject _consents;
    private readonly AgreementText _agreement;
    private readonly byte[] _frozen;
    private readonly Trust _trust;

    private OutcomeRecord(AgreementText agreement, byte[] frozen, CanonicalObject consents, DateTimeOffset sealedAt, Trust trust) =>
        (CaseNumber, _agreement, _frozen, _consents, SealedAt, _trust) = (agreement.CaseNumber, agreement, frozen, consents, sealedAt, trust);

    internal string CaseNumber { get; }

    internal DateTimeOffset SealedAt { get; }

    /// <summary>Null unless both are there and every consent names the hash of the attached agreement.</summary>
    internal static OutcomeRecord? Read(byte[] pdf, Trust trust)
    {
        if (SealedPdf.AttachmentOf(pdf, OutcomeRenderer.AgreementFile) is not { } frozen || SealedPdf.AttachmentOf(pdf, OutcomeRenderer.ConsentsFile) is not { } bytes
            || AgreementTextReader.Read(frozen) is not { } agreement || CanonicalJsonReader.Parse(bytes) is not CanonicalObject consents) return null;
        var hash = Digest.Of(frozen).ToString();
        var whole = consents.Text("format") is OutcomeContent.ConsentsFormat or OutcomeContent.FirstConsentsFormat && consents.Text("agreement") == hash
            && consents["signatures"] is CanonicalArray { Count: > 0 } signatures && signatures.All(s => s is CanonicalObject o && o.Text("signed") == hash);
        return whole && Time(consents.Text("sealedAt")) is { } sealedAt ? new(agreement, frozen, consents, sealedAt, trust) : null;
    }

    internal IEnumerable<Sentence> Details()
    {
        foreach (var consent in Consents)
        {
            var (name, of) = (consent.Text("typedName"), consent.Text("for"));
            var (zhRole, enRole) = consent.Text("role") == "Mediator" ? ("调解员", "mediator") : ("当事人", "party");
            var proof = PasskeyEvidence.Read(consent["proof"]);
            var (zhProof, enProof) = proof is null ? ("", "") : ($"其设备密钥对由本文本派生的挑战值的签名已核对（{PasskeySignature.Origin(proof)}）。",
                $" The device key's own signature over a challenge derived from this text was checked ({PasskeySignature.Origin(proof)}).");
            var (zhCertificate, enCertificate) = Certificate(consent);
            yield return new($"{zhRole} {name}{(of is null ? "" : $"（代表 {of}）")}：{Clock(consent.Text("at"))} 以“{consent.Text("method")}”核验身份后签名。{zhProof}{zhCertificate}",
                $"Signed by {enRole} {name}{(of is null ? "" : $" (for {of})")} at {Iso(consent.Text("at"))} after proof by {English(consent.Text("method"))}.{enProof}{enCertificate}");
        }
        var effective = _consents.Text("effectiveAt");
        yield return new($"{_consents.Text("organisation")} 盖章，协议自 {Clock(effective)} 起生效。", $"Sealed by {_consents.Text("organisation")}; effective from {Iso(effective)}.");
        yield return new($"各方签署的文本哈希值：{_consents.Text("agreement")}。", $"Hash of the text that everybody signed: {_consents.Text("agreement")}.");
        yield return new($"核验码：{_consents.Text("verificationCode")}。", $"Verification code: {_consents.Text("verificationCode")}.");
    }

    private PersonSignature? Certified(CanonicalObject consent) =>
        consent.Text("certificate") is { } cms ? PersonSignature.Read(Convert.FromBase64String(cms), _frozen, _trust.SigningAuthorities) : null;

    private (string Zh, string En) Certificate(CanonicalObject consent) => Certified(consent) switch
    {
        null => ("", ""),
        { Trusted: true } known => ($"另有 {known.Issuer} 为“{known.Name}”签发的数字证书对本文本的签名。", $" Also signed with a certificate that {known.Issuer} issued to {known.Name}."),
        { } other => ($"另有 {other.Issuer} 为“{other.Name}”签发的数字证书对本文本的签名，但该机构不在受信任名单中。",
            $" Also signed with a certificate that {other.Issuer} issued to {other.Name}; that authority is not on the list."),
    };

    /// <summary>The first signer whose passkey's or certificate's signature is there and is not over this text; null when all that are there hold.</summary>
    /// <exception cref="FormatException">When a proof is malformed.</exception>
    internal string? ProofThatFails() => Consents.FirstOrDefault(consent => (consent.Text("certificate") is not null && Certified(consent) is null) ||
        consent["proof"] is CanonicalObject proof && !(PasskeyEvidence.Read(proof) is { } evidence
            && evidence.Purpose == SigningPurpose.Of(_agreement.AgreementId, consent.Text("signed")!) && PasskeySignature.Holds(evidence)))?.Text("typedName");

    private IEnumerable<CanonicalObject> Consents => ((CanonicalArray)_consents["signatures"]!).Cast<CanonicalObject>();

    /// <summary>The record keeps the method in Chinese, as it is printed.</summary>
    private static string? English(string? method) => method switch { "通行密钥" => "passkey", "一次性验证码" or "手机验证码" => "one-time code", _ => method };

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParseExact(text, OutcomeContent.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static string Iso(string? text) => Time(text)?.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "?";

    private static string Clock(string? text) => Time(text) is { } time ? OutcomePage.Clock(time) : "?";
}
