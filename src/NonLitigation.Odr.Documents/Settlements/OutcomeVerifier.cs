using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NonLitigation.Odr.Documents.Shared;

namespace NonLitigation.Odr.Documents.Settlements;

/// <summary>Checks a sealed outcome offline: the signature, that it covers every byte, the seal's certificate, and what the attachments say.</summary>
public sealed class OutcomeVerifier(Trust trust, TimeProvider? clock = null)
{
    private const string Kind = "outcome";
    private readonly TimeProvider time = clock ?? TimeProvider.System;

    /// <summary>Larger files are not read.</summary>
    public const int LargestFile = 64 * 1024 * 1024;

    private static readonly byte[][] Marks = [.. new[] { "/OdrManifest [", PdfUpdate.ManifestFormat, "nonlitigation-odr/consents/", "nonlitigation-odr/agreement/1" }
        .Select(Encoding.ASCII.GetBytes)];

    public static bool LooksLikeOne(ReadOnlySpan<byte> file)
    {
        var found = 0;
        foreach (var mark in Marks) found += file.IndexOf(mark) >= 0 ? 1 : 0;
        return found >= 2;
    }

    /// <summary>Never throws for what is in the file.</summary>
    public Verdict Verify(ReadOnlySpan<byte> file)
    {
        if (file.Length > LargestFile || !LooksLikeOne(file)) return Verdict.NotOurs;
        var bytes = file.ToArray();
        if (SealedPdf.Find(bytes) is not { } pdf) return Altered("数字签名未覆盖整个文件（有内容被追加或删改）", "the signature does not cover the whole file");
        if (pdf.Signature() is not { } der) return Altered("数字签名", "the signature");
        try
        {
            return Verify(bytes, pdf, der);
        }
        catch (Exception fault) when (fault is CryptographicException or AsnContentException or FormatException)
        {
            return Altered("数字签名", "the signature");
        }
    }

    private Verdict Verify(byte[] bytes, SealedPdf pdf, byte[] der)
    {
        if (!CadesShape.Holds(der)) return Altered("数字签名", "the signature");
        var cms = new SignedCms(new ContentInfo(pdf.SignedRange()), detached: true);
        cms.Decode(der);
        if (cms.SignerInfos is not [{ Certificate: { } seal } signer]) return Altered("数字签名所附证书", "the signature (certificate)");
        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
        }
        catch (CryptographicException)
        {
            var part = SealedPdf.DamagedPart(bytes);
            return Verdict.Altered(Kind, PartNames.GetValueOrDefault(part) ?? new($"附件 {part}", $"attachment {part}"));
        }
        var reference = signer.SignedAttributes.Cast<CryptographicAttributeObject>().FirstOrDefault(a => a.Oid.Value == CadesSignature.SigningCertificateV2);
        if (reference is not { Values: [var named] } || !named.RawData.AsSpan().SequenceEqual(CadesSignature.CertificateReference(seal)))
            return Altered("数字签名所附证书", "the signature (certificate)");
        if (!CertificateTrust.Holds(seal, trust.SealAuthorities)) return Verdict.SignerNotTrusted(Kind);
        if (cms.Certificates.Any(c => !Same(c, seal) && !trust.SealAuthorities.Any(known => Same(c, known)))) return Altered("数字签名所附证书", "the signature (certificates)");
        return Timestamp(signer, out var stamp, out var stamped) ? Read(bytes, seal, stamp, stamped) : Altered("时间戳", "the timestamp");
    }

    private Verdict Read(byte[] bytes, X509Certificate2 seal, Sentence? stamp, DateTimeOffset? stamped)
    {
        var record = OutcomeRecord.Read(bytes, trust);
        if (record is null) return Verdict.Unknown(new("签名有效，但附件不是协议记录。", "The seal holds, but the attachments are no record of an agreement."), Kind);
        if (record.ProofThatFails() is { } name)
            return Verdict.Unknown(new($"签章有效，但 {name} 的设备或者证书签名不能证明其对本文本作出。", $"The seal holds, but what {name}'s device or certificate signed does not prove a signature under this text."), Kind);
        var details = record.Details().ToList();
        if (stamp is not null) details.Add(stamp);
        if (SealTimes.Of(seal, [.. trust.SealAuthorities], stamped, record.SealedAt, SealedPdf.RevocationLists(bytes), time.GetUtcNow()) is not { } said)
            return Verdict.Unknown(new("签章证书在盖章时无效（未生效、已到期或已被吊销）。", "The seal's certificate was not good when it was affixed: not yet valid, expired or revoked."), Kind);
        details.AddRange(said);
        return new(VerdictKind.Genuine, new("文件真实，自签章后未被改动。", "The document is genuine and unchanged since it was sealed."), null, Kind,
            record.CaseNumber, seal.GetNameInfo(X509NameType.SimpleName, false), record.SealedAt, details);
    }

    /// <summary>False when a timestamp is there and does not hold for this signature.</summary>
    private bool Timestamp(SignerInfo signer, out Sentence? found, out DateTimeOffset? at)
    {
        (found, at) = (null, null);
        foreach (var attribute in signer.UnsignedAttributes)
        {
            if (attribute.Oid.Value != CadesSignature.TimestampToken || attribute.Values is not [var value] || found is not null) return false;
            if (!Rfc3161TimestampToken.TryDecode(value.RawData, out var token, out var read) || read != value.RawData.Length
                || !token.VerifySignatureForSignerInfo(signer, out var authority)) return false;
            var time = token.TokenInfo.Timestamp.ToString("u", CultureInfo.InvariantCulture);
            var name = authority.GetNameInfo(X509NameType.SimpleName, false);
            if (CertificateTrust.Holds(authority, trust.TimestampAuthorities)) at = token.TokenInfo.Timestamp;
            found = at is not null
                ? new($"时间戳：{time}，{name}。", $"Timestamp: {time}, {name}.")
                : new($"附有时间戳 {time}（{name}），但该机构不在受信任名单中。", $"There is a timestamp {time} ({name}), of an authority that is not on the list.");
        }
        return true;
    }

    private static bool Same(X509Certificate2 a, X509Certificate2 b) => a.RawDataMemory.Span.SequenceEqual(b.RawDataMemory.Span);

    private static readonly Dictionary<string, Sentence> PartNames = new()
    {
        ["pages"] = new("页面内容", "the pages"),
        ["manifest"] = new("附件清单", "the list of attachments"),
        ["structure"] = new("数字签名或其周围的文件结构", "the signature or the file's structure around it"),
        [OutcomeRenderer.AgreementFile] = new("附件：协议原文", "the attached agreement"),
        [OutcomeRenderer.ConsentsFile] = new("附件：签名记录", "the attached consents"),
    };

    private static Verdict Altered(string zh, string en) => Verdict.Altered(Kind, new(zh, en));
}
