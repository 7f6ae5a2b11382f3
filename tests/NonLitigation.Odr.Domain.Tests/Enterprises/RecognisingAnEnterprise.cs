using NonLitigation.Odr.Domain.Enterprises;
using static NonLitigation.Odr.Domain.Tests.Enterprises.SampleEnterprise;

namespace NonLitigation.Odr.Domain.Tests.Enterprises;

public sealed class RecognisingAnEnterprise
{
    [Theory]
    [InlineData("连云港海鲲供应链（集团）有限公司", null, true)]
    [InlineData(" 连云港海鲲供应链(集团) 有限公司", null, true)]
    [InlineData("别的名称", "91320703ma1hk88x0w", true)]
    [InlineData("连云港海鲲供应链有限公司", "91320703MA2QY55T1K", false)]
    public void Goes_by_name_and_by_credit_code(string name, string? idNumber, bool recognised) =>
        Assert.Equal(recognised, Registered().Is(name, idNumber, null));

    [Fact]
    public void Goes_by_its_people_too_also_when_their_mandate_has_ended()
    {
        var enterprise = Registered();
        var mandate = enterprise.Grant(Grant(AssistantContact, MandateScope.Disputes, Today), Assistant, Chen, Now);
        enterprise.Revoke(mandate.Id, Chen, Now);
        Assert.True(enterprise.Is("别的名称", null, Assistant));
        Assert.False(enterprise.Is("别的名称", null, Guid.CreateVersion7()));
    }
}
