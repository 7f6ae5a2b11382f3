using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Partners;

/// <summary>
/// The judgement of a made-up court, for demonstration only: it looks at a packet as a clerk would, and answers at its own pace. The same packet gets the
/// same answers whenever it is asked.
/// </summary>
public static class SimulatedCourt
{
    private const int ShortestAddress = 6;
    private static readonly string[] Vague = ["尽快", "适当", "酌情", "视情况", "协商解决"];

    /// <param name="register">Its running number in the court's register.</param>
    /// <param name="pace">Time between receipt and filing, and again to the ruling.</param>
    public static IReadOnlyList<CourtAnswer> Answers(CanonicalObject packet, long register, DateTimeOffset receivedAt, TimeSpan pace, DateTimeOffset now)
    {
        var (filedAt, ruledAt) = (receivedAt + pace, receivedAt + 2 * pace);
        if (now < filedAt) return [];
        if (Missing(packet) is { } more) return [new(1, CourtAnswerKind.MoreAsked, null, more, filedAt)];
        var number = $"（{receivedAt.Year}）模拟调确{register}号";
        var accepted = new CourtAnswer(1, CourtAnswerKind.Accepted, number, null, filedAt);
        if (now < ruledAt) return [accepted];
        var text = packet.Text("agreementText") ?? "";
        return Array.Find(Vague, text.Contains) is { } vague
            ? [accepted, new(2, CourtAnswerKind.Refused, number, $"民事裁定书：协议内容不明确（“{vague}”），依照民诉解释第三百五十八条裁定驳回申请。", ruledAt)]
            : [accepted, new(2, CourtAnswerKind.Confirmed, number, "民事裁定书：调解协议有效。", ruledAt)];
    }

    private static string? Missing(CanonicalObject packet)
    {
        var unclear = (packet["applicants"] as CanonicalArray ?? []).OfType<CanonicalObject>().Where(one => (one.Text("address") ?? "").Length < ShortestAddress).Select(one => one.Text("name"));
        return string.Join('、', unclear) is { Length: > 0 } names ? $"请补充{names}的详细住所，写到门牌号。" : null;
    }
}
