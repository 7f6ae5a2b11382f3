using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>Refusals around a mediator's private notes.</summary>
public static class NotesRules
{
    public static readonly RefusalReason ChangedElsewhere = new("cases.notes-changed",
        "这份笔记已在您的另一台设备或另一个页面上修改。", "These notes were changed on another device or page of yours.");

    public static readonly RefusalReason Unreadable = new("cases.notes-unreadable",
        "笔记的密钥已不可用，暂时无法读取，请联系平台管理员。", "The key of these notes is not available; they cannot be read now. Please tell whoever runs the platform.");
}
