using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Archive;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Shared;
using DeletionAnswer = NonLitigation.Odr.Domain.Cases.DeletionAnswer;

namespace NonLitigation.Odr.Application.Archive;

/// <summary>A party asks that his data be deleted (个人信息保护法 47). A repeat changes nothing.</summary>
public sealed class AskForDeletion(RecordsChange change)
{
    public Task<CaseRecordsView> Handle(Caller caller, Guid caseId, AskForDeletionRequest request, CancellationToken cancellation) =>
        change.RunAsync(caller, caseId, SecuredObject.CaseRecordsActs, (file, now) =>
        {
            if (file.Facts.Party is not { } party) throw SharedRules.NotFound.Refused();
            if (file.Requests.Exists(one => one.PersonId == file.Facts.PersonId && one.RequestId == request.RequestId)) return Task.CompletedTask;
            RetentionRules.RequestPending.When(file.Requests.Exists(one => one.PartyId == party.Id && one.Answer is null));
            RetentionRules.AlreadySealed.When(file.Retention?.SealedAt is not null);
            change.Db.Add(new DeletionRequest(caseId, party.Id, file.Facts.PersonId, request.RequestId, request.Reason, now));
            return Task.CompletedTask;
        }, cancellation);
}

/// <summary>The organisation answers, with its reason. While the term of retention runs, granting means sealing.</summary>
public sealed class AnswerDeletion(RecordsChange change, SealCase seal)
{
    public Task<CaseRecordsView> Handle(Caller caller, Guid caseId, Guid requestId, AnswerDeletionRequest request, CancellationToken cancellation) =>
        change.RunAsync(caller, caseId, SecuredObject.CaseRecordsKeeping, async (file, now) =>
        {
            var asked = file.Requests.Find(one => one.Id == requestId) ?? throw SharedRules.NotFound.Refused();
            asked.Reply((DeletionAnswer)request.Answer, request.Reason, file.Facts.PersonId, now);
            if (asked.Answer == DeletionAnswer.Sealed && file.Retention?.SealedAt is null) await seal.SealAsync(file, request.Reason, now, cancellation);
        }, cancellation);
}
