using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Cases;

public sealed class AnsweringAnInvitation
{
    [Fact]
    public void Records_each_step_at_its_first_occurrence()
    {
        var file = SampleCase.Filed();
        var party = file.Respondents.First();
        file.InvitationOpened(party.Id, SampleCase.Now.AddHours(1));
        file.InvitationOpened(party.Id, SampleCase.Now.AddHours(2));
        file.Identified(party.Id, SampleCase.Zhou, SampleCase.Now.AddHours(3));
        file.Consent(SampleCase.Zhou, SampleCase.Now.AddHours(4));
        Assert.Equal(
            [(InvitationStep.Sent, 0), (InvitationStep.Opened, 1), (InvitationStep.Identified, 3), (InvitationStep.Consented, 4)],
            party.Marks.Select(mark => (mark.Step, (int)(mark.At - SampleCase.Now).TotalHours)));
    }

    [Fact]
    public void Waits_for_everybody_before_a_mediator_is_chosen()
    {
        var file = SampleCase.Identified();
        file.Consent(SampleCase.Zhou, SampleCase.Now);
        Assert.Equal(CaseStage.Inviting, file.Stage);
        file.Consent(SampleCase.Wu, SampleCase.Now);
        Assert.Equal(CaseStage.ChoosingMediator, file.Stage);
    }

    [Fact]
    public void Stops_for_the_one_who_refuses_and_goes_on_with_the_other()
    {
        var file = SampleCase.Identified();
        file.Refuse(SampleCase.Zhou, "不同意", SampleCase.Now);
        file.Consent(SampleCase.Wu, SampleCase.Now);
        Assert.Equal(CaseStage.ChoosingMediator, file.Stage);
        Assert.Equal([SampleCase.Li, SampleCase.Wu], file.TakingPart.Select(party => party.PersonId!.Value));
        Refused(CasesRules.RefusedMediation, () => file.Consent(SampleCase.Zhou, SampleCase.Now));
        Refused(CasesRules.RefusedMediation, () => file.Choose(SampleCase.Zhou, SampleCase.Wang.MediatorId, SampleCase.Now));
        Refused(CasesRules.AlreadyAnswered, () => file.SendInvitationAgain(file.Respondents.First().Id, CaseRole.Operator, SampleCase.Operator, SampleCase.Now));
    }

    [Fact]
    public void Ends_the_case_when_all_refuse_even_during_mediation()
    {
        var early = SampleCase.Identified();
        early.Refuse(SampleCase.Zhou, null, SampleCase.Now);
        early.Refuse(SampleCase.Wu, null, SampleCase.Now);
        Assert.Equal((CaseStage.Closed, ClosingReason.Refused), (early.Stage, early.ClosingReason));

        var late = SampleCase.At(CaseStage.InMediation);
        late.Refuse(SampleCase.Zhou, null, SampleCase.Now);
        Assert.Equal(CaseStage.InMediation, late.Stage);
        late.Refuse(SampleCase.Wu, null, SampleCase.Now);
        Assert.Equal((CaseStage.Closed, ClosingReason.Refused), (late.Stage, late.ClosingReason));
        Assert.NotNull(late.EndedAt);
    }

    [Fact]
    public void Is_refused_twice_to_strangers_and_to_the_applicant()
    {
        var file = SampleCase.Identified();
        file.Consent(SampleCase.Zhou, SampleCase.Now);
        Refused(CasesRules.AlreadyAnswered, () => file.Consent(SampleCase.Zhou, SampleCase.Now));
        Refused(SharedRules.NotFound, () => file.Consent(Guid.CreateVersion7(), SampleCase.Now));
        Refused(CasesRules.NotAtThisStage, () => file.Consent(SampleCase.Li, SampleCase.Now));
        Refused(CasesRules.NotAtThisStage, () => file.Refuse(SampleCase.Li, null, SampleCase.Now));
    }

    [Fact]
    public void Binds_one_person_to_one_party()
    {
        var file = SampleCase.Identified();
        Refused(CasesRules.SamePersonOnBothSides, () => file.Identified(file.Respondents.First().Id, SampleCase.Li, SampleCase.Now));
        Refused(CasesRules.SamePersonOnBothSides, () => file.Identified(file.Respondents.Last().Id, SampleCase.Zhou, SampleCase.Now));
        Refused(CasesRules.InvitationNotValid, () => file.Identified(file.Respondents.First().Id, Guid.CreateVersion7(), SampleCase.Now));
        Refused(CasesRules.InvitationNotValid, () => file.Identified(file.Applicant.Id, Guid.CreateVersion7(), SampleCase.Now));
    }

    [Fact]
    public void Names_other_ways_for_every_kind_of_dispute() =>
        Assert.All(Enum.GetValues<Domain.Network.DisputeKind>(), kind => Assert.NotEmpty(OtherWays.For(kind)));

    private static void Refused(RefusalReason reason, Action act) => Assert.Equal(reason, Assert.Throws<RefusalException>(act).Reason);
}
