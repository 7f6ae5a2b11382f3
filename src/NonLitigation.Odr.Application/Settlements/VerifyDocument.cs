using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Documents.Settlements;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>Says of an outcome's PDF or an exported transcript whether it is genuine, altered or unknown: from the bytes and the trust list alone, never from the database.
/// The database adds one word to a genuine outcome: that the platform's own copy was erased at the end of its term.</summary>
public sealed class VerifyDocument(Lazy<KeyStore> keys, IDbContextFactory<OdrDb> contexts)
{
    public const int LargestFile = 25 * 1024 * 1024;

    public async Task<VerificationView> Handle(Stream file, long length, CancellationToken cancellation)
    {
        SettlementsRules.FileMissing.When(length == 0);
        SettlementsRules.FileTooLarge.When(length > LargestFile);
        var bytes = new byte[length];
        await file.ReadExactlyAsync(bytes, cancellation);
        var verdict = new DocumentVerifier(keys.Value.Trust).Verify(bytes);
        return View(verdict) with { OurCopyErasedAt = verdict is { Kind: VerdictKind.Genuine, DocumentKind: "outcome" } ? await ErasedAsync(Digest.Of(bytes).ToString(), cancellation) : null };
    }

    private async Task<DateTimeOffset?> ErasedAsync(string sha256, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await (from outcome in db.Set<Outcome>()
                      join erased in db.Set<CaseErasureRow>() on outcome.CaseId equals erased.CaseId
                      where outcome.Sha256 == sha256
                      select (DateTimeOffset?)erased.ErasedAt).FirstOrDefaultAsync(cancellation);
    }

    private static VerificationView View(Documents.Shared.Verdict verdict) => new(
        (Contracts.Settlements.Verdict)verdict.Kind, verdict.Why.Zh, verdict.Why.En, verdict.Where?.Zh, verdict.DocumentKind, verdict.CaseNumber, verdict.SignedBy,
        verdict.SealedAt, [.. verdict.Details.Select(d => d.Zh)], verdict.Where?.En, [.. verdict.Details.Select(d => d.En)]);
}
