using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Network;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Shared;
using LegalGuide = NonLitigation.Odr.Domain.Network.LegalGuide;
using Organisation = NonLitigation.Odr.Domain.Network.Organisation;
using Pairing = NonLitigation.Odr.Domain.Network.Pairing;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>Questions as each side has them.</summary>
public sealed class GuidanceViews(OdrDb db, TimeProvider time)
{
    public static Task LockAsync(OdrDb db, Guid questionId, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"select 1 from guidance_questions where id = {questionId} for update", cancellation);

    public async Task<CaseGuidanceView> OfCaseAsync(Case file, CancellationToken cancellation)
    {
        var questions = await db.Set<GuidanceQuestion>().AsNoTracking().Where(one => one.CaseId == file.Id).OrderByDescending(one => one.AskedAt).ToListAsync(cancellation);
        var asked = questions.ConvertAll(one => one.PairingId);
        // A case that has moved to another organisation keeps what was asked before.
        var pairings = await db.Set<Pairing>().AsNoTracking().Where(one => one.OrganisationId == file.OrganisationId || asked.Contains(one.Id)).OrderBy(one => one.From).ToListAsync(cancellation);
        var partnerIds = pairings.ConvertAll(one => one.PartnerId);
        var partners = await db.Set<Organisation>().AsNoTracking().Where(one => partnerIds.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellation);
        var names = await NamesAsync(questions, cancellation);
        var open = questions.Count(one => one.State != Domain.Cases.GuidanceState.Closed);
        return new(
            [.. pairings.Where(one => one.EndedAt is null && one.OrganisationId == file.OrganisationId)
                .Select(one => new AskablePairingView(one.Id, partners[one.PartnerId].Name, (OrganisationKind)partners[one.PartnerId].Kind, one.AllGuides.Count(guide => guide.EndedAt is null)))],
            !file.HasEnded && open < GuidanceQuestion.MostOpen,
            [.. questions.Select(one => OfMediator(one, partners[pairings.Find(pairing => pairing.Id == one.PairingId)!.PartnerId].Name, names))]);
    }

    public GuideQuestionView ForGuide(GuidanceQuestion one, Guid me)
    {
        var term = one.Term;
        return new(
            one.Id, one.Number, (DisputeKind)one.Kind, BasicCourts.PlaceOf(one.AreaCode), one.Subject, one.Facts, one.Question, term.DueAt, one.Waits && term.IsOver(time.GetUtcNow()), term.Rule.Citation,
            (Contracts.Cases.GuidanceState)one.State, one.OwnerId == me, Steps(one, step => step.PersonId == me ? "" : null, vouched: false));
    }

    private CaseQuestionView OfMediator(GuidanceQuestion one, string partner, Dictionary<Guid, string> names)
    {
        var term = one.Term;
        string? NameOf(Guid? person) => person is { } id ? names.GetValueOrDefault(id) : null;
        return new(
            one.Id, one.Number, one.PairingId, partner, NameOf(one.AskedBy) ?? "", one.Subject, one.Facts, one.Question, one.Vouched, one.AskedAt, term.DueAt, one.Waits && term.IsOver(time.GetUtcNow()),
            term.Rule.Citation, (Contracts.Cases.GuidanceState)one.State, NameOf(one.OwnerId), Steps(one, step => NameOf(step.PersonId), vouched: true));
    }

    /// <param name="vouched">False for the guide: a word that was vouched for tells which words are names here.</param>
    private static IReadOnlyList<GuidanceStepView> Steps(GuidanceQuestion one, Func<GuidanceStep, string?> name, bool vouched)
    {
        var guides = one.Steps.Where(step => step.Act == Domain.Cases.GuidanceAct.Taken).Select(step => step.PersonId).ToHashSet();
        return [.. one.Steps.OrderBy(step => step.Position).Select(step => new GuidanceStepView(
            step.Position, (Contracts.Cases.GuidanceAct)step.Act, step.PersonId is not null && guides.Contains(step.PersonId), name(step), step.Text,
            [.. step.Articles.Select(article => new GuidanceArticleView(article.ArticleId, article.Statute, article.VersionOf, article.Label, article.Text))], vouched ? step.Vouched : [], step.At))];
    }

    /// <summary>Guides by the name under which they guide.</summary>
    private async Task<Dictionary<Guid, string>> NamesAsync(List<GuidanceQuestion> questions, CancellationToken cancellation)
    {
        var ids = questions.SelectMany(one => one.Steps.Select(step => step.PersonId).Append(one.AskedBy).Append(one.OwnerId)).OfType<Guid>().Distinct().ToList();
        var names = await db.Set<Account>().Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.DisplayName, cancellation);
        foreach (var guide in await db.Set<LegalGuide>().AsNoTracking().Where(one => ids.Contains(one.PersonId)).OrderBy(one => one.From).ToListAsync(cancellation)) names[guide.PersonId] = guide.Name;
        return names;
    }
}
