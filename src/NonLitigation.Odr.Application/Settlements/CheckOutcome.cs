using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>What a printed verification code stands for, open to anybody who holds the code: who signed (masked) and when, nothing of the content.</summary>
public sealed class CheckOutcome(IDbContextFactory<OdrDb> contexts)
{
    public async Task<OutcomeCheckView> Handle(string typed, CancellationToken cancellation)
    {
        SharedRules.NotFound.When(!VerificationCode.TryParse(typed, out var code));
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var text = code.ToString();
        var outcome = await db.Set<Outcome>().AsNoTracking().FirstOrDefaultAsync(o => o.Code == text, cancellation);
        SharedRules.NotFound.When(outcome is null);
        if (await db.Set<CaseErasureRow>().AsNoTracking().FirstOrDefaultAsync(one => one.CaseId == outcome.CaseId, cancellation) is { ErasedAt: var erasedAt })
            return await ErasedAsync(db, outcome, erasedAt, cancellation);
        var round = await db.Set<SigningRound>().AsNoTracking().Include(r => r.Signatures).SingleAsync(r => r.Id == outcome.RoundId, cancellation);
        var agreement = AgreementTextReader.Read(round.Text) ?? throw new InvalidOperationException($"The frozen bytes of round {round.Id} cannot be read.");
        return new(
            outcome.Code, agreement.CaseNumber, agreement.OrganisationName, outcome.FrozenHash, outcome.EffectiveAt,
            (Contracts.Settlements.OutcomeState)outcome.State, outcome.Sha256, [.. round.Signatures.Select(View)]);
    }

    /// <summary>Whether the platform still has its own copy of a document that somebody has verified: the verdict itself needs no answer from here.</summary>
    public async Task<OwnCopyView> OwnCopyAsync(string sha256, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return new(await (from outcome in db.Set<Outcome>()
                          join erased in db.Set<CaseErasureRow>() on outcome.CaseId equals erased.CaseId
                          where outcome.Sha256 == sha256
                          select (DateTimeOffset?)erased.ErasedAt).FirstOrDefaultAsync(cancellation));
    }

    private static async Task<OutcomeCheckView> ErasedAsync(OdrDb db, Outcome outcome, DateTimeOffset erasedAt, CancellationToken cancellation)
    {
        var file = await db.Set<Case>().Where(one => one.Id == outcome.CaseId)
            .Select(one => new { one.Number, Organisation = db.Set<Organisation>().Where(at => at.Id == one.OrganisationId).Select(at => at.Name).First() }).SingleAsync(cancellation);
        return new(outcome.Code, file.Number, file.Organisation, outcome.FrozenHash, outcome.EffectiveAt, (Contracts.Settlements.OutcomeState)outcome.State, outcome.Sha256, [], erasedAt);
    }

    private static OutcomeSignatureView View(Signature s) => new(
        (Contracts.Settlements.SignerRole)s.Role, s.Role == Domain.Settlements.SignerRole.Party ? MaskedName.Of(s.Name) : s.Name,
        s.For is null ? null : MaskedName.Of(s.For), s.SignedAt!.Value, s.Method!);
}
