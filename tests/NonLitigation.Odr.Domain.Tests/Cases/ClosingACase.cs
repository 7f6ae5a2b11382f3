using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Cases;

public sealed class ClosingACase
{
    private static readonly DateTimeOffset Now = SampleCase.Now;

    [Fact]
    public void Takes_each_of_the_eight_reasons_from_those_who_may_give_it()
    {
        var byRole = new Dictionary<CaseRole, ClosingReason[]>
        {
            [CaseRole.Applicant] = [ClosingReason.Withdrawn, ClosingReason.Refused],
            [CaseRole.Mediator] = [.. Enum.GetValues<ClosingReason>().Except([ClosingReason.Agreed])],
            [CaseRole.Operator] = [ClosingReason.NoContact, ClosingReason.Refused, ClosingReason.Expired, ClosingReason.Other],
            [CaseRole.Respondent] = [],
            [CaseRole.CoApplicant] = [],
            [CaseRole.Service] = [],
        };
        foreach (var role in Enum.GetValues<CaseRole>())
            foreach (var reason in Enum.GetValues<ClosingReason>())
            {
                var file = SampleCase.At(role == CaseRole.Operator ? CaseStage.AwaitingAcceptance : CaseStage.InMediation);
                var late = Now.AddDays(60);
                if (byRole[role].Contains(reason))
                {
                    file.Close(role, Guid.CreateVersion7(), reason, "双方差距较大", late);
                    Assert.Equal((CaseStage.Closed, reason), (file.Stage, file.ClosingReason));
                }
                else
                {
                    Assert.Throws<RefusalException>(() => file.Close(role, Guid.CreateVersion7(), reason, "双方差距较大", late));
                    Assert.False(file.HasEnded);
                }
            }
    }

    [Fact]
    public void As_expired_waits_for_the_term()
    {
        var file = SampleCase.At(CaseStage.InMediation);
        Refused(CasesRules.TermNotOver, () => file.Close(CaseRole.Mediator, SampleCase.Wang.PersonId, ClosingReason.Expired, null, Now.AddDays(10)));
        file.Close(CaseRole.Mediator, SampleCase.Wang.PersonId, ClosingReason.Expired, null, Now.AddDays(40));
        Assert.True(file.HasEnded);
    }

    [Fact]
    public void For_another_reason_needs_words()
    {
        var file = SampleCase.At(CaseStage.InMediation);
        Refused(CasesRules.ReasonNeeded, () => file.Close(CaseRole.Mediator, SampleCase.Wang.PersonId, ClosingReason.Other, " ", Now));
        Refused(CasesRules.ReasonNeeded, () => file.Close(CaseRole.Mediator, SampleCase.Wang.PersonId, ClosingReason.Other, new string('长', 2001), Now));
    }

    [Fact]
    public void Stops_every_clock()
    {
        Assert.NotEmpty(CaseClocks.Running(SampleCase.At(CaseStage.InMediation)));
        Assert.Empty(CaseClocks.Running(SampleCase.At(CaseStage.Closed)));
        Assert.Empty(CaseClocks.Running(SampleCase.At(CaseStage.Agreed)));
    }

    private static void Refused(RefusalReason reason, Action act) => Assert.Equal(reason, Assert.Throws<RefusalException>(act).Reason);
}
