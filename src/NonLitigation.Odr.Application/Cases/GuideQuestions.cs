using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Shared;
using GuidanceState = NonLitigation.Odr.Domain.Cases.GuidanceState;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>
/// A legal guide's questions: those of his pairings that nobody has, and his own until they are closed. With whom he is connected he is never offered, and
/// learns neither that there is such a question nor why not.
/// </summary>
public sealed class GuideQuestions(OdrDb db, PeopleOfACase people, GuidanceViews views, GuidanceNotices notices, INudges nudges, TimeProvider time)
{
    private const int MostRows = 100;

    /// <summary>What has been found out in this request: a guide's page lists several questions of one case.</summary>
    private readonly Dictionary<(Guid Case, Guid Person), bool> _connected = [];

    /// <summary>What is due first on top.</summary>
    public async Task<IReadOnlyList<GuideQuestionView>> Handle(Caller caller, CancellationToken cancellation)
    {
        if (caller.PersonId is not { } me) return [];
        var pairings = await db.Set<LegalGuide>().Where(one => one.PersonId == me && one.EndedAt == null).Select(one => one.PairingId).ToListAsync(cancellation);
        var guides = await GuidesAsync(pairings, cancellation);
        var found = await db.Set<GuidanceQuestion>().AsNoTracking().Where(one => one.State != GuidanceState.Closed && pairings.Contains(one.PairingId))
            .OrderBy(one => one.AskedAt).ThenBy(one => one.Id).Take(MostRows).ToListAsync(cancellation);
        var shown = new List<GuidanceQuestion>();
        foreach (var one in found)
            if (await IsOfferedAsync(one, me, guides, cancellation)) shown.Add(one);
        return [.. shown.OrderBy(one => one.Term.DueAt).ThenBy(one => one.Number, StringComparer.Ordinal).Select(one => views.ForGuide(one, me))];
    }

    public Task<GuideQuestionView> TakeAsync(Caller caller, Guid questionId, CancellationToken cancellation) => ChangeAsync(caller, questionId, (question, me, now) =>
    {
        question.Take(me, ownerIsGone: true, now); // what another one has is not found
        return Task.CompletedTask;
    }, cancellation);

    public Task<GuideQuestionView> GiveBackAsync(Caller caller, Guid questionId, CancellationToken cancellation) => ChangeAsync(caller, questionId, (question, me, now) =>
    {
        question.GiveBack(me, now);
        return Task.CompletedTask;
    }, cancellation);

    public Task<GuideQuestionView> Handle(Caller caller, Guid questionId, AskBackRequest request, CancellationToken cancellation) => ChangeAsync(caller, questionId, (question, me, now) =>
    {
        question.AskBack(me, request.ClientId, request.Text, now);
        return Task.CompletedTask;
    }, cancellation);

    /// <summary>The articles are kept as they stand today.</summary>
    public Task<GuideQuestionView> Handle(Caller caller, Guid questionId, AnswerGuidanceRequest request, CancellationToken cancellation) => ChangeAsync(caller, questionId, async (question, me, now) =>
    {
        var ids = (request.ArticleIds ?? []).Distinct().ToList();
        var articles = await db.Set<StatuteArticle>().AsNoTracking().Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellation);
        GuidanceRules.NoSuchArticle.When(articles.Count != ids.Count);
        question.Answer(me, request.ClientId, request.Text, [.. ids.Select(id => GuidanceArticle.Of(articles[id]))], now);
    }, cancellation);

    public Task<GuideQuestionView> CloseAsync(Caller caller, Guid questionId, CancellationToken cancellation) => ChangeAsync(caller, questionId, (question, me, now) =>
    {
        question.Close(me, asGuide: true, now);
        return Task.CompletedTask;
    }, cancellation);

    private async Task<GuideQuestionView> ChangeAsync(Caller caller, Guid questionId, Func<GuidanceQuestion, Guid, DateTimeOffset, Task> act, CancellationToken cancellation)
    {
        var me = caller.Person;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await GuidanceViews.LockAsync(db, questionId, cancellation);
        var question = await db.Set<GuidanceQuestion>().FirstOrDefaultAsync(one => one.Id == questionId, cancellation) ?? throw SharedRules.NotFound.Refused();
        var said = question.Steps.Count;
        var guides = await GuidesAsync([question.PairingId], cancellation);
        SharedRules.NotFound.When(!await IsOfferedAsync(question, me, guides, cancellation));
        await act(question, me, time.GetUtcNow());
        // Whatever he says, also when he asks again before he was answered; a repeat adds nothing.
        if (question.Steps.Skip(said).Any(step => step.Act is Domain.Cases.GuidanceAct.Answered or Domain.Cases.GuidanceAct.AskedBack)) await notices.AddForMediatorAsync(question, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await nudges.ChangedAsync([.. guides.Select(one => one.PersonId).Append(await notices.MediatorOfAsync(question, cancellation)).Distinct()], ChangeTopic.Guidance, questionId);
        return views.ForGuide(question, me);
    }

    /// <summary>A closed question is nobody's any more. One that another guide has is found by him alone.</summary>
    /// <param name="guides">Those of now, of the question's pairing among others.</param>
    private async Task<bool> IsOfferedAsync(GuidanceQuestion question, Guid me, List<LegalGuide> guides, CancellationToken cancellation)
    {
        if (question.State == GuidanceState.Closed || !await MayHaveAsync(question, me, guides, cancellation)) return false;
        return question.OwnerId is not { } owner || owner == me || !await MayHaveAsync(question, owner, guides, cancellation);
    }

    /// <summary>Whether somebody is a guide of the pairing, and not connected with the case by now.</summary>
    private async Task<bool> MayHaveAsync(GuidanceQuestion question, Guid person, List<LegalGuide> guides, CancellationToken cancellation)
    {
        if (guides.Find(one => one.PairingId == question.PairingId && one.PersonId == person) is not { } guide) return false;
        if (!_connected.TryGetValue((question.CaseId, person), out var connected))
            _connected[(question.CaseId, person)] = connected = await people.IsConnectedAsync(db, question.CaseId, person, guide.Name, cancellation);
        return !connected;
    }

    /// <summary>Everybody who guides in these pairings now.</summary>
    private Task<List<LegalGuide>> GuidesAsync(List<Guid> pairings, CancellationToken cancellation) =>
        db.Set<LegalGuide>().AsNoTracking().Where(one => one.EndedAt == null && pairings.Contains(one.PairingId)).ToListAsync(cancellation);
}
