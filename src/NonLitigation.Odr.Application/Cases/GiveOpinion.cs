using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Network;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>A party's satisfaction after the case has ended: his own page alone shows it.</summary>
public sealed class GiveOpinion(OdrDb db, CaseAccess access, TimeProvider time)
{
    public async Task<OpinionView> Handle(Caller caller, Guid caseId, CancellationToken cancellation)
    {
        var facts = await access.GetAsync(db, caller, caseId, cancellation, SecuredObject.PartyVoice);
        return View(facts, await FindAsync(facts, cancellation));
    }

    public async Task<OpinionView> Handle(Caller caller, Guid caseId, GiveOpinionRequest request, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await CaseRows.LockAsync(db, caseId, cancellation);
        var facts = await access.GetAsync(db, caller, caseId, cancellation, SecuredObject.PartyVoice);
        var scores = new OpinionScores(request.Heard, request.Neutral, request.Understood, request.Overall);
        if (await FindAsync(facts, cancellation) is { } earlier)
        {
            VoiceRules.AlreadyGiven.When(earlier.ClientId != request.ClientId || earlier.Scores != scores);
            return View(facts, earlier);
        }
        var given = new PartyOpinion(facts.Case, facts.Party!, facts.PersonId, request.ClientId, scores, time.GetUtcNow());
        db.Add(given);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return View(facts, given);
    }

    private Task<PartyOpinion?> FindAsync(CaseFacts facts, CancellationToken cancellation) =>
        db.Set<PartyOpinion>().AsNoTracking().FirstOrDefaultAsync(one => one.PartyId == facts.Party!.Id, cancellation);

    private static OpinionView View(CaseFacts facts, PartyOpinion? given) => new(
        given is null && facts.Party!.TakesPart && PartyOpinion.MayBeGiven(facts.Case), given?.GivenAt, given?.Heard, given?.Neutral, given?.Understood, given?.Overall, OpinionFigures.Group);
}

/// <summary>What an operator's organisation learns of it: means of each side apart, and none of fewer than five.</summary>
public sealed class ReadSatisfaction(OdrDb db)
{
    /// <exception cref="RefusalException">Not found for whoever works at no organisation.</exception>
    public async Task<SatisfactionView> Handle(Caller caller, CancellationToken cancellation)
    {
        var me = caller.PersonId ?? throw SharedRules.NotFound.Refused();
        var organisation = await db.Set<Organisation>().AsNoTracking().FirstOrDefaultAsync(one => db.Set<OperatorSeat>().Any(seat => seat.PersonId == me && seat.OrganisationId == one.Id), cancellation)
            ?? throw SharedRules.NotFound.Refused();
        var given = await db.Set<PartyOpinion>().AsNoTracking().Where(one => one.OrganisationId == organisation.Id).OrderBy(one => one.GivenAt).ThenBy(one => one.PartyId).ToListAsync(cancellation);
        SideSatisfactionView? Side(bool applicants) => OpinionFigures.Of([.. given.Where(one => one.IsApplicant == applicants).Select(one => one.Scores)]) is { } means
            ? new(means.Count, means.Heard, means.Neutral, means.Understood, means.Overall) : null;
        return new(organisation.Name, Side(applicants: true), Side(applicants: false), OpinionFigures.Group);
    }
}
