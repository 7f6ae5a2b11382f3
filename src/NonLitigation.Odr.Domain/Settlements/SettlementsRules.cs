using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>Refusals around agreements. An agreement binds when every party and the mediator have signed the same bytes and the seal is on (人民调解法 29).</summary>
public static class SettlementsRules
{
    public static readonly RefusalReason TooMuch = new("settlements.over-limit",
        "协议最多六十个条款、一百项履行义务。", "An agreement holds at most sixty clauses and a hundred obligations.");

    public static readonly RefusalReason AmountNotPositive = new("settlements.amount-not-positive",
        "金额须大于零，精确到分。", "The amount must be more than zero and within the limit, counted in fen.");

    public static readonly RefusalReason NoSuchClause = new("settlements.no-such-clause",
        "请选择协议里的条款或者履行义务。", "Choose clauses or obligations of the agreement.");

    public static readonly RefusalReason SplitNeedsNames = new("settlements.split-needs-names",
        "拆出的履行义务须先写明谁向谁履行。", "Say who owes it to whom before an obligation is split off.");

    public static readonly RefusalReason PaperIsFixed = new("settlements.paper-is-fixed",
        "书面部分已经固定，修改前请先重新打开。", "The part on paper is fixed: reopen it before changing it.");

    public static readonly RefusalReason PaperIsEmpty = new("settlements.paper-is-empty",
        "书面部分还没有条款。", "The part on paper has no clause yet.");

    public static readonly RefusalReason PaperNotFixed = new("settlements.paper-not-fixed",
        "书面部分尚未固定，还不能打印和签署。", "The part on paper is not fixed, so there is nothing to print or sign.");

    public static readonly RefusalReason PaperIsSigned = new("settlements.paper-is-signed",
        "书面部分已经签署，不能再改动。", "The part on paper has been signed and can no longer change.");

    public static readonly RefusalReason PlaceMissing = new("settlements.place-missing",
        "请写明签署地点。", "Say where it was signed.");

    public static readonly RefusalReason NotSignedYet = new("settlements.not-signed-yet",
        "签署日期不能晚于今天。", "It cannot have been signed after today.");

    public static readonly RefusalReason ScanMissing = new("settlements.scan-missing",
        "请先上传签署盖章后的扫描件（PDF 或者图片）。", "First upload the scan of the signed and sealed paper, a PDF or a picture.");

    public static readonly RefusalReason SheetNotDraft = new("settlements.sheet-not-draft",
        "这份文字已交各方核对，不能再改。", "This text has been put to the parties and cannot be changed now.");

    public static readonly RefusalReason SheetNotAsked = new("settlements.sheet-not-asked",
        "这份文字没有请您核对。", "You are not asked to confirm this text.");

    public static readonly RefusalReason SheetAnswered = new("settlements.sheet-answered",
        "您已经核对过这份文字。", "You have answered to this text already.");

    public static readonly RefusalReason SheetAsksNobody = new("settlements.sheet-asks-nobody",
        "没有参加调解的当事人可以核对。", "Nobody takes part who could confirm it.");

    public static readonly RefusalReason CorrectionMissing = new("settlements.correction-missing",
        "请写明哪里要更正。", "Say what has to be corrected.");

    public static readonly RefusalReason NotInMediation = new("settlements.not-in-mediation",
        "案件在调解中才能起草和签署协议。", "An agreement can be drafted and frozen only while the case is in mediation.");

    public static readonly RefusalReason NothingToShow = new("settlements.nothing-to-show",
        "还没有保存过草稿，没有内容可以给各方看。", "Nothing has been saved yet that could be shown to the parties.");

    public static readonly RefusalReason CommentsOnDraftOnly = new("settlements.comments-on-draft-only",
        "协议在起草中才能提意见。", "Comments are taken while the agreement is being drafted.");

    public static readonly RefusalReason CommentOfAnother = new("settlements.comment-of-another",
        "只有提出意见的人和调解员可以把它标为已处理。", "Only its author and the mediator can settle a comment.");

    public static readonly RefusalReason DeskMissing = new("settlements.desk-missing",
        "请求里缺少页面编号。", "The request does not say which page it comes from.");

    public static readonly RefusalReason CaseEnded = new("settlements.case-ended",
        "案件已经终结，协议不能再签署。", "The case has ended, so the agreement can no longer be signed.");

    public static readonly RefusalReason ReopenFirst = new("settlements.reopen-first",
        "协议文本已固定，修改前请先重新打开；已作的签署将全部失效。", "The text is frozen: reopen it before changing it; all consents given so far will be void.");

    public static readonly RefusalReason NotFrozen = new("settlements.not-frozen",
        "协议文本尚未固定，还不能签署。", "The text is not frozen, so there is nothing to sign.");

    public static readonly RefusalReason AlreadyDeclined = new("settlements.already-declined",
        "已有一方拒绝签署，请等待调解员重新打开协议。", "Somebody declined to sign; wait until the mediator reopens the agreement.");

    public static readonly RefusalReason AlreadyEffective = new("settlements.already-effective",
        "协议已经生效，不能再改动。", "The agreement has taken effect and can no longer change.");

    public static readonly RefusalReason OtherText = new("settlements.text-conflict",
        "您看到的文本不是当前待签的文本，请重新阅读后再签。", "The text you were shown is not the one to be signed now; please read it again.");

    public static readonly RefusalReason NotASigner = new("settlements.not-a-signer",
        "您不是这份协议的签署人。", "Your signature is not among those this agreement needs.");

    public static readonly RefusalReason AlreadySigned = new("settlements.already-signed",
        "您已经签署了这份文本；如需变更，请告知调解员重新打开协议。", "You have signed this text already; if you think otherwise now, ask the mediator to reopen it.");

    public static readonly RefusalReason NotAllSigned = new("settlements.not-all-signed",
        "尚有签署人未签，不能盖章。", "Not everybody has signed, so the seal cannot be affixed.");

    public static readonly RefusalReason NoSignatureAuthority = new("settlements.no-signature-authority",
        "本平台没有接入电子认证服务机构，请不使用数字证书签署。", "No certification authority is connected here; please sign without a certificate.");

    public static readonly RefusalReason AuthoritySilent = new("settlements.authority-silent",
        "电子认证服务机构暂时没有应答。您可以稍后再试，也可以不使用数字证书签署。", "The certification authority does not answer at the moment. Try again later, or sign without a certificate.");

    public static readonly RefusalReason CertificateUnfit = new("settlements.certificate-unfit",
        "电子认证服务机构返回的签名与本文本或者您的姓名不符，没有采用。您可以不使用数字证书签署。", "What the certification authority signed is not this text, or not in your name, so it was not used. You can sign without a certificate.");

    public static RefusalReason AuthorityDeclines(string? reason) => new("settlements.authority-declines",
        $"电子认证服务机构没有为您签名：{reason ?? "未说明原因"}。您可以不使用数字证书签署。", $"The certification authority did not sign for you: {reason ?? "no reason given"}. You can sign without a certificate.");

    public static readonly RefusalReason ReasonMissing = new("settlements.reason-missing",
        "请写明理由。", "Please give a reason.");

    public static readonly RefusalReason OutcomeStands = new("settlements.already-prepared",
        "调解结果文件已生成，不会改变。", "The outcome document exists and does not change.");

    public static readonly RefusalReason OutcomeBeingPrepared = new("settlements.outcome-being-prepared",
        "协议已经生效，结果文件正在生成，请稍候再下载。", "The agreement is in effect; its document is being prepared, please try again shortly.");

    public static readonly RefusalReason FileTooLarge = new("settlements.file-too-large",
        "文件超过 25 MB，无法核验。", "The file is larger than 25 MB and cannot be verified here.");

    public static readonly RefusalReason FileMissing = new("settlements.file-missing",
        "请选择要核验的文件。", "Choose a file to verify.");

    /// <summary>Carries the current version, so that the editor can fetch it and keep the words in hand.</summary>
    public static RefusalReason ChangedMeanwhile(int current) => new("settlements.version-conflict",
        $"草稿已被更新为第 {current} 版，您的修改没有丢失，请对照后再保存。", $"The draft is at version {current} now; your words are not lost: compare and save again.");

    /// <summary>Nothing is lost: the words stay on the page that sent them.</summary>
    public static RefusalReason SomebodyWrites(string name) => new("settlements.somebody-writes",
        $"{name}正在另一个页面修改这份草稿。您写的内容保留在本机，等对方写完再保存。", $"{name} is writing on another page. Your words stay on this device; save them when the other page is done.");

    public static RefusalReason NameDiffers(string expected) => new("settlements.name-differs",
        $"输入的姓名与签署人“{expected}”不一致。", $"The typed name is not that of the signer, {expected}.");

    /// <summary>Names everything that stands against freezing, in one answer.</summary>
    public static RefusalReason NotReady(IReadOnlyList<Finding> blocking) => new("settlements.not-ready",
        "协议还不能固定：" + string.Concat(blocking.Select(f => f.Zh)), "The draft cannot be frozen yet: " + string.Join(' ', blocking.Select(f => f.En)));
}
