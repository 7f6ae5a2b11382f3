using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Documents.Settlements;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>Says of an outcome's PDF or an exported transcript whether it is genuine, altered or unknown: from the bytes and the trust list alone, never from the database.</summary>
public sealed class VerifyDocument(Lazy<KeyStore> keys)
{
    public const int LargestFile = 25 * 1024 * 1024;

    public async Task<VerificationView> Handle(Stream file, long length, CancellationToken cancellation)
    {
        SettlementsRules.FileMissing.When(length == 0);
        SettlementsRules.FileTooLarge.When(length > LargestFile);
        var bytes = new byte[length];
        await file.ReadExactlyAsync(bytes, cancellation);
        return View(new DocumentVerifier(keys.Value.Trust).Verify(bytes), Digest.Of(bytes));
    }

    private static VerificationView View(Documents.Shared.Verdict verdict, Digest sha256) => new(
        (Contracts.Settlements.Verdict)verdict.Kind, verdict.Why.Zh, verdict.Why.En, verdict.Where?.Zh, verdict.DocumentKind, verdict.CaseNumber, verdict.SignedBy,
        verdict.SealedAt, [.. verdict.Details.Select(d => d.Zh)], verdict.Where?.En, [.. verdict.Details.Select(d => d.En)], sha256.ToString());
}
