using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>
/// A debtor accepts enforcement by his own act (公证法 37): bound to the hash of the frozen text and to the words that he was shown, proved again just before.
/// From the freezing of the text on; when the text is opened again, what was accepted falls with it.
/// </summary>
public sealed class AcceptEnforcement(OdrDb db, CaseAccess access, IReauthentications reauthentications, INudges nudges, TimeProvider time)
{
    public async Task<AcceptanceView> Handle(Caller caller, Guid caseId, CancellationToken cancellation)
    {
        var (facts, round) = await LoadAsync(caller, caseId, SecuredObject.Agreement, cancellation);
        return await ViewAsync(facts, round, cancellation);
    }

    public async Task<AcceptanceView> Handle(Caller caller, Guid caseId, AcceptEnforcementRequest request, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await AgreementFile.LockAsync(db, caseId, cancellation);
        var (facts, round) = await LoadAsync(caller, caseId, SecuredObject.ConfirmationActs, cancellation);
        var party = facts.Party!;
        if (await db.Set<EnforcementAcceptance>().AsNoTracking().FirstOrDefaultAsync(one => one.PartyId == party.Id && one.FrozenHash == round.Hash, cancellation) is { } earlier)
        {
            RouteRules.AlreadyAccepted.When(earlier.ClientId != request.ClientId);
            return await ViewAsync(facts, round, cancellation);
        }
        // Whatever refuses the act refuses it before the proof is used up: a refusal rolls the transaction back.
        var proof = await reauthentications.UseAsync(db, request.ProofId, facts.PersonId, $"accept:{round.AgreementId}:{request.FrozenHash}", cancellation);
        db.Add(new EnforcementAcceptance(round, caseId, party.Id, request.ClientId, request.FrozenHash, request.Words, new(facts.PersonId, proof.Method, proof.Evidence), TranscriptEntry.ToMicroseconds(time.GetUtcNow())));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await nudges.ChangedAsync([.. facts.Case.TakingPart.Select(one => one.PersonId).Append(facts.Case.MediatorPersonId).OfType<Guid>()], ChangeTopic.Agreement, caseId);
        return await ViewAsync(facts, round, cancellation);
    }

    private async Task<(CaseFacts Facts, SigningRound Round)> LoadAsync(Caller caller, Guid caseId, SecuredObject what, CancellationToken cancellation)
    {
        var facts = await access.GetAsync(db, caller, caseId, cancellation, what);
        SharedRules.NotFound.When(facts.Case.AcceptedAt is null || facts.Party is { TakesPart: false });
        var round = await db.Set<SigningRound>().AsNoTracking().Where(one => one.VoidedAt == null && db.Set<Agreement>().Any(agreement => agreement.Id == one.AgreementId && agreement.CaseId == caseId))
            .OrderByDescending(one => one.FrozenAt).FirstOrDefaultAsync(cancellation);
        SettlementsRules.NotFrozen.When(round is null);
        return (facts, round);
    }

    private async Task<AcceptanceView> ViewAsync(CaseFacts facts, SigningRound round, CancellationToken cancellation)
    {
        var given = await db.Set<EnforcementAcceptance>().AsNoTracking().Where(one => one.CaseId == facts.Case.Id && one.FrozenHash == round.Hash).ToListAsync(cancellation);
        var (words, mine) = (facts.Party is { } me ? AcceptanceWording.For(round, me.Id) : null, given.Find(one => one.PartyId == facts.Party?.Id));
        var text = AgreementTextReader.Read(round.Text) ?? throw new InvalidOperationException($"The frozen bytes of round {round.Id} cannot be read.");
        var debtors = text.Obligations.Where(one => (facts.Party is null || one.ObligeePartyId == facts.Party.Id) && EnforcementWords.IsToRender(one.Amount?.Fen, one.What))
            .SelectMany(one => one.JointObligorPartyIds.Prepend(one.ObligorPartyId)).Distinct();
        var today = Deadline.DayOf(time.GetUtcNow());
        return new(
            facts.Case.Id, round.AgreementId, round.Hash, words?.Zh, words?.En, words is not null && mine is null, mine?.AcceptedAt, mine?.Words,
            [.. debtors.Select(one => new DebtorView(text.NameOf(one), given.Find(other => other.PartyId == one)?.AcceptedAt))], Article(LawRules.On(today, LawRules.NotarialEnforcement)), Article(LawRules.On(today, LawRules.HandOverConsent)));
    }

    private static RouteArticleView Article(LawRule rule) => new(rule.Citation, rule.Verified);
}
