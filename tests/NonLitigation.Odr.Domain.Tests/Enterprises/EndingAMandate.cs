using NonLitigation.Odr.Domain.Enterprises;
using NonLitigation.Odr.Domain.Shared;
using static NonLitigation.Odr.Domain.Tests.Enterprises.SampleEnterprise;

namespace NonLitigation.Odr.Domain.Tests.Enterprises;

public sealed class EndingAMandate
{
    [Fact]
    public void Takes_the_right_away_at_once_and_for_good()
    {
        var enterprise = Registered();
        var mandate = enterprise.Grant(Grant(AssistantContact, MandateScope.Disputes, Today.AddDays(9)), Assistant, Chen, Now);
        enterprise.Revoke(mandate.Id, Chen, Now);
        Assert.True(mandate.Revoked);
        Assert.Null(enterprise.MandateOf(Assistant, Today));
        var ended = mandate.EndedAt;
        enterprise.Revoke(mandate.Id, Chen, Now.AddHours(1));
        Assert.Equal(ended, mandate.EndedAt);
        enterprise.Entered(AssistantContact, Assistant, Now);
        Assert.Null(enterprise.MandateOf(Assistant, Today));
        Refused(SharedRules.NotFound, () => enterprise.Revoke(Guid.CreateVersion7(), Chen, Now));
    }

    [Fact]
    public void Leaves_at_least_one_person_with_full_scope_who_has_entered()
    {
        var enterprise = Registered();
        var own = enterprise.MandateOf(Chen, Today)!;
        Refused(EnterprisesRules.NobodyMayGrant, () => enterprise.Revoke(own.Id, Chen, Now));
        enterprise.Grant(Grant(AssistantContact, MandateScope.Full, Today.AddDays(9)), null, Chen, Now);
        Refused(EnterprisesRules.NobodyMayGrant, () => enterprise.Revoke(own.Id, Chen, Now));
        enterprise.Entered(AssistantContact, Assistant, Now);
        enterprise.Revoke(own.Id, Chen, Now);
        Assert.Equal([Assistant], enterprise.Speaking(Today).Select(one => one.PersonId!.Value));
    }

    [Fact]
    public void Is_not_needed_before_a_team_and_a_first_representative_are_right()
    {
        var entry = EnterpriseEntry.Check("甲公司", "91320703MA1HK88X0W", "");
        ButlerSeat Seat(Guid person, bool lead) => new(person, "管家", Guid.CreateVersion7(), lead);
        var first = Grant(ChenContact, MandateScope.Full, Today);
        Refused(EnterprisesRules.TeamInvalid, () => Enterprise.Register(entry, [], first, Now));
        Refused(EnterprisesRules.TeamInvalid, () => Enterprise.Register(entry, [Seat(Sun, true), Seat(Qian, true)], first, Now));
        Refused(EnterprisesRules.TeamInvalid, () => Enterprise.Register(entry, [Seat(Sun, true), Seat(Sun, false)], first, Now));
        Refused(EnterprisesRules.NobodyMayGrant, () => Enterprise.Register(entry, [Seat(Sun, true)], Grant(ChenContact, MandateScope.Disputes, Today), Now));
        Refused(EnterprisesRules.CreditCodeInvalid, () => EnterpriseEntry.Check("甲公司", "91320703MA1HK88X0X", ""));
        Refused(EnterprisesRules.CreditCodeInvalid, () => EnterpriseEntry.Check("甲公司", "320703", ""));
    }
}
