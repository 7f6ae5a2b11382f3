using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>Refusals around the joint application for judicial confirmation.</summary>
public static class ConfirmationRules
{
    public static readonly RefusalReason NotEffective = new("settlements.not-effective",
        "协议尚未生效，还谈不上强制执行。", "The agreement has not taken effect, so there is nothing to enforce yet.");

    public static readonly RefusalReason NoApplication = new("settlements.no-confirmation",
        "还没有人提起司法确认申请，页面可能已过时，请刷新。", "Nobody has begun an application for confirmation; the page may be old, please reload.");

    public static readonly RefusalReason AlreadyBegun = new("settlements.already-begun",
        "已经有一份司法确认申请，请在原申请上操作。", "There is an application for confirmation already; please go on with that one.");

    public static readonly RefusalReason IdReused = new("settlements.confirmation-id-reused",
        "这个操作编号已经用于另一项操作，请刷新页面后重试。", "This id was used for another act; please reload the page and try again.");

    public static readonly RefusalReason NoSuchCourt = new("settlements.no-such-court",
        "这个法院对本案没有管辖权，请从列出的法院中选择。", "This court has no jurisdiction here; please choose one from the list.");

    /// <summary>民事诉讼法 205.</summary>
    public static readonly RefusalReason TooLate = new("settlements.confirmation-too-late",
        "自协议生效之日起30日的申请期限已经届满（民事诉讼法第二百零五条）。", "The 30 days from effect for applying are over (Civil Procedure Law, art. 205).");

    public static readonly RefusalReason NotOpen = new("settlements.confirmation-not-open",
        "这份申请已经不在等待各方答复的阶段，页面可能已过时，请刷新。", "This application does not wait for answers any more; the page may be old, please reload.");

    public static readonly RefusalReason AlreadyAnswered = new("settlements.already-answered",
        "您已经答复过这份申请。", "You have answered this application already.");

    public static readonly RefusalReason AlreadySent = new("settlements.already-sent",
        "材料已经发往法院，不能在这里撤回；请直接联系法院。", "The packet is on its way to the court and cannot be withdrawn here; please contact the court.");

    public static readonly RefusalReason NothingToSupply = new("settlements.nothing-to-supply",
        "现在不需要补充材料。", "Nothing is to be supplied now.");

    /// <summary>个人信息保护法 23: consent is to the words that were read.</summary>
    public static readonly RefusalReason ConsentDiffers = new("settlements.consent-conflict",
        "您同意的文字与当前显示的不一致，请重新阅读后再同意。", "The words you consented to are not the present ones; please read them again.");

    public static readonly RefusalReason TextTooLong = new("settlements.confirmation-text-too-long",
        "住所最多200字，理由最多1000字。", "An address has at most 200 characters, a reason at most 1,000.");

    public static readonly RefusalReason IdNumberDoubtful = new("settlements.id-number-doubtful",
        "身份证件号码有误，请核对。", "The identity number cannot be right; please check it.");

    public static readonly RefusalReason NoSuchProof = new("settlements.no-such-proof",
        "没有在案卷中找到所选的材料，请重新选择。", "The chosen paper is not in the case file; please choose again.");

    public static readonly RefusalReason NotComplete = new("settlements.packet-not-complete",
        "材料还不齐全，请先补齐标出的项目。", "The packet is not complete; please supply what is named as missing first.");

    public static readonly RefusalReason CourtConnected = new("settlements.court-connected",
        "材料由平台直接送达法院，不需要下载后自行提交。", "The packet goes to the court from here; there is nothing to download and take there.");

    /// <param name="reason">Of the route that is not open.</param>
    public static RefusalReason RouteClosed(Saying reason) => new("settlements.confirmation-route-closed", reason.Zh, reason.En);
}
