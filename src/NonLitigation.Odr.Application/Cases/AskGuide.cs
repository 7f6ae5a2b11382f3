using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Shared;
using GuidanceState = NonLitigation.Odr.Domain.Cases.GuidanceState;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>The presiding mediator asks a legal guide in words that name nobody. Parties, colleagues and the organisation do not learn of it.</summary>
public sealed class AskGuide(OdrDb db, CaseAccess access, PeopleOfACase people, GuidanceViews views, GuidanceNotices notices, INudges nudges, TimeProvider time)
{
    /// <summary>Whom he may ask, and what was asked and answered in this case.</summary>
    public async Task<CaseGuidanceView> Handle(Caller caller, Guid caseId, CancellationToken cancellation) =>
        await views.OfCaseAsync((await access.GetAsync(db, caller, caseId, cancellation, SecuredObject.CasePresiding)).Case, cancellation);

    public async Task<GuidanceCheckView> Handle(Caller caller, Guid caseId, CheckGuidanceRequest request, CancellationToken cancellation)
    {
        var file = (await access.GetAsync(db, caller, caseId, cancellation, SecuredObject.CasePresiding)).Case;
        SharedRules.TextIsEmpty.When(request.Texts is not { Count: > 0 and <= 3 } || request.Texts.Contains(null!));
        SharedRules.TextIsTooLong.When(request.Texts.Any(text => text.Length > GuidanceStep.LongestText) || request.Vouched is null or { Count: > 100 });
        var redaction = await people.RedactionAsync(db, file, cancellation);
        var clean = request with { Vouched = [.. request.Vouched.Where(word => !string.IsNullOrWhiteSpace(word))] };
        return new([.. request.Texts.Select(text => GuidanceChecks.View(redaction, text, clean))]);
    }

    public async Task<CaseGuidanceView> Handle(Caller caller, Guid caseId, AskGuideRequest request, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await CaseRows.LockAsync(db, caseId, cancellation);
        var file = (await access.GetAsync(db, caller, caseId, cancellation, SecuredObject.CasePresiding)).Case;
        var words = GuidanceWords.Of(request.Subject, request.Facts, request.Question, []);
        var asked = await db.Set<GuidanceQuestion>().AsNoTracking().Where(one => one.CaseId == caseId).ToListAsync(cancellation);
        if (asked.Find(one => one.ClientId == request.ClientId) is { } earlier)
        {
            GuidanceRules.IdReused.When((earlier.Subject, earlier.Facts, earlier.Question, earlier.PairingId) != (words.Subject, words.Facts, words.Question, request.PairingId));
            return await views.OfCaseAsync(file, cancellation);
        }
        GuidanceRules.EnoughOpen.When(asked.Count(one => one.State != GuidanceState.Closed) >= GuidanceQuestion.MostOpen);
        var pairing = await db.Set<Pairing>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == request.PairingId && one.OrganisationId == file.OrganisationId, cancellation);
        GuidanceRules.NotPaired.When(pairing is null);
        var redaction = await people.RedactionAsync(db, file, cancellation);
        var vouched = GuidanceChecks.Require(redaction, request.Vouched, ("subject", words.Subject), ("facts", words.Facts), ("question", words.Question));
        var area = await db.Set<Organisation>().Where(one => one.Id == file.OrganisationId).Select(one => one.AreaCode).SingleAsync(cancellation);
        var question = new GuidanceQuestion(file, pairing, area, caller.Person, request.ClientId, words with { Vouched = vouched }, time.GetUtcNow());
        db.Add(question);
        var guides = await notices.AddForGuidesAsync(pairing, caseId, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await nudges.ChangedAsync([.. guides, caller.Person], ChangeTopic.Guidance, question.Id);
        return await views.OfCaseAsync(file, cancellation);
    }

    /// <summary>Answers what was asked back, or asks further on an answer: the same check of the words.</summary>
    public Task<CaseGuidanceView> Handle(Caller caller, Guid caseId, Guid questionId, ReplyToGuideRequest request, CancellationToken cancellation) =>
        ChangeAsync(caller, caseId, questionId, async (question, file) =>
        {
            var said = GuidanceWords.Plain(request.Text, GuidanceStep.LongestText);
            var vouched = GuidanceChecks.Require(await people.RedactionAsync(db, file, cancellation), request.Vouched, ("text", said));
            question.Reply(caller.Person, request.ClientId, said, vouched, time.GetUtcNow());
        }, cancellation);

    public Task<CaseGuidanceView> CloseAsync(Caller caller, Guid caseId, Guid questionId, CancellationToken cancellation) => ChangeAsync(caller, caseId, questionId, (question, _) =>
    {
        question.Close(caller.Person, asGuide: false, time.GetUtcNow());
        return Task.CompletedTask;
    }, cancellation);

    private async Task<CaseGuidanceView> ChangeAsync(Caller caller, Guid caseId, Guid questionId, Func<GuidanceQuestion, Case, Task> act, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await GuidanceViews.LockAsync(db, questionId, cancellation);
        var file = (await access.GetAsync(db, caller, caseId, cancellation, SecuredObject.CasePresiding)).Case;
        var question = await db.Set<GuidanceQuestion>().FirstOrDefaultAsync(one => one.Id == questionId && one.CaseId == caseId, cancellation) ?? throw SharedRules.NotFound.Refused();
        var said = question.Steps.Count;
        await act(question, file);
        // A repeat adds nothing, and rings nobody a second time.
        if (question.Steps.Skip(said).Any(step => step.Act == Domain.Cases.GuidanceAct.Replied)) await notices.AddForOwnerAsync(question, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await nudges.ChangedAsync(question.OwnerId is { } owner ? [owner, caller.Person] : [caller.Person], ChangeTopic.Guidance, questionId);
        return await views.OfCaseAsync(file, cancellation);
    }
}
