using NonLitigation.Odr.Application.Network;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>One act on a case: the row locked, the right asked, the act, what follows from it, all in one transaction; nudges after the commit.</summary>
public sealed class CaseChange(
    OdrDb db, CaseAccess access, MediatorSeating seating, IMediatorCapacity capacity, IEnumerable<ICaseReaction> reactions, INudges nudges, TimeProvider time)
{
    public OdrDb Db { get; } = db;

    /// <param name="what">What the caller must see one of, by the visibility policy.</param>
    public async Task<CaseFacts> RunAsync(Caller caller, Guid caseId, SecuredObject[] what, Func<CaseFacts, DateTimeOffset, Task> act, CancellationToken cancellation)
    {
        await using var transaction = await Db.Database.BeginTransactionAsync(cancellation);
        await CaseRows.LockAsync(Db, caseId, cancellation);
        var facts = await access.GetAsync(Db, caller, caseId, cancellation, what);
        var former = facts.Case.MediatorPersonId;
        await RunAsync(facts.Case, now => act(facts, now), cancellation);
        await transaction.CommitAsync(cancellation);
        await TellAsync(facts.Case);
        if (former is { } gone && gone != facts.Case.MediatorPersonId) await nudges.ChangedAsync([gone], ChangeTopic.Queue, caseId);
        return facts;
    }

    /// <summary>The same inside a transaction that somebody else commits; the case's row is locked already.</summary>
    public async Task RunAsync(Case file, Func<DateTimeOffset, Task> act, CancellationToken cancellation)
    {
        var before = new Before(file.Stage, file.MediatorPersonId, [.. file.TakingPart]);
        var mediator = file.MediatorId;
        var now = time.GetUtcNow();
        await act(now);
        await seating.ConcludeAsync(Db, file, now, cancellation);
        if (mediator is { } left && file.MediatorId != left) await capacity.ReleaseAsync(Db, left, cancellation);
        await Db.SaveChangesAsync(cancellation);
        foreach (var reaction in reactions) await ReactAsync(reaction, file, before, cancellation);
        await Db.SaveChangesAsync(cancellation);
    }

    public async Task TellAsync(Case file)
    {
        await nudges.ChangedAsync([.. file.Parties.Where(party => party.PersonId is not null).Select(party => party.PersonId!.Value)], ChangeTopic.Case, file.Id);
        if (file.MediatorPersonId is not { } mediator) return;
        await nudges.ChangedAsync([mediator], ChangeTopic.Case, file.Id);
        await nudges.ChangedAsync([mediator], ChangeTopic.Queue, file.Id);
    }

    private sealed record Before(CaseStage Stage, Guid? Mediator, IReadOnlyList<Party> Taking);

    private async Task ReactAsync(ICaseReaction reaction, Case file, Before before, CancellationToken cancellation)
    {
        if (before is { Stage: CaseStage.InMediation or CaseStage.Signing, Mediator: { } former } && !file.HasEnded && file.MediatorPersonId != former)
            await reaction.MediatorChangedAsync(Db, new MediatorChanged(file.Id, former, file.MediatorPersonId!.Value, file.MediatorName!), cancellation);
        if (before.Stage == CaseStage.AwaitingAcceptance && file.Stage == CaseStage.InMediation)
        {
            await reaction.MediationStartedAsync(Db, new MediationStarted(
                file.Id, file.Number, file.Title, file.MediatorPersonId!.Value, file.MediatorName!, [.. file.TakingPart.Select(Known)]), cancellation);
        }
        else if (before.Stage == CaseStage.InMediation && !file.HasEnded)
        {
            foreach (var joined in file.TakingPart.Except(before.Taking)) await reaction.PartyJoinedAsync(Db, file.Id, Known(joined), cancellation);
            foreach (var left in before.Taking.Except(file.TakingPart)) await reaction.PartyLeftAsync(Db, file.Id, Known(left), cancellation);
        }
        else if (file.Stage == CaseStage.Closed && before.Stage != CaseStage.Closed)
        {
            await reaction.CaseClosedAsync(Db, file.Id, file.ClosingReason!.Value.ToString(), cancellation);
        }
    }

    private static MediationParty Known(Party party) => new(party.Id, party.PersonId!.Value, party.Name, party.IsApplicant);
}
