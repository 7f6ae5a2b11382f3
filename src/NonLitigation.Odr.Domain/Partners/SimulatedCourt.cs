using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using static NonLitigation.Odr.Domain.Settlements.FilingAnswerKind;

namespace NonLitigation.Odr.Domain.Partners;

/// <summary>
/// The judgement of a made-up court, for demonstration only: it looks at a packet as a clerk would, and answers at its own pace. The same packet gets the
/// same answers whenever it is asked.
/// </summary>
public static class SimulatedCourt
{
    private static readonly string[] Vague = ["尽快", "适当", "酌情", "视情况", "协商解决"];

    public static IReadOnlyList<FilingAnswer> Answers(CanonicalObject packet, SimulatedEntry entry, DateTimeOffset now)
    {
        var year = entry.ReceivedAt.Year;
        return packet.Text("format") switch
        {
            "nonlitigation-odr/payment-order/1" => SimulatedJudgement.Answers(packet, entry, now, $"（{year}）模拟民督{entry.Register}号", Order(packet)),
            "nonlitigation-odr/payment-order-objection/1" => SimulatedJudgement.Answers(packet, entry, now, $"（{year}）模拟民督异{entry.Register}号", (Ended, "民事裁定书：债务人在法定期限内提出异议，终结督促程序，支付令自行失效。申请人可以申请劳动仲裁或者起诉。")),
            _ => SimulatedJudgement.Answers(packet, entry, now, $"（{year}）模拟调确{entry.Register}号", Confirmation(packet)),
        };
    }

    private static (FilingAnswerKind, string) Confirmation(CanonicalObject packet) => Array.Find(Vague, (packet.Text("agreementText") ?? "").Contains) is { } vague
        ? (Refused, $"民事裁定书：协议内容不明确（“{vague}”），依照民诉解释第三百五十八条裁定驳回申请。")
        : (Confirmed, "民事裁定书：调解协议有效。");

    private static (FilingAnswerKind, string) Order(CanonicalObject packet) => SimulatedJudgement.Rest(packet) is var rest and > 0
        ? (Issued, $"支付令：债务人自收到本支付令之日起十五日内向申请人清偿{new Money(rest).ToFigures()}，或者提出书面异议。")
        : (Refused, "民事裁定书：债务已经清偿，驳回支付令申请。");
}
