using NonLitigation.Odr.Domain.Partners;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Partners;

public sealed class FilingAtACourt
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 0, 0, TimeSpan.FromHours(8));
    private readonly PartnerFiling _filing = new(PartnerDesk.Court, FilingSubject.Confirmation, Guid.NewGuid(), Guid.NewGuid(), 1, "{}"u8.ToArray(), Now);

    private FilingReceipt Receipt => new(PartnerDesk.Court, _filing.Id, _filing.PacketSha256, "收1", Now);

    [Fact]
    public void Takes_only_a_receipt_for_these_bytes_under_this_key()
    {
        foreach (var (receipt, claimed) in new[]
        {
            (Receipt with { Key = Guid.NewGuid() }, null), (Receipt with { Desk = PartnerDesk.Notary }, null), (Receipt with { PacketSha256 = new string('0', 64) }, null), (Receipt, new string('0', 64)), (Receipt with { Number = "收2" }, Receipt.Sha256),
        })
            Assert.Equal("partners.receipt-doubtful", Assert.Throws<RefusalException>(() => _filing.Take(receipt, claimed ?? receipt.Sha256, Now)).Code);
        Assert.Null(_filing.Receipt);
        _filing.Take(Receipt, Receipt.Sha256, Now);
        Assert.Equal(Receipt.CanonicalBytes(), _filing.Receipt);
    }

    [Fact]
    public void Waits_longer_after_each_failure_and_never_gives_up()
    {
        var waits = Enumerable.Range(0, 12).Select(_ =>
        {
            _filing.Failed("away", Now);
            return (_filing.NextTryAt - Now).TotalSeconds;
        }).ToList();
        Assert.Equal([5, 10, 20, 40], waits.Take(4));
        Assert.Equal(600, waits[^1]);
    }

    [Theory]
    [InlineData("连云港市连云区1号", "按月付款", "Accepted Confirmed")]
    [InlineData("连云港市连云区1号", "尽快付款", "Accepted Refused")]
    [InlineData("海州", "按月付款", "MoreAsked")]
    public void Is_judged_by_the_simulated_court_the_same_way_whenever_it_is_asked(string address, string text, string answers)
    {
        var packet = new CanonicalObject { ["agreementText"] = text, ["applicants"] = new CanonicalArray([new CanonicalObject { ["name"] = "李海生", ["address"] = address }]) };
        IReadOnlyList<FilingAnswer> At(double seconds) => SimulatedCourt.Answers(packet, new(7, Now, TimeSpan.FromSeconds(4)), Now.AddSeconds(seconds));
        Assert.Empty(At(3.9));
        Assert.Equal(answers.Split(' ')[0], Assert.Single(At(4)).Kind.ToString());
        Assert.Equal(answers, string.Join(' ', At(8).Select(one => one.Kind)));
        Assert.Equal(At(8), At(800));
        Assert.Equal(At(8).Select((_, at) => at + 1), At(8).Select(one => one.Number));
    }
}
