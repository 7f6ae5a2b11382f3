using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Archive;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Archive;

/// <summary>One act on the keeping of a case's file: the case locked, the right asked, the act, all in one transaction; nudges after the commit.</summary>
public sealed class RecordsChange(OdrDb db, CaseAccess access, INudges nudges, TimeProvider time)
{
    internal OdrDb Db => db;

    internal async Task<CaseRecordsView> RunAsync(Caller caller, Guid caseId, SecuredObject what, Func<RecordsFile, DateTimeOffset, Task> act, CancellationToken cancellation)
    {
        var person = caller.Person;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await CaseRows.LockAsync(db, caseId, cancellation);
        var now = time.GetUtcNow();
        var file = await RecordsFile.ReadAsync(db, access, caller, caseId, what, now, cancellation);
        await act(file, now);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        var people = file.Facts.Case.Parties.Select(party => party.PersonId).Append(file.Facts.Case.MediatorPersonId).Append(person).OfType<Guid>().Distinct();
        await nudges.ChangedAsync([.. people], ChangeTopic.Case, caseId);
        return await ReadAsync(caller, caseId, cancellation);
    }

    internal async Task<CaseRecordsView> ReadAsync(Caller caller, Guid caseId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return (await RecordsFile.ReadAsync(db, access, caller, caseId, SecuredObject.CaseRecords, now, cancellation)).View(caller.DisplayName, now);
    }
}

/// <summary>What is kept of a case, until when, on what basis; also of a sealed one.</summary>
public sealed class ReadRecords(RecordsChange change)
{
    public Task<CaseRecordsView> Handle(Caller caller, Guid caseId, CancellationToken cancellation) => change.ReadAsync(caller, caseId, cancellation);
}
