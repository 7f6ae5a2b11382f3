using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>Why something about taking part at different times is refused.</summary>
public static class SpreadRules
{
    public static readonly RefusalReason IdMissing = new("rooms.spread-id",
        "缺少编号，请重新提交。", "The proposal has no id; please send it again.");

    public static readonly RefusalReason Days = new("rooms.spread-days",
        "最后一天最早为明天，最晚为30天以后。", "The last day lies between tomorrow and thirty days from now.");

    public static readonly RefusalReason Hours = new("rooms.spread-hours",
        "每一轮的时间在2至168小时之间。", "A turn has between 2 and 168 hours.");

    public static readonly RefusalReason Pending = new("rooms.spread-pending",
        "已经有一项不同时间参加的提议，请先答复或者结束。", "There is a proposal to take part at different times already; answer or end it first.");

    public static readonly RefusalReason PartyAnswers = new("rooms.spread-party",
        "是否同意由参加调解的当事人本人决定。", "Whether to consent is for the parties of this mediation themselves.");

    public static readonly RefusalReason Ended = new("rooms.spread-ended",
        "这项提议已经结束；需要的话可以重新提出。", "This has ended; it can be proposed anew.");

    public static readonly RefusalReason NotAgreed = new("rooms.spread-not-agreed",
        "各方还没有都同意不同时间参加。", "The parties have not all agreed to take part at different times.");

    public static readonly RefusalReason Missing = new("rooms.spread-missing",
        "没有找到这项提议。", "There is no such proposal.");

    public static readonly RefusalReason NotInMediation = new("rooms.spread-not-in-mediation",
        "案件不在调解中。", "The case is not in mediation.");
}
