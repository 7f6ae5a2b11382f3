using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Archive;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Application.Archive;

/// <summary>A court or another body asks that the file be held ready: nothing is erased until it is released.</summary>
public sealed class HoldCase(RecordsChange change)
{
    public Task<CaseRecordsView> Handle(Caller caller, Guid caseId, PlaceHoldRequest request, CancellationToken cancellation) =>
        change.RunAsync(caller, caseId, SecuredObject.CaseRecordsKeeping, (file, now) =>
        {
            RetentionRules.Erased.When(file.Retention?.ErasedAt is not null);
            change.Db.Add(new LegalHold(caseId, request.Requester, request.Reason, file.Facts.PersonId, caller.DisplayName, now));
            return Task.CompletedTask;
        }, cancellation);

    public Task<CaseRecordsView> Release(Caller caller, Guid caseId, Guid holdId, ReleaseHoldRequest request, CancellationToken cancellation) =>
        change.RunAsync(caller, caseId, SecuredObject.CaseRecordsKeeping, (file, now) =>
        {
            var hold = file.Holds.Find(one => one.Id == holdId) ?? throw SharedRules.NotFound.Refused();
            hold.Release(request.Reason, file.Facts.PersonId, now);
            return Task.CompletedTask;
        }, cancellation);
}

/// <summary>Puts an ended case into another class of retention, on a reason that is shown with it.</summary>
public sealed class ReclassifyCase(RecordsChange change)
{
    public Task<CaseRecordsView> Handle(Caller caller, Guid caseId, ReclassifyRequest request, CancellationToken cancellation) =>
        change.RunAsync(caller, caseId, SecuredObject.CaseRecordsKeeping, async (file, now) =>
        {
            RetentionRules.NotEnded.When(file.Retention is null);
            var policy = await RetentionOfAnEndedCase.PolicyOfAsync(change.Db, file.Organisation.Id, cancellation);
            file.Retention.Reclassify(policy, (Domain.Cases.RetentionClass)request.Class, request.Reason, now);
        }, cancellation);
}
