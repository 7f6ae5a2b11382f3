using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>Why a time for a sitting is refused.</summary>
public static class SittingsRules
{
    public static readonly RefusalReason NotInMediation = new("rooms.sitting-not-in-mediation",
        "案件不在调解中，不能安排调解时间。", "The case is not in mediation, so no sitting can be arranged.");

    public static readonly RefusalReason TimesMissing = new("rooms.sitting-times",
        "请提出1至5个时间。", "Propose one to five times.");

    public static readonly RefusalReason InThePast = new("rooms.sitting-past",
        "这个时间已经过去，请选择以后的时间。", "This time has passed; choose a later one.");

    public static readonly RefusalReason TooFarOff = new("rooms.sitting-too-far",
        "时间太远，请选择180天以内的时间。", "This is too far off; choose a time within 180 days.");

    public static readonly RefusalReason LengthOutOfRange = new("rooms.sitting-length",
        "时长应在15分钟至8小时之间。", "A sitting lasts between 15 minutes and 8 hours.");

    public static readonly RefusalReason TimesOverlap = new("rooms.sitting-times-overlap",
        "提出的时间互相重叠，请调整。", "The times you propose overlap each other.");

    public static readonly RefusalReason Pending = new("rooms.sitting-pending",
        "已经提出过时间，正在等待答复。请先确定或者取消。", "Times have been proposed already and wait for answers; fix one or cancel them first.");

    public static readonly RefusalReason NotProposed = new("rooms.sitting-not-proposed",
        "这次提出的时间已经确定或者取消。", "These times are no longer asked about: one was fixed, or they were cancelled.");

    public static readonly RefusalReason NotFixed = new("rooms.sitting-not-fixed",
        "这次调解没有确定的时间，或者已经结束。", "This sitting has no fixed time, or is over.");

    public static readonly RefusalReason AnswerIncomplete = new("rooms.sitting-answer-incomplete",
        "请对每个时间都作出选择。", "Give an answer to each of the times.");

    public static readonly RefusalReason PartiesAnswer = new("rooms.sitting-parties-answer",
        "提出的时间由当事人答复。", "The parties answer the proposed times.");

    public static readonly RefusalReason ReasonNeeded = new("rooms.sitting-reason-needed",
        "请写明原因，当事人会看到。", "Give the reason; the parties will read it.");

    public static readonly RefusalReason FeedForMediators = new("rooms.calendar-for-mediators",
        "日历订阅供调解员使用。", "Calendar subscriptions are for mediators.");

    /// <param name="first">The leave's first day.</param>
    public static RefusalReason OnLeave(DateOnly first, DateOnly last) => new("rooms.sitting-on-leave",
        $"这个时间您在休假（{first:yyyy年M月d日}至{last:yyyy年M月d日}）。请另选时间，或者先取消休假。",
        $"You are on leave then ({first:yyyy-MM-dd} to {last:yyyy-MM-dd}). Choose another time, or cancel the leave first.");

    /// <param name="with">The sitting that is fixed already.</param>
    public static RefusalReason Overlaps(SittingSlot with) => new("rooms.sitting-overlaps",
        $"与您已确定的另一次调解时间重叠：{TimeZones.Chinese(with.StartsAt, null)}起{with.Minutes}分钟。",
        $"You have another sitting then: {TimeZones.English(with.StartsAt, null)}, {with.Minutes} minutes.");
}
