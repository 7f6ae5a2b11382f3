using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Domain.Cases;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>More time: by consent of all (court rules art. 24), and while something is appraised (art. 26).</summary>
public sealed class ChangeTerm(CaseChange change, CaseViews views, IEnumerable<ICaseReaction> reactions)
{
    /// <summary>The mediator asks all parties.</summary>
    public Task<CaseView> Handle(Caller caller, Guid caseId, ProposeExtensionRequest request, CancellationToken cancellation) =>
        RunAsync(caller, caseId, SecuredObject.CasePresiding, (file, person, now) =>
        {
            file.ProposeExtension(person, request.LastDay, now);
            return new(caseId, person, TermAct.ExtensionProposed, request.LastDay);
        }, cancellation);

    /// <summary>A party agrees or declines, for himself.</summary>
    public Task<CaseView> Handle(Caller caller, Guid caseId, AnswerExtensionRequest request, CancellationToken cancellation) =>
        RunAsync(caller, caseId, SecuredObject.CaseFile, (file, person, now) =>
        {
            file.AnswerExtension(person, request.Agrees, now);
            var asked = file.Extensions[^1];
            return new(caseId, person, TermAct.ExtensionAnswered, asked.LastDay, request.Agrees, asked.AgreedAt is not null);
        }, cancellation);

    /// <summary>An appraisal begins: from now on the term does not run.</summary>
    public Task<CaseView> Handle(Caller caller, Guid caseId, SuspendTermRequest request, CancellationToken cancellation) =>
        RunAsync(caller, caseId, SecuredObject.CasePresiding, (file, person, now) =>
        {
            file.Suspend(person, request.Reason, now);
            return new(caseId, person, TermAct.Suspended, Reason: request.Reason);
        }, cancellation);

    /// <summary>The appraisal is there: the term runs on.</summary>
    public Task<CaseView> Resume(Caller caller, Guid caseId, CancellationToken cancellation) =>
        RunAsync(caller, caseId, SecuredObject.CasePresiding, (file, person, now) =>
        {
            file.Resume(person, now);
            return new(caseId, person, TermAct.Resumed);
        }, cancellation);

    private async Task<CaseView> RunAsync(Caller caller, Guid caseId, SecuredObject what, Func<Case, Guid, DateTimeOffset, TermMoved> act, CancellationToken cancellation)
    {
        await change.RunAsync(caller, caseId, [what], async (facts, now) =>
        {
            var moved = act(facts.Case, facts.PersonId, now);
            await change.Db.SaveChangesAsync(cancellation);
            foreach (var reaction in reactions) await reaction.TermMovedAsync(change.Db, moved, cancellation);
        }, cancellation);
        return await views.ReadAsync(change.Db, caller, caseId, cancellation);
    }
}
