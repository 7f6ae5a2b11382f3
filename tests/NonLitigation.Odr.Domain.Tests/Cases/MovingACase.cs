using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Cases;

public sealed class MovingACase
{
    /// <summary>What a lawyer would say of a stage, written apart from the table: who may do what there.</summary>
    private static bool Expected(CaseStage stage, CaseAct act, CaseRole role)
    {
        var beforeMediation = stage is CaseStage.Inviting or CaseStage.ChoosingMediator or CaseStage.AwaitingAcceptance;
        var open = beforeMediation || stage == CaseStage.InMediation;
        return (act, role) switch
        {
            (CaseAct.Invite, CaseRole.Service) => stage == CaseStage.Filed,
            (CaseAct.Invite, CaseRole.Applicant or CaseRole.Operator) => open,
            (CaseAct.Invite, CaseRole.Mediator) => stage == CaseStage.InMediation,
            (CaseAct.Consent or CaseAct.Refuse, CaseRole.Respondent or CaseRole.CoApplicant) => open,
            (CaseAct.ConcludeRefusals, CaseRole.Service) => open,
            (CaseAct.ConcludeAnswers, CaseRole.Service) => stage == CaseStage.Inviting,
            (CaseAct.Choose, CaseRole.Applicant or CaseRole.CoApplicant or CaseRole.Respondent) => stage is CaseStage.Inviting or CaseStage.ChoosingMediator,
            (CaseAct.ConcludeChoice, CaseRole.Service) => stage == CaseStage.ChoosingMediator,
            (CaseAct.Appoint, CaseRole.Operator) => beforeMediation,
            (CaseAct.Appoint, CaseRole.Service) => stage == CaseStage.ChoosingMediator,
            (CaseAct.Lapse, CaseRole.Service) => stage == CaseStage.AwaitingAcceptance,
            (CaseAct.Accept or CaseAct.Decline, CaseRole.Mediator) => stage == CaseStage.AwaitingAcceptance,
            (CaseAct.HandOver, CaseRole.Operator) => stage is CaseStage.InMediation or CaseStage.Signing,
            (CaseAct.Freeze, CaseRole.Mediator) => stage == CaseStage.InMediation,
            (CaseAct.Reopen, CaseRole.Mediator) => stage == CaseStage.Signing,
            (CaseAct.TakeEffect, CaseRole.Service) => stage == CaseStage.Signing,
            (CaseAct.ProposeExtension or CaseAct.Resume, CaseRole.Mediator) => stage is CaseStage.InMediation or CaseStage.Signing,
            (CaseAct.AnswerExtension, CaseRole.Applicant or CaseRole.CoApplicant or CaseRole.Respondent) => stage is CaseStage.InMediation or CaseStage.Signing,
            (CaseAct.Suspend, CaseRole.Mediator) => stage == CaseStage.InMediation,
            (CaseAct.Withdraw, CaseRole.Applicant) => open || stage == CaseStage.Signing,
            (CaseAct.Close, CaseRole.Operator) => beforeMediation,
            (CaseAct.Close, CaseRole.Mediator) => stage is CaseStage.InMediation or CaseStage.Signing,
            _ => false,
        };
    }

    [Fact]
    public void Follows_the_table_over_the_whole_product_and_is_refused_elsewhere()
    {
        foreach (var stage in Enum.GetValues<CaseStage>())
            foreach (var act in Enum.GetValues<CaseAct>())
                foreach (var role in Enum.GetValues<CaseRole>())
                {
                    var expected = Expected(stage, act, role);
                    Assert.True(expected == CaseTransitions.Allows(stage, act, role), $"{stage} {act} {role}");
                    if (expected) Assert.Contains(CaseTransitions.Rows, row => row.From == stage && row.Act == act && row.Role == role && row.To == CaseTransitions.Next(stage, act, role));
                    else Assert.Equal(CasesRules.NotAtThisStage, Assert.Throws<RefusalException>(() => CaseTransitions.Next(stage, act, role)).Reason);
                }
    }

    [Fact]
    public void Never_leaves_an_ended_case_and_reaches_every_stage()
    {
        Assert.DoesNotContain(CaseTransitions.Rows, row => row.From is CaseStage.Agreed or CaseStage.Closed);
        Assert.All(Enum.GetValues<CaseStage>().Except([CaseStage.Filed]), stage => Assert.Contains(CaseTransitions.Rows, row => row.To == stage));
        Assert.DoesNotContain(CaseTransitions.Rows, row => row.To == CaseStage.Agreed && row.From != CaseStage.Signing);
    }

    [Theory]
    [InlineData(CaseStage.Inviting)]
    [InlineData(CaseStage.ChoosingMediator)]
    [InlineData(CaseStage.AwaitingAcceptance)]
    [InlineData(CaseStage.InMediation)]
    [InlineData(CaseStage.Signing)]
    [InlineData(CaseStage.Agreed)]
    [InlineData(CaseStage.Closed)]
    public void Is_recorded_act_by_act(CaseStage stage)
    {
        var file = SampleCase.At(stage);
        Assert.Equal(stage, file.Stage);
        Assert.Equal(stage is CaseStage.Agreed or CaseStage.Closed, file.HasEnded);
        Assert.Equal(CaseStage.Filed, file.Moves[0].From);
        Assert.All(file.Moves.Zip(file.Moves.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        Assert.Equal(stage, file.Moves[^1].To);
    }
}
