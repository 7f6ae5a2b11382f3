using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Network;

/// <summary>Why a mediator's leave is refused.</summary>
public static class LeaveRules
{
    public static readonly RefusalReason IdMissing = new("network.leave-id",
        "缺少编号，请重新提交。", "The leave has no id; please send it again.");

    public static readonly RefusalReason Days = new("network.leave-days",
        "请填写今天以后、先后正确、不超过180天的休假日期。", "Give days that are not over, in their order, at most 180, and within a year.");

    public static readonly RefusalReason Overlaps = new("network.leave-overlaps",
        "与您已登记的另一次休假重叠。", "This overlaps another leave of yours.");

    public static readonly RefusalReason ForMediators = new("network.leave-for-mediators",
        "休假由调解员本人登记。", "Leave is entered by mediators themselves.");
}
