using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>Every refusal of this feature.</summary>
public static class CasesRules
{
    public static readonly RefusalReason NotAtThisStage = new("cases.not-at-this-stage",
        "案件目前所处的阶段不能进行这项操作，或者您的身份不能进行这项操作。", "This cannot be done at the present stage of the case, or not by you.");

    public static readonly RefusalReason FormHasErrors = new("cases.form-has-errors",
        "申请表中有需要改正的内容，您已填写的内容不会丢失。", "The application has fields to correct; nothing you wrote is lost.");

    public static readonly RefusalReason NoSuchList = new("cases.no-such-list",
        "没有这个列表。", "There is no such list; ask for mine, queue or board.");

    public static readonly RefusalReason RequestReused = new("cases.request-id-reused",
        "这份申请已经提交过，内容与本次不同。请刷新页面后重新提交。", "This application was already filed with other content; reload the page and file again.");

    public static readonly RefusalReason NoOrganisation = new("cases.no-organisation",
        "没有找到所选的调解组织，请重新选择。", "The chosen organisation was not found; please choose again.");

    public static readonly RefusalReason SamePersonOnBothSides = new("cases.same-person-twice",
        "同一个人不能在一个案件中代表两方。", "One person cannot stand for two parties of one case.");

    public static readonly RefusalReason InvitationNotValid = new("cases.invitation-expired",
        "这个邀请链接无效或者已经过期，请联系调解中心重新发送。", "This invitation is not valid any more; ask the centre to send it again.");

    public static readonly RefusalReason AlreadyAnswered = new("cases.already-answered",
        "您已经答复过这份邀请。", "You have already answered this invitation.");

    public static readonly RefusalReason AlreadyIdentified = new("cases.already-identified",
        "对方已经凭链接进入，联系方式不能再改。", "This party has entered by the link already; the contact cannot be changed any more.");

    public static readonly RefusalReason ContactUnknown = new("cases.contact-unknown",
        "还没有这一方的联系方式，请先填写手机号或者邮箱。", "There is no contact of this party yet; give a mobile number or an e-mail address first.");

    public static readonly RefusalReason ContactOfAnotherParty = new("cases.contact-of-another-party",
        "这个联系方式已用于本案的另一方，请核对。", "Another party of this case has this contact already; please check it.");

    /// <summary>人民调解法 17.</summary>
    public static readonly RefusalReason RefusedMediation = new("cases.refused-mediation",
        "您已明确拒绝调解，本案对您不再进行调解（人民调解法第十七条）。", "You refused mediation; there is none for you in this case (People's Mediation Law, art. 17).");

    public static readonly RefusalReason NobodyConsented = new("cases.nobody-consented",
        "还没有被申请人同意调解，不能指定调解员。", "No respondent has consented yet; a mediator cannot be appointed.");

    public static readonly RefusalReason NoSuchMediator = new("cases.no-such-mediator",
        "没有找到这位调解员，请重新选择。", "This mediator was not found; please choose again.");

    public static readonly RefusalReason MediatorAtCapacity = new("cases.mediator-at-capacity",
        "这位调解员手中的案件已满，请选择其他调解员。", "This mediator has no capacity left; please choose another.");

    public static readonly RefusalReason MediatorHasItAlready = new("cases.mediator-has-it-already",
        "本案已经由这位调解员主持，请选择其他调解员。", "This mediator has the case already; please choose another.");

    /// <param name="until">The last day of his leave; whoever chooses him all the same repeats it.</param>
    public static RefusalReason MediatorAway(DateOnly until) => new("cases.mediator-away",
        $"这位调解员休假至{until:yyyy年M月d日}。仍要选择的，请在知道这一点后再次确认；由机构指定的，请同时写明理由。",
        $"This mediator is away until {until:yyyy-MM-dd}. To choose him all the same, confirm knowing this; an organisation that appoints also gives its reason.");

    public static readonly RefusalReason MediatorInConflict = new("cases.mediator-in-conflict",
        "这位调解员与本案有利害关系或者曾为一方服务，不能调解本案。", "This mediator has a connection with the case and cannot mediate it.");

    public static readonly RefusalReason MediatorStillHasTime = new("cases.mediator-still-has-time",
        "调解员的答复期限（3个工作日）尚未届满，不能另行指定（在线调解规则第十二条）。", "The mediator's three working days are not over; nobody else can be appointed yet (online mediation rules, art. 12).");

    /// <summary>Court rules art. 12: declining is in writing with a reason.</summary>
    public static readonly RefusalReason ReasonNeeded = new("cases.reason-needed",
        "请写明理由（2000字以内）。", "Please give a reason (up to 2,000 characters).");

    public static readonly RefusalReason ClosingReasonNotYours = new("cases.closing-reason-not-yours",
        "您不能以这个理由终结案件。", "You cannot close the case for this reason.");

    public static readonly RefusalReason TermNotOver = new("cases.term-not-over",
        "调解期限尚未届满，不能以期限届满为由终结。", "The term of the mediation is not over; it cannot be closed as expired.");

    public static readonly RefusalReason TermIsOver = new("cases.term-is-over",
        "调解期限已经届满，不能再延长或者暂停。", "The term of the mediation is over; it can be neither extended nor suspended any more.");

    /// <summary>Court rules art. 24.</summary>
    public static readonly RefusalReason ExtensionNotLater = new("cases.extension-not-later",
        "新的截止日要晚于现在的截止日，并且在一年以内。", "The new last day has to be later than the present one, and within a year.");

    public static readonly RefusalReason ExtensionPending = new("cases.extension-pending",
        "已经提出过延长，还有当事人没有答复。", "An extension was proposed already; not all parties have answered.");

    public static readonly RefusalReason NoExtensionPending = new("cases.no-extension-pending",
        "现在没有等您答复的延长提议，页面可能已过时，请刷新。", "No extension waits for your answer; the page may be old, please reload.");

    /// <summary>Court rules art. 26.</summary>
    public static readonly RefusalReason AlreadySuspended = new("cases.already-suspended",
        "调解期限已经暂停计算。", "The term is suspended already.");

    public static readonly RefusalReason NotSuspended = new("cases.not-suspended",
        "调解期限没有暂停，不需要恢复。", "The term is not suspended.");
}
