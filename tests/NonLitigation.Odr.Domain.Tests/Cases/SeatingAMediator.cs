using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Cases;

public sealed class SeatingAMediator
{
    private static readonly DateTimeOffset Now = SampleCase.Now;
    private static readonly MediatorSeat Wang = SampleCase.Wang;

    [Fact]
    public void Happens_by_itself_when_all_chose_the_same()
    {
        var file = SampleCase.Identified(wish: Wang.MediatorId);
        file.Consent(SampleCase.Zhou, Now);
        file.Choose(SampleCase.Zhou, Wang.MediatorId, Now);
        Assert.Null(file.ChosenByAll);
        file.Consent(SampleCase.Wu, Now);
        Assert.Null(file.ChosenByAll);
        file.Choose(SampleCase.Wu, Wang.MediatorId, Now);
        Assert.Equal(Wang.MediatorId, file.ChosenByAll);
        file.ConcludeChoice(Wang, Now);
        Assert.Equal((CaseStage.AwaitingAcceptance, Wang.MediatorId), (file.Stage, file.MediatorId));
    }

    [Fact]
    public void Waits_while_the_choices_differ()
    {
        var file = SampleCase.At(CaseStage.ChoosingMediator);
        file.Choose(SampleCase.Li, Wang.MediatorId, Now);
        file.Choose(SampleCase.Zhou, Wang.MediatorId, Now);
        file.Choose(SampleCase.Wu, Guid.CreateVersion7(), Now);
        Assert.Null(file.ChosenByAll);
        Assert.Throws<InvalidOperationException>(() => file.ConcludeChoice(Wang, Now));
    }

    [Fact]
    public void By_the_organisation_needs_one_consent()
    {
        var file = SampleCase.Identified();
        Refused(CasesRules.NobodyConsented, () => file.Appoint(Wang, SampleCase.Operator, Now));
        file.Consent(SampleCase.Zhou, Now);
        file.Appoint(Wang, SampleCase.Operator, Now);
        Assert.Equal(CaseStage.AwaitingAcceptance, file.Stage);
        file.Accept(Wang.PersonId, "无利害关系", Now);
        file.Consent(SampleCase.Wu, Now);
        Assert.Equal((CaseStage.InMediation, 3), (file.Stage, file.TakingPart.Count()));
    }

    [Fact]
    public void Anew_in_a_running_mediation_needs_a_reason_and_keeps_its_term()
    {
        var file = SampleCase.At(CaseStage.InMediation);
        var (accepted, zhao) = (file.AcceptedAt, new MediatorSeat(Guid.CreateVersion7(), Guid.CreateVersion7(), "赵调解"));
        Refused(CasesRules.MediatorHasItAlready, () => file.HandOver(Wang, SampleCase.Operator, "休假", Now));
        Refused(CasesRules.ReasonNeeded, () => file.HandOver(zhao, SampleCase.Operator, " ", Now));
        Refused(CasesRules.NotAtThisStage, () => SampleCase.At(CaseStage.AwaitingAcceptance).HandOver(zhao, SampleCase.Operator, "休假", Now));
        file.HandOver(zhao, SampleCase.Operator, "王调解住院", Now);
        Assert.Equal((CaseStage.InMediation, zhao.PersonId, accepted, null), (file.Stage, file.MediatorPersonId, file.AcceptedAt, file.Disclosure));
        Assert.Contains("王调解住院", file.Moves[^1].Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_answered_by_the_one_who_was_asked_alone()
    {
        var file = SampleCase.At(CaseStage.AwaitingAcceptance);
        Refused(SharedRules.NotFound, () => file.Accept(Guid.CreateVersion7(), null, Now));
        Refused(SharedRules.NotFound, () => file.Decline(Guid.CreateVersion7(), "忙", Now));
        file.Accept(Wang.PersonId, null, Now);
        Refused(CasesRules.NotAtThisStage, () => file.Accept(Wang.PersonId, null, Now));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Is_declined_with_a_reason_only(string? reason)
    {
        var file = SampleCase.At(CaseStage.AwaitingAcceptance);
        Refused(CasesRules.ReasonNeeded, () => file.Decline(Wang.PersonId, reason, Now));
        file.Decline(Wang.PersonId, "超出擅长领域", Now);
        Assert.Equal(CaseStage.ChoosingMediator, file.Stage);
        Assert.Null(file.MediatorPersonId);
        Assert.All(file.Parties, party => Assert.Null(party.ChosenMediatorId));
    }

    [Fact]
    public void Passes_to_another_after_three_silent_working_days()
    {
        var file = SampleCase.At(CaseStage.AwaitingAcceptance);
        var other = new MediatorSeat(Guid.CreateVersion7(), Guid.CreateVersion7(), "李调解");
        Refused(CasesRules.MediatorStillHasTime, () => file.Appoint(other, SampleCase.Operator, Now.AddDays(3)));
        file.Appoint(other, SampleCase.Operator, Now.AddDays(5));
        Assert.Equal(other.PersonId, file.MediatorPersonId);
        Refused(SharedRules.NotFound, () => file.Accept(Wang.PersonId, null, Now.AddDays(5)));
    }

    /// <summary>Appointed on Tuesday 24 November 2026, 10:00 in China; the three working days are Wednesday to Friday.</summary>
    [Fact]
    public void Lapses_by_itself_when_three_working_days_passed_in_silence_and_not_a_moment_before()
    {
        var end = new DateTimeOffset(2026, 11, 28, 0, 0, 0, TimeSpan.FromHours(8));
        var file = SampleCase.At(CaseStage.AwaitingAcceptance);
        Assert.False(file.MediatorStayedSilent(end.AddTicks(-1)));
        Refused(CasesRules.MediatorStillHasTime, () => file.LetAppointmentLapse(end.AddTicks(-1)));
        Assert.True(file.MediatorStayedSilent(end));
        file.LetAppointmentLapse(end);
        Assert.Equal((CaseStage.ChoosingMediator, null, null), (file.Stage, file.MediatorId, file.AppointedAt));
        Assert.Equal((CaseAct.Lapse, CaseRole.Service, (Guid?)Wang.PersonId), (file.Moves[^1].Act, file.Moves[^1].Role, file.Moves[^1].PersonId));
        Refused(CasesRules.NotAtThisStage, () => file.LetAppointmentLapse(end.AddDays(9)));
        var other = new MediatorSeat(Guid.CreateVersion7(), Guid.CreateVersion7(), "李调解");
        file.AppointAnew(other, end);
        Assert.Equal((CaseStage.AwaitingAcceptance, other.PersonId), (file.Stage, file.MediatorPersonId));
        Assert.False(file.MediatorStayedSilent(end.AddDays(3)));
    }

    /// <summary>Over the Spring Festival of 2026 (15 to 23 February off; Saturdays 14 and 28 worked) the same three days last two weeks.</summary>
    [Fact]
    public void Counts_neither_weekends_nor_holidays_but_the_saturdays_that_are_worked()
    {
        var file = SampleCase.AppointedAt(new(2026, 2, 12, 9, 0, 0, TimeSpan.FromHours(8)));
        Assert.False(file.MediatorStayedSilent(new(2026, 2, 24, 23, 59, 59, TimeSpan.FromHours(8))));
        Assert.True(file.MediatorStayedSilent(new(2026, 2, 25, 0, 0, 0, TimeSpan.FromHours(8))));
    }

    private static void Refused(RefusalReason reason, Action act) => Assert.Equal(reason, Assert.Throws<RefusalException>(act).Reason);
}
