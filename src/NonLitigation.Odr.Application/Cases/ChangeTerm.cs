using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Cases;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>The mediator asks all parties for more time (court rules art. 24).</summary>
public sealed class ProposeExtension(CaseChange change, CaseViews views)
{
    public async Task<CaseView> Handle(Caller caller, Guid caseId, ProposeExtensionRequest request, CancellationToken cancellation)
    {
        await change.RunAsync(caller, caseId, [SecuredObject.CasePresiding], (facts, now) =>
        {
            facts.Case.ProposeExtension(facts.PersonId, request.LastDay, now);
            return Task.CompletedTask;
        }, cancellation);
        return await views.ReadAsync(change.Db, caller, caseId, cancellation);
    }
}

/// <summary>A party agrees or declines, for himself.</summary>
public sealed class AnswerExtension(CaseChange change, CaseViews views)
{
    public async Task<CaseView> Handle(Caller caller, Guid caseId, AnswerExtensionRequest request, CancellationToken cancellation)
    {
        await change.RunAsync(caller, caseId, [SecuredObject.CaseFile], (facts, now) =>
        {
            facts.Case.AnswerExtension(facts.PersonId, request.Agrees, now);
            return Task.CompletedTask;
        }, cancellation);
        return await views.ReadAsync(change.Db, caller, caseId, cancellation);
    }
}

/// <summary>An appraisal begins: from now on the term does not run (court rules art. 26).</summary>
public sealed class SuspendTerm(CaseChange change, CaseViews views)
{
    public async Task<CaseView> Handle(Caller caller, Guid caseId, SuspendTermRequest request, CancellationToken cancellation)
    {
        await change.RunAsync(caller, caseId, [SecuredObject.CasePresiding], (facts, now) =>
        {
            facts.Case.Suspend(facts.PersonId, request.Reason, now);
            return Task.CompletedTask;
        }, cancellation);
        return await views.ReadAsync(change.Db, caller, caseId, cancellation);
    }
}

/// <summary>The appraisal is there: the term runs on.</summary>
public sealed class ResumeTerm(CaseChange change, CaseViews views)
{
    public async Task<CaseView> Handle(Caller caller, Guid caseId, CancellationToken cancellation)
    {
        await change.RunAsync(caller, caseId, [SecuredObject.CasePresiding], (facts, now) =>
        {
            facts.Case.Resume(facts.PersonId, now);
            return Task.CompletedTask;
        }, cancellation);
        return await views.ReadAsync(change.Db, caller, caseId, cancellation);
    }
}
