using NonLitigation.Odr.Domain.Enterprises;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Enterprises;

/// <summary>A company whose first representative has entered, with two butlers.</summary>
internal static class SampleEnterprise
{
    public static readonly DateTimeOffset Now = new(2026, 5, 20, 9, 0, 0, TimeSpan.FromHours(8));
    public static readonly DateOnly Today = new(2026, 5, 20);
    public static readonly Guid Chen = Guid.CreateVersion7(), Sun = Guid.CreateVersion7(), Qian = Guid.CreateVersion7(), Assistant = Guid.CreateVersion7();
    public const string ChenContact = "13900000101", AssistantContact = "13900000201";

    public static Enterprise Registered()
    {
        var enterprise = Enterprise.Register(
            EnterpriseEntry.Check("连云港海鲲供应链（集团）有限公司", "91320703MA1HK88X0W", "连云港片区"),
            [new(Sun, "孙管家", Guid.CreateVersion7(), lead: true), new(Qian, "钱管家", Guid.CreateVersion7(), lead: false)],
            Grant(ChenContact, MandateScope.Full, Today.AddYears(1)), Now);
        enterprise.Entered(ChenContact, Chen, Now);
        return enterprise;
    }

    public static MandateGrant Grant(string contact, MandateScope scope, DateOnly validTo) => MandateGrant.Check("某人", contact, scope, validTo, Now);

    public static void Refused(RefusalReason reason, Action act) => Assert.Equal(reason.Code, Assert.Throws<RefusalException>(act).Code);
}
