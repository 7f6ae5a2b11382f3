using NonLitigation.Odr.Domain.Partners;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Partners;

public sealed class FilingAtANotary
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 0, 0, TimeSpan.FromHours(8));

    private static CanonicalObject Packet(string kind, string text = "按月付款", string? reason = null, long? rest = 160_000, bool accepted = true, string address = "连云港市连云区1号") => new()
    {
        ["format"] = $"nonlitigation-odr/{kind}/1", ["agreementText"] = text, ["reason"] = reason,
        ["applicants"] = new CanonicalArray([new CanonicalObject { ["name"] = "李海生", ["address"] = address }]),
        ["acceptances"] = new CanonicalArray(accepted ? [new CanonicalObject { ["name"] = "周永顺" }] : []),
        ["items"] = new CanonicalArray([new CanonicalObject { ["number"] = 1, ["claimedFen"] = CanonicalValue.From(rest), ["restFen"] = CanonicalValue.From(rest) }]),
    };

    private static string Answers(CanonicalObject packet) =>
        string.Join(' ', SimulatedNotary.Answers(packet, new(7, Now, TimeSpan.FromSeconds(4)), Now.AddSeconds(8)).Select(one => one.Kind));

    [Fact]
    public void Is_judged_by_the_simulated_notary_as_the_packet_deserves()
    {
        Assert.Equal("Accepted Issued", Answers(Packet("notarial-deed")));
        Assert.Equal("Accepted Refused", Answers(Packet("notarial-deed", accepted: false)));
        Assert.Equal("Accepted Refused", Answers(Packet("notarial-deed", text: "尽快付款")));
        Assert.Equal("MoreAsked", Answers(Packet("notarial-deed", address: "海州")));
        Assert.Equal("Accepted Issued", Answers(Packet("execution-certificate")));
        Assert.Equal("Accepted Refused", Answers(Packet("execution-certificate", rest: 0)));
        Assert.Equal("Accepted Issued", Answers(Packet("execution-certificate", rest: null)));
        Assert.Equal("MoreAsked", Answers(Packet("notarial-deposit", reason: "不收")));
        Assert.Equal("Accepted Refused", Answers(Packet("notarial-deposit", reason: "债权人说还未到期，不肯收。")));
        Assert.Equal("Accepted Issued", Answers(Packet("notarial-deposit", reason: "债权人多次拒收，没有说理由。")));
        Assert.Empty(SimulatedNotary.Answers(Packet("notarial-deed"), new(7, Now, TimeSpan.FromSeconds(4)), Now.AddSeconds(3)));
    }

    [Fact]
    public void Is_judged_by_the_simulated_court_for_a_payment_order_and_ended_by_an_objection()
    {
        string Court(CanonicalObject packet) => string.Join(' ', SimulatedCourt.Answers(packet, new(7, Now, TimeSpan.FromSeconds(4)), Now.AddSeconds(8)).Select(one => one.Kind));
        Assert.Equal("Accepted Issued", Court(Packet("payment-order")));
        Assert.Equal("Accepted Refused", Court(Packet("payment-order", rest: 0)));
        Assert.Equal("Accepted Ended", Court(Packet("payment-order-objection")));
    }
}
