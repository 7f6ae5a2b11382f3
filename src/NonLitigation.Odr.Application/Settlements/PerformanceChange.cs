using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>One act on a performance: row locked, right asked, act, all in one transaction; nudges after the commit.</summary>
public sealed class PerformanceChange(OdrDb db, CaseAccess access, INudges nudges, TimeProvider time)
{
    /// <summary>An act of a party on one obligation; it does not exist for anybody else.</summary>
    internal Task<PerformanceView> PartyAsync(
        Caller caller, Guid caseId, int number, Guid requestId, Action<FollowedObligation, PerformanceActor> act, CancellationToken cancellation) =>
        WithinAsync(caller, caseId, SecuredObject.PerformanceActs, requestId, (performance, by) => performance.Act(number, by, one => act(one, by)), cancellation);

    /// <inheritdoc cref="PartyAsync"/>
    internal Task<PerformanceView> SuperviseAsync(
        Caller caller, Guid caseId, int number, Guid requestId, Action<FollowedObligation, PerformanceActor> act, CancellationToken cancellation) =>
        WithinAsync(caller, caseId, SecuredObject.PerformanceSupervision, requestId, (performance, by) => performance.Act(number, by, one => act(one, by)), cancellation);

    internal async Task<PerformanceView> WithinAsync(
        Caller caller, Guid caseId, SecuredObject what, Guid requestId, Action<Performance, PerformanceActor> act, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await PerformanceFile.LockAsync(db, caseId, cancellation);
        var file = await PerformanceFile.ReadAsync(db, access, caller, caseId, what, cancellation);
        act(file.Performance, new(file.Facts.PersonId, file.PartyId, requestId, TranscriptEntry.ToMicroseconds(time.GetUtcNow())));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await nudges.ChangedAsync(file.People, ChangeTopic.Performance, caseId);
        return file.View(time.GetUtcNow());
    }

    internal async Task<PerformanceView> ReadAsync(Caller caller, Guid caseId, CancellationToken cancellation) =>
        (await PerformanceFile.ReadAsync(db, access, caller, caseId, SecuredObject.Performance, cancellation)).View(time.GetUtcNow());
}

/// <summary>How the agreement of a case is performed, as its reader may see it.</summary>
public sealed class ReadPerformance(PerformanceChange change)
{
    public Task<PerformanceView> Handle(Caller caller, Guid caseId, CancellationToken cancellation) => change.ReadAsync(caller, caseId, cancellation);
}
