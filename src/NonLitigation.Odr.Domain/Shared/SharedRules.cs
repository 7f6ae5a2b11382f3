namespace NonLitigation.Odr.Domain.Shared;

/// <summary>Refusals that belong to no single feature.</summary>
public static class SharedRules
{
    /// <summary>Also the answer for what exists but may not be seen: the two must look alike.</summary>
    public static readonly RefusalReason NotFound = new("shared.not-found",
        "没有找到您要的内容。", "There is nothing here for you.");

    public static readonly RefusalReason NotSignedIn = new("accounts.not-signed-in",
        "请先登录。", "Please sign in first.");

    public static readonly RefusalReason TextIsNotUnicode = new("shared.text-not-unicode",
        "文字中含有无法识别的字符，请删除后再试。", "The text contains characters that are not valid Unicode.");

    public static readonly RefusalReason TextIsEmpty = new("shared.text-empty",
        "请填写内容。", "Please write something.");

    public static readonly RefusalReason TextIsTooLong = new("shared.text-too-long",
        "内容过长，请缩短后再试。", "The text is too long.");

    public static readonly RefusalReason AmountOutOfRange = new("shared.amount-out-of-range",
        "金额须在零至九万亿元之间，精确到分。", "The amount must lie between zero and 9,999,999,999,999.99 yuan.");

    public static readonly RefusalReason AlreadyChanged = new("shared.already-changed",
        "内容已被他人更新，请查看最新内容后再试。", "Somebody changed this meanwhile; look at the newest version and try again.");
}
