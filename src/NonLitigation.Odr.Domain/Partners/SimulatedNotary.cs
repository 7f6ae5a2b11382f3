using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using static NonLitigation.Odr.Domain.Settlements.FilingAnswerKind;

namespace NonLitigation.Odr.Domain.Partners;

/// <summary>The judgement of a made-up notary, for demonstration only. The same packet gets the same answers whenever it is asked.</summary>
public static class SimulatedNotary
{
    private const int ShortestReason = 8;
    private static readonly string[] Vague = ["尽快", "适当", "酌情", "视情况"];
    private static readonly string[] GoodReasons = ["未到期", "质量", "数量不符"];

    public static IReadOnlyList<FilingAnswer> Answers(CanonicalObject packet, SimulatedEntry entry, DateTimeOffset now)
    {
        var year = entry.ReceivedAt.Year;
        IReadOnlyList<FilingAnswer> Decide(string word, (FilingAnswerKind, string) decision, string? missing = null) =>
            SimulatedJudgement.Answers(packet, entry, now, $"（{year}）模拟公证{word}字第{entry.Register}号", decision, missing);
        return packet.Text("format") switch
        {
            "nonlitigation-odr/execution-certificate/1" => Decide("执", Certificate(packet)),
            "nonlitigation-odr/notarial-deposit/1" => Decide("提", Deposit(packet), (packet.Text("reason") ?? "").Length < ShortestReason ? "请详细说明债权人不受领的经过，并附上证明。" : null),
            _ => Decide("债", Deed(packet)),
        };
    }

    private static (FilingAnswerKind, string) Deed(CanonicalObject packet)
    {
        if (packet["acceptances"] is not CanonicalArray { Count: > 0 }) return (Refused, "不予办理：没有债务人愿意接受强制执行的承诺（公证法第三十七条）。");
        return Array.Find(Vague, (packet.Text("agreementText") ?? "").Contains) is { } vague
            ? (Refused, $"不予办理：给付内容不明确（“{vague}”）。")
            : (Issued, "公证书：兹证明各方签订的调解协议真实、合法，赋予强制执行效力。");
    }

    private static (FilingAnswerKind, string) Certificate(CanonicalObject packet) => SimulatedJudgement.Rest(packet) is var rest and > 0
        ? (Issued, $"执行证书：债务人未履行{new Money(rest).ToFigures()}，申请人可以凭本证书和公证书向人民法院申请执行。")
        : SimulatedJudgement.Items(packet).Any(one => one.Number("claimedFen") is null)
            ? (Issued, "执行证书：债务人没有交付约定的标的物，申请人可以凭本证书和公证书向人民法院申请执行。")
            : (Refused, "不予出具：债务已经履行完毕。");

    private static (FilingAnswerKind, string) Deposit(CanonicalObject packet) => Array.Find(GoodReasons, (packet.Text("reason") ?? "").Contains) is { } good
        ? (Refused, $"不予提存：债权人有正当理由不受领（“{good}”）。")
        : (Issued, "提存公证书：提存成立，视为债务人在提存范围内已经交付（民法典第五百七十一条）。");
}
