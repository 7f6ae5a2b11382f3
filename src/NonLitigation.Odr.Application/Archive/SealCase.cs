using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Archive;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Application.Archive;

/// <summary>From now on the file is stored and protected, and nothing else (个人信息保护法 47). Refused, with each reason, while it is still needed.</summary>
public sealed class SealCase(RecordsChange change)
{
    public Task<CaseRecordsView> Handle(Caller caller, Guid caseId, SealCaseRequest request, CancellationToken cancellation) =>
        change.RunAsync(caller, caseId, SecuredObject.CaseRecordsKeeping, (file, now) => SealAsync(file, request.Reason, now, cancellation), cancellation);

    internal async Task SealAsync(RecordsFile file, string reason, DateTimeOffset now, CancellationToken cancellation)
    {
        if (file.Retention is not { } kept) throw RetentionRules.StillNeeded(file.Obstacles.Count > 0 ? file.Obstacles : [SealObstacle.NotEnded]).Refused();
        kept.Seal(file.Obstacles, reason, now);
        // An invitation's link shows what the dispute is about.
        var parties = file.Facts.Case.Parties.Select(party => party.Id).ToList();
        await change.Db.Set<OneUseLink>().Where(link => parties.Contains(link.SubjectId)).ExecuteDeleteAsync(cancellation);
    }
}

/// <summary>Opens a sealed case for one named person for some days, on a recorded reason; he sees what he saw before.</summary>
public sealed class OpenSealedCase(RecordsChange change)
{
    public Task<CaseRecordsView> Handle(Caller caller, Guid caseId, OpenSealedCaseRequest request, CancellationToken cancellation) =>
        change.RunAsync(caller, caseId, SecuredObject.CaseRecordsKeeping, (file, now) =>
        {
            RetentionRules.NotSealed.When(file.Retention?.SealedAt is null);
            RetentionRules.Erased.When(file.Retention.ErasedAt is not null);
            var reader = file.Readers(caller.DisplayName).FirstOrDefault(one => one.PersonId == request.ReaderId);
            RetentionRules.NoSuchReader.When(reader.PersonId == Guid.Empty);
            change.Db.Add(new SealOpening(caseId, reader.PersonId, reader.Name, request.Reason, request.Days, file.Facts.PersonId, caller.DisplayName, now));
            return Task.CompletedTask;
        }, cancellation);

    /// <summary>Ends an opening before its time.</summary>
    public Task<CaseRecordsView> End(Caller caller, Guid caseId, Guid openingId, CancellationToken cancellation) =>
        change.RunAsync(caller, caseId, SecuredObject.CaseRecordsKeeping, (file, now) =>
        {
            var opening = file.Openings.Find(one => one.Id == openingId) ?? throw SharedRules.NotFound.Refused();
            opening.End(now);
            return Task.CompletedTask;
        }, cancellation);
}
