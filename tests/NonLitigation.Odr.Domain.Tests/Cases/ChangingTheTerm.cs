using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Shared;
using static NonLitigation.Odr.Domain.Tests.Cases.SampleCase;

namespace NonLitigation.Odr.Domain.Tests.Cases;

/// <summary>Court rules on online mediation, art. 24 and 26: more time by consent of all, and while something is appraised.</summary>
public sealed class ChangingTheTerm
{
    // Accepted on 24 November 2026: a month, to 24 December.
    private static readonly DateTimeOffset Later = Now.AddDays(10), Over = Deadline.EndOf(new DateOnly(2026, 12, 24));
    private static readonly DateOnly NewYear = new(2026, 12, 31);

    [Fact]
    public void Takes_the_consent_of_everybody_who_takes_part()
    {
        var file = Proposed();
        Assert.Equal(Over, DueAt(file));
        foreach (var person in new[] { Li, Zhou })
        {
            file.AnswerExtension(person, true, Later);
            Assert.Equal(Over, DueAt(file));
        }
        file.AnswerExtension(Wu, true, Later);
        Assert.Equal((Deadline.EndOf(NewYear), null), (DueAt(file), file.PendingExtension));
        Assert.Equal((CaseAct.AnswerExtension, CaseRole.Respondent, "agrees"), (file.Moves[^1].Act, file.Moves[^1].Role, file.Moves[^1].Note));
    }

    [Fact]
    public void Ends_with_the_first_who_declines_and_may_be_proposed_again()
    {
        var file = Proposed();
        file.AnswerExtension(Li, true, Later);
        file.AnswerExtension(Zhou, false, Later);
        Assert.Equal((Over, null), (DueAt(file), file.PendingExtension));
        Refused(CasesRules.NoExtensionPending, () => file.AnswerExtension(Wu, true, Later));
        file.ProposeExtension(Wang.PersonId, NewYear, Later);
        Refused(CasesRules.ExtensionPending, () => file.ProposeExtension(Wang.PersonId, NewYear, Later));
    }

    [Fact]
    public void Is_answered_once_by_a_party_and_by_nobody_else()
    {
        var file = Proposed();
        file.AnswerExtension(Li, true, Later);
        Refused(CasesRules.NoExtensionPending, () => file.AnswerExtension(Li, true, Later));
        Refused(CasesRules.NotAtThisStage, () => file.AnswerExtension(Wang.PersonId, true, Later));
        Refused(SharedRules.NotFound, () => file.ProposeExtension(Zhou, NewYear, Later));
    }

    [Fact]
    public void Is_agreed_when_the_only_one_who_has_not_answered_leaves()
    {
        var file = Proposed();
        file.AnswerExtension(Li, true, Later);
        file.AnswerExtension(Zhou, true, Later);
        file.Refuse(Wu, "不再参加", Later);
        Assert.Equal(Deadline.EndOf(NewYear), DueAt(file));
    }

    [Theory]
    [InlineData(30)] // 24 December is the last day already
    [InlineData(377)]
    public void Wants_a_later_day_within_a_year(int days)
    {
        var file = At(CaseStage.InMediation);
        Refused(CasesRules.ExtensionNotLater, () => file.ProposeExtension(Wang.PersonId, Deadline.DayOf(Now).AddDays(days), Later));
    }

    [Fact]
    public void Comes_too_late_when_the_term_is_over()
    {
        var file = Proposed();
        Refused(CasesRules.TermIsOver, () => file.AnswerExtension(Li, true, Over));
        Refused(CasesRules.TermIsOver, () => At(CaseStage.InMediation).ProposeExtension(Wang.PersonId, NewYear, Over));
        Refused(CasesRules.TermIsOver, () => At(CaseStage.InMediation).Suspend(Wang.PersonId, "笔迹鉴定", Over));
    }

    [Fact]
    public void Does_not_run_while_something_is_appraised_and_then_runs_on()
    {
        var file = At(CaseStage.InMediation);
        Refused(CasesRules.NotSuspended, () => file.Resume(Wang.PersonId, Later));
        Refused(CasesRules.ReasonNeeded, () => file.Suspend(Wang.PersonId, " ", Later));
        file.Suspend(Wang.PersonId, "笔迹鉴定，市司法鉴定所", Later);
        Refused(CasesRules.AlreadySuspended, () => file.Suspend(Wang.PersonId, "再次鉴定", Later));
        Assert.False(CaseClocks.OfMediation(file)!.IsOver(Over.AddDays(40)));
        file.Resume(Wang.PersonId, Later.AddDays(50));
        Assert.Equal(Deadline.EndOf(new DateOnly(2027, 2, 12)), DueAt(file)); // 24 December and 50 days
        Assert.Null(file.PresentSuspension);
    }

    private static Case Proposed()
    {
        var file = At(CaseStage.InMediation);
        file.ProposeExtension(Wang.PersonId, NewYear, Now.AddDays(3));
        return file;
    }

    private static DateTimeOffset DueAt(Case file) => CaseClocks.OfMediation(file)!.DueAt;

    private static void Refused(RefusalReason reason, Action act) => Assert.Equal(reason, Assert.Throws<RefusalException>(act).Reason);
}
