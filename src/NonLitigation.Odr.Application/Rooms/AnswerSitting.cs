using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Rooms;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>A party says which of the proposed times suit him; the mediator alone sees it.</summary>
public sealed class AnswerSitting(CaseChange change, SittingViews views, SittingFile sittings)
{
    public async Task<CaseSittingsView> Handle(Caller caller, Guid caseId, Guid sittingId, AnswerSittingRequest request, CancellationToken cancellation)
    {
        await change.RunAsync(caller, caseId, [SecuredObject.CaseFile], async (facts, now) =>
        {
            if (facts.Party is not { TakesPart: true } party) throw SittingsRules.PartiesAnswer.Refused();
            SittingFile.RefuseUnlessMediated(facts.Case);
            var sitting = await SittingFile.FindAsync(change.Db, caseId, sittingId, cancellation);
            sitting.Answer(party.Id, [.. (request.Words ?? []).Select(word => (Domain.Rooms.SittingWord)word)], now);
            await sittings.RecordAsync(change.Db, caseId, facts.PersonId, SittingEntries.Answered(sitting), cancellation);
        }, cancellation);
        return await views.ReadAsync(change.Db, caller, caseId, cancellation);
    }
}
