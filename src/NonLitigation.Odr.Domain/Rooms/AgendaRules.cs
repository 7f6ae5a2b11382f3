using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>Why something about a room's agenda is refused.</summary>
public static class AgendaRules
{
    public static readonly RefusalReason NotHere = new("rooms.agenda-not-here",
        "这个房间没有议程。", "This room has no agenda.");

    public static readonly RefusalReason Changed = new("rooms.agenda-changed",
        "议程刚刚被改动过，请查看最新的议程再修改。", "The agenda has just been changed; please look at it as it is now.");

    public static readonly RefusalReason TooMany = new("rooms.agenda-full",
        "议程最多20项。", "An agenda has at most 20 points.");

    public static readonly RefusalReason Same = new("rooms.agenda-ids",
        "议程各项的编号缺少或者重复，请重新提交。", "The ids of the points are missing or not different; please send it again.");

    public static readonly RefusalReason Begun = new("rooms.agenda-begun",
        "已经开始的议程项不能删去。", "A point that has begun cannot be taken away.");

    public static readonly RefusalReason Title = new("rooms.agenda-title",
        "每一项要写明内容，最多80字。", "Each point says what it is about, in at most 80 characters.");

    public static readonly RefusalReason Speaker = new("rooms.agenda-speaker",
        "发言人最多40字。", "Who speaks is said in at most 40 characters.");

    public static readonly RefusalReason Minutes = new("rooms.agenda-minutes",
        "每一项的时间在1至240分钟之间。", "A point takes between 1 and 240 minutes.");

    public static readonly RefusalReason NoSuchItem = new("rooms.agenda-no-item",
        "议程里没有这一项。", "There is no such point on the agenda.");

    public static readonly RefusalReason Over = new("rooms.agenda-over",
        "这一项已经结束。", "This point is over.");

    public static readonly RefusalReason NotBegun = new("rooms.agenda-not-begun",
        "这一项还没有开始。", "This point has not begun.");
}
