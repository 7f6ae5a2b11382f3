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

    private static void Refused(RefusalReason reason, Action act) => Assert.Equal(reason, Assert.Throws<RefusalException>(act).Reason);
}
