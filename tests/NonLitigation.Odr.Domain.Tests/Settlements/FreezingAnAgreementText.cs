using System.Text;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using Xunit;

namespace NonLitigation.Odr.Domain.Tests.Settlements;

public class FreezingAnAgreementText
{
    private static readonly Guid Hand = Guid.Parse("0193d3a0-0000-7000-8000-000000000001"), Owner = Guid.Parse("0193d3a0-0000-7000-8000-000000000002");

    private static readonly AgreementText Wages = new(Guid.Parse("0193d3a0-0000-7000-8000-0000000000aa"), 1, "连非诉〔2026〕000123号", "连云港市总工会非诉服务分中心", "王正",
        [new(Hand, "Applicant", "李海生", "3207**********1234", "139****0001", null), new(Owner, "Respondent", "周永顺", null, "139****0002", null)],
        "拖欠工资。", ["工资于约定之日前付清。"], [new(Owner, Hand, Money.FromYuan(1600), "工资", "银行转账", new DateOnly(2026, 3, 31)), new(Hand, Owner, null, "交还船上工具", "", null)]);

    [Fact]
    public void Puts_parties_sums_and_dates_into_the_text_that_is_read()
    {
        var text = Wages.ToPlainText();
        Assert.Contains("申请人：李海生，证件号码 3207**********1234，联系电话 139****0001\n被申请人：周永顺，联系电话 139****0002\n", text, StringComparison.Ordinal);
        Assert.Contains("1. 周永顺向李海生支付工资 ¥1,600.00（人民币壹仟陆佰元整），方式：银行转账，期限：2026年3月31日前（含当日）。\n2. 李海生向周永顺履行：交还船上工具。\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_all_who_owe_the_whole_jointly_and_is_read_back_with_them()
    {
        var third = Guid.Parse("0193d3a0-0000-7000-8000-000000000003");
        var both = Wages with
        {
            Parties = [.. Wages.Parties, new(third, "Respondent", "吴建国", null, null, null)],
            Obligations = [Wages.Obligations[0] with { JointObligorPartyIds = [third] }],
        };
        Assert.Contains("周永顺、吴建国连带向李海生支付工资 ¥1,600.00", both.ToPlainText(), StringComparison.Ordinal);
        Assert.Equal([third], AgreementTextReader.Read(both.CanonicalBytes())!.Obligations[0].JointObligorPartyIds);
        Assert.NotEqual(both.Hash(), (both with { Obligations = [Wages.Obligations[0]] }).Hash());
    }

    [Theory]
    [InlineData("工资", "周永顺向李海生支付工资 ¥1,600.00")]
    [InlineData("支付三月份工资", "周永顺向李海生支付三月份工资 ¥1,600.00")]
    [InlineData("退还货款", "周永顺向李海生退还货款 ¥1,600.00")]
    public void Says_pay_once_however_it_was_written(string what, string sentence) => Assert.Contains(
        sentence, (Wages with { Obligations = [Wages.Obligations[0] with { What = what }] }).ToPlainText(), StringComparison.Ordinal);

    [Fact]
    public void Binds_the_text_into_the_hash_together_with_the_parts()
    {
        Assert.Contains("\"text\":\"人民调解协议书\\n", Encoding.UTF8.GetString(Wages.CanonicalBytes()), StringComparison.Ordinal);
        Assert.NotEqual(Wages.Hash(), (Wages with { Version = 2 }).Hash());
    }

    [Fact]
    public void Is_read_back_alike()
    {
        var read = AgreementTextReader.Read(Wages.CanonicalBytes())!;
        Assert.Equal((Wages.Hash(), Wages.ToPlainText()), (read.Hash(), read.ToPlainText()));
    }

    [Fact]
    public void Is_not_read_back_after_any_change_of_one_byte()
    {
        var bytes = Wages.CanonicalBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            var changed = bytes.ToArray();
            changed[i] ^= 1;
            var read = AgreementTextReader.Read(changed);
            Assert.True(read is null || read.Hash() != Wages.Hash(), $"byte {i}");
        }
    }
}
