using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>Refusals around the mediator's desk: who waits unheard, canned texts.</summary>
public static class DeskRules
{
    public static readonly RefusalReason LimitOutOfRange = new("rooms.attention-limit",
        "等候提醒的时间应在一分钟到一小时之间。", "The time before somebody is alerted lies between one minute and one hour.");

    public static readonly RefusalReason ShortcutInvalid = new("rooms.snippet-shortcut",
        "简码由一至二十个字母、数字或汉字组成，不含空格。", "The shortcut has one to twenty letters, digits or Chinese characters and no spaces.");

    public static readonly RefusalReason ShortcutTaken = new("rooms.snippet-shortcut-taken",
        "这个简码已用于另一条常用语。", "This shortcut is used by another text.");

    public static readonly RefusalReason TooManySnippets = new("rooms.snippets-full",
        "常用语最多二百条，请先删去不用的。", "There are two hundred texts already; remove some first.");
}
