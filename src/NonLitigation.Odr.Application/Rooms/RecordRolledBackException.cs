namespace NonLitigation.Odr.Application.Rooms;

/// <summary>The record is older than what was published of it, or another one: the service does not run on it.</summary>
public sealed class RecordRolledBackException(LostRecord lost) : Exception($"{Code}: {Zh} {En} {lost}")
{
    public const string Code = "rooms.record-rolled-back",
        Zh = "数据库记录早于已公布的检查点，或与其不一致，服务拒绝运行。请恢复更新的备份；确已无法恢复的，运行 odr-server acknowledge-rollback --reason \"原因\"，该决定将写入公开日志。",
        En = "The record is older than its published checkpoints, or contradicts them, so the service does not run on it. Restore a newer backup; if there is none, run: odr-server acknowledge-rollback --reason \"WHY\" (the public log will say so).";

    public LostRecord Lost { get; } = lost;
}
