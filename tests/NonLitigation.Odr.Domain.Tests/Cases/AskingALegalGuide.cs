using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Cases;

public sealed class AskingALegalGuide
{
    private static readonly Guid Guide = Guid.CreateVersion7(), Other = Guid.CreateVersion7();
    private static readonly GuidanceWords Words = GuidanceWords.Of("利息", "甲方欠乙方货款。", "利息从何时起算？", []);
    private static DateTimeOffset Now => SampleCase.Now;

    private static GuidanceQuestion Asked(CaseStage stage = CaseStage.InMediation)
    {
        var file = SampleCase.At(stage);
        var organisation = new Organisation(file.OrganisationId, null, "分中心", OrganisationKind.SubCentre, OrganisationTier.City, OrganisationField.Social, "320700", "");
        return new(file, new Pairing(organisation, Body(OrganisationKind.Court), SampleCase.Operator, Now), "320700", SampleCase.Wang.PersonId, Guid.CreateVersion7(), Words, Now);
    }

    private static Organisation Body(OrganisationKind kind) => new(Guid.CreateVersion7(), null, "单位", kind, OrganisationTier.City, OrganisationField.Administrative, "320700", "");

    private static string Refusal(Action act) => Assert.Throws<RefusalException>(act).Code;

    [Fact]
    public void Is_taken_asked_back_replied_answered_and_closed_and_each_step_is_kept()
    {
        var question = Asked();
        question.Take(Guide, false, Now);
        question.AskBack(Guide, Guid.CreateVersion7(), "合同怎么约定的？", Now);
        Assert.Equal(GuidanceState.AskedBack, question.State);
        question.Reply(SampleCase.Wang.PersonId, Guid.CreateVersion7(), "没有约定。", [], Now);
        question.Answer(Guide, Guid.CreateVersion7(), "从逾期之日起。", [], Now);
        question.Close(Guide, asGuide: true, Now);
        Assert.Equal([GuidanceAct.Taken, GuidanceAct.AskedBack, GuidanceAct.Replied, GuidanceAct.Answered, GuidanceAct.Closed], question.Steps.Select(step => step.Act));
        Assert.Equal([1, 2, 3, 4, 5], question.Steps.Select(step => step.Position));
        Assert.Equal((GuidanceState.Closed, false), (question.State, question.Waits));
    }

    [Fact]
    public void Has_one_owner_at_a_time()
    {
        var question = Asked();
        question.Take(Guide, false, Now);
        question.Take(Guide, false, Now);
        Assert.Single(question.Steps);
        Assert.Equal("guidance.already-taken", Refusal(() => question.Take(Other, false, Now)));
        foreach (var act in new Action[] { () => question.Answer(Other, Guid.CreateVersion7(), "答", [], Now), () => question.AskBack(Other, Guid.CreateVersion7(), "问", Now), () => question.GiveBack(Other, Now), () => question.Close(Other, true, Now) })
            Assert.Equal("guidance.not-yours", Refusal(act));
        question.GiveBack(Guide, Now);
        Assert.Equal((GuidanceState.Open, null), (question.State, question.OwnerId));
        question.Take(Other, false, Now);
        // Whoever guides no more holds nothing.
        question.Take(Guide, ownerIsGone: true, Now);
        Assert.Equal(Guide, question.OwnerId);
    }

    [Fact]
    public void Refuses_what_is_not_its_turn()
    {
        var question = Asked();
        Assert.Equal("guidance.not-now", Refusal(() => question.Reply(SampleCase.Wang.PersonId, Guid.CreateVersion7(), "补充", [], Now)));
        question.Take(Guide, false, Now);
        Assert.Equal("guidance.not-now", Refusal(() => question.Close(Guide, true, Now)));
        question.Answer(Guide, Guid.CreateVersion7(), "答", [], Now);
        Assert.Equal("guidance.not-now", Refusal(() => question.GiveBack(Guide, Now)));
        Assert.Equal("guidance.not-now", Refusal(() => question.Answer(Guide, Guid.CreateVersion7(), "再答", [], Now)));
        question.Close(SampleCase.Wang.PersonId, false, Now);
        Assert.Equal("guidance.closed", Refusal(() => question.Take(Guide, false, Now)));
        Assert.Equal("guidance.not-now", Refusal(() => question.Reply(SampleCase.Wang.PersonId, Guid.CreateVersion7(), "再问", [], Now)));
    }

    [Fact]
    public void Is_answered_once_however_often_the_page_sends_it()
    {
        var (question, id) = (Asked(), Guid.CreateVersion7());
        question.Take(Guide, false, Now);
        question.Answer(Guide, id, "答", [], Now);
        question.Answer(Guide, id, "答", [], Now);
        Assert.Equal(2, question.Steps.Count);
        Assert.Equal("guidance.id-reused", Refusal(() => question.Answer(Guide, id, "别的", [], Now)));
    }

    [Fact]
    public void Is_due_after_five_working_days_by_a_rule_that_says_it_is_the_house_s()
    {
        var term = Asked().Term;
        // Tuesday 24 November 2026: 25, 26, 27, 30, 1 December.
        Assert.Equal(new DateTimeOffset(2026, 12, 2, 0, 0, 0, TimeSpan.FromHours(8)), term.DueAt);
        Assert.Contains("不是法律规定", term.Rule.Citation, StringComparison.Ordinal);
    }

    [Fact]
    public void Carries_an_id_and_a_number_that_tell_nothing()
    {
        var (one, two) = (Asked(), Asked());
        Assert.NotEqual(one.Id.ToString()[..8], two.Id.ToString()[..8]);
        Assert.Matches("^[2-9A-Z]{4}-[2-9A-Z]{4}$", one.Number);
        Assert.NotEqual(one.Number, two.Number);
    }

    [Fact]
    public void Is_refused_when_the_case_has_ended_or_words_are_missing()
    {
        Assert.Equal("guidance.case-ended", Refusal(() => Asked(CaseStage.Closed)));
        Assert.Equal("shared.text-empty", Refusal(() => GuidanceWords.Of("题", " ", "问", [])));
        Assert.Equal("shared.text-too-long", Refusal(() => GuidanceWords.Of(new string('长', 81), "事", "问", [])));
    }
}
