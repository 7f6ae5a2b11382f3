using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>Refusals about what becomes of a case after its end.</summary>
public static class RetentionRules
{
    public static readonly RefusalReason NotEnded = new("cases.retention-not-ended",
        "案件尚未终结，还没有保存期限。", "The case has not ended; no term of retention runs yet.");

    public static readonly RefusalReason YearsOutOfRange = new("cases.retention-years",
        "保存年限须为1至100年，长期不得短于短期。", "Years are 1 to 100, and long is not shorter than short.");

    public static readonly RefusalReason DaysOutOfRange = new("cases.opening-days",
        "启封期限须为1至30日。", "A sealed case is opened for 1 to 30 days.");

    public static readonly RefusalReason WordsNeeded = new("cases.retention-words",
        "请写明理由或者依据，并注意字数限制。", "Please write the reason or the basis, within the limit.");

    public static readonly RefusalReason AlreadySealed = new("cases.already-sealed",
        "案卷已经封存。", "The case is sealed already.");

    public static readonly RefusalReason NotSealed = new("cases.not-sealed",
        "案卷没有封存，不需要启封。", "The case is not sealed; there is nothing to open.");

    public static readonly RefusalReason Erased = new("cases.erased",
        "案卷内容已经删除。", "What the file held has been erased.");

    public static readonly RefusalReason HoldReleased = new("cases.hold-released",
        "这项保全已经解除。", "This hold was released already.");

    public static readonly RefusalReason RequestAnswered = new("cases.deletion-answered",
        "这项删除请求已经答复。", "This request was answered already.");

    public static readonly RefusalReason RequestPending = new("cases.deletion-pending",
        "您已经提出过删除请求，请等待答复。", "You have asked already; please wait for the answer.");

    public static readonly RefusalReason IdMissing = new("cases.retention-id-missing",
        "请求缺少编号，请刷新页面后再试。", "The request has no id; reload the page and try again.");

    public static readonly RefusalReason NoSuchReader = new("cases.no-such-reader",
        "只能为本案当事人、调解员或者本组织的工作人员启封。", "A sealed case is opened for a party, its mediator or staff of the organisation only.");

    private static readonly Dictionary<SealObstacle, (string Zh, string En)> Words = new()
    {
        [SealObstacle.NotEnded] = ("案件尚未终结", "the case has not ended"),
        [SealObstacle.Performance] = ("协议尚在履行", "the agreement is still being performed"),
        [SealObstacle.Confirmation] = ("司法确认尚在办理", "an application for judicial confirmation is under way"),
        [SealObstacle.Route] = ("向法院或者公证机构的申请尚在办理，或者提存物尚可领取", "an application to court or notary is under way, or a deposit may still be collected"),
        [SealObstacle.Hold] = ("案卷被依法保全", "a legal hold is in place"),
        [SealObstacle.Document] = ("协议书正在制作", "the agreement's document is being prepared"),
    };

    /// <summary>Names every reason.</summary>
    public static RefusalReason StillNeeded(IReadOnlyCollection<SealObstacle> obstacles) => new("cases.still-needed",
        $"现在不能封存：{string.Join('、', obstacles.Select(one => Words[one].Zh))}。", $"It cannot be sealed now: {string.Join(", ", obstacles.Select(one => Words[one].En))}.");

    internal static string Text(string? text, int longest)
    {
        var clean = text?.Trim() ?? "";
        WordsNeeded.When(clean.Length == 0 || clean.Length > longest);
        return clean;
    }
}
