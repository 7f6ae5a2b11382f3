using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Network;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>What the law leaves to a party when an effective agreement is not performed.</summary>
public static class PerformanceWays
{
    private static readonly OtherWay Enforcement = new("enforcement",
        "协议经司法确认有效的，向人民法院申请强制执行", "Where a court has confirmed the agreement, apply to it for enforcement", "《人民调解法》第三十三条");
    private static readonly OtherWay PaymentOrder = new("payment-order",
        "拖欠劳动报酬、工伤医疗费、经济补偿或者赔偿金的，凭调解协议书向人民法院申请支付令", "For wages, injury medical fees and compensation: a payment order on the strength of the agreement", "《劳动争议调解仲裁法》第十六条");
    private static readonly OtherWay LabourArbitration = new("labour-arbitration",
        "向劳动人事争议仲裁委员会申请仲裁", "Labour arbitration", "《劳动争议调解仲裁法》第十五条");

    /// <summary>In the order in which they help soonest.</summary>
    public static IReadOnlyList<OtherWay> For(DisputeKind kind, DateTimeOffset effectiveAt, DateTimeOffset now)
    {
        // Not a civil matter: courts neither confirm nor enforce it on the strength of the mediation.
        if (kind == DisputeKind.Administrative) return OtherWays.For(kind);
        var labour = kind is DisputeKind.LabourWages or DisputeKind.LabourOther;
        var confirm = Deadline.Of(LawRules.JudicialConfirmation, effectiveAt);
        var sue = LawRules.On(Deadline.DayOf(now), LawRules.PerformanceDispute);
        return
        [
            .. confirm.IsOver(now) ? [] : new[] { Confirmation(confirm) },
            Enforcement,
            .. labour ? [PaymentOrder, LabourArbitration] : Array.Empty<OtherWay>(),
            new OtherWay("lawsuit", sue.Zh, sue.En, sue.Citation),
        ];
    }

    private static OtherWay Confirmation(Deadline until)
    {
        var last = Deadline.DayOf(until.DueAt.AddTicks(-1));
        return new("judicial-confirmation",
            $"在{SpokenDay.Zh(last)}前（含当日），各方共同向人民法院申请司法确认",
            $"Apply together for judicial confirmation, until the end of {SpokenDay.En(last)}", until.Rule.Citation);
    }
}
