using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>Refusals around the routes that one party takes by himself: notarised enforceability, deposit, payment order.</summary>
public static class RouteRules
{
    /// <summary>公证法 37: what is accepted is this text and no other.</summary>
    public static readonly RefusalReason AcceptanceOfAnotherText = new("settlements.acceptance-other-text",
        "您看到的协议文本已不是现在的文本，请重新阅读后再作出承诺。", "The text before you is not the present one; please read it again before you accept.");

    public static readonly RefusalReason NothingToAccept = new("settlements.nothing-to-accept",
        "协议中没有由您付款或者交付财物的义务，不需要作出这项承诺。", "You have nothing to pay or hand over under this agreement, so there is nothing to accept.");

    public static readonly RefusalReason WordsDiffer = new("settlements.route-words-conflict",
        "您同意的文字与当前显示的不一致，请重新阅读后再同意。", "The words you agreed to are not the present ones; please read them again.");

    public static readonly RefusalReason AlreadyAccepted = new("settlements.already-accepted",
        "您已经对这份协议作出过承诺。", "You have accepted enforcement of this text already.");

    public static readonly RefusalReason NotOffered = new("settlements.route-not-offered",
        "这条途径现在不能由您办理，页面可能已过时，请刷新。", "This way is not yours to take now; the page may be old, please reload.");

    public static readonly RefusalReason NoSuchItem = new("settlements.route-no-such-item",
        "所选的义务不能这样办理，请重新选择。", "The chosen obligation cannot be taken this way; please choose again.");

    public static readonly RefusalReason NoSuchApplication = new("settlements.no-such-application",
        "没有这份申请，页面可能已过时，请刷新。", "There is no such application; the page may be old, please reload.");

    public static readonly RefusalReason NotConnected = new("settlements.route-not-connected",
        "受理机构的系统尚未接入，请带材料到现场办理。", "Its system is not connected; please go there with the papers.");

    public static readonly RefusalReason IdReused = new("settlements.route-id-reused",
        "这个操作编号已经用于另一项操作，请刷新页面后重试。", "This id was used for another act; please reload the page and try again.");

    public static readonly RefusalReason DetailsMissing = new("settlements.route-details-missing",
        "请填写您的证件号码和住所。", "Please give your identity number and address.");

    public static readonly RefusalReason ReasonMissing = new("settlements.route-reason-missing",
        "请写明理由。", "Please write the reason.");

    public static readonly RefusalReason TextTooLong = new("settlements.route-text-too-long",
        "住所最多200字，理由最多1000字。", "An address has at most 200 characters, a reason at most 1,000.");

    public static readonly RefusalReason NothingToSupply = new("settlements.route-nothing-to-supply",
        "现在不需要补充材料。", "Nothing is to be supplied now.");

    public static readonly RefusalReason NotDeposited = new("settlements.not-deposited",
        "没有可以领取的提存。", "There is no deposit to collect.");

    public static readonly RefusalReason AlreadyCollected = new("settlements.already-collected",
        "这笔提存已经登记领取。", "This deposit has been recorded as collected already.");

    /// <summary>民法典 574.</summary>
    public static readonly RefusalReason OwesInReturn = new("settlements.owes-in-return",
        "您对债务人还有到期没有履行的义务，履行以前不能领取提存（民法典第五百七十四条）。", "You owe the debtor something that is due yourself; it has to be performed before you collect (Civil Code, art. 574).");

    /// <summary>民法典 574.</summary>
    public static readonly RefusalReason Lapsed = new("settlements.deposit-lapsed",
        "自提存之日起五年没有领取，领取的权利已经消灭（民法典第五百七十四条）。", "Five years have passed since the deposit; the right to collect it has lapsed (Civil Code, art. 574).");

    public static readonly RefusalReason NoOrder = new("settlements.no-order-to-object",
        "没有可以提出异议的支付令。", "There is no payment order to object to.");

    public static readonly RefusalReason ObjectionTooLate = new("settlements.objection-too-late",
        "15日的异议期限已经届满。", "The 15 days for an objection are over.");

    /// <param name="reason">Of the route that is not open.</param>
    public static RefusalReason Closed(Saying reason) => new("settlements.route-closed", reason.Zh, reason.En);
}
