using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>Refusals around a mediator's question to a legal guide.</summary>
public static class GuidanceRules
{
    public static readonly RefusalReason Recognisable = new("guidance.recognisable",
        "文字中还有能认出案件或者当事人的内容，请先替换。", "The text still holds something by which the case or its people can be recognised; replace it first.");

    public static readonly RefusalReason RecognisableWords = new("guidance.recognisable-words",
        "这里还有能认出的内容。", "Something here can still be recognised.");

    public static readonly RefusalReason CannotVouch = new("guidance.cannot-vouch",
        "只有普通词语才能由您担保不是指当事人；姓名、号码必须替换。", "You can vouch only for ordinary words; names and numbers must be replaced.");

    public static readonly RefusalReason CaseEnded = new("guidance.case-ended",
        "案件已经结束，不能再提问。", "The case has ended; no more questions can be asked.");

    public static readonly RefusalReason NotPaired = new("guidance.not-paired",
        "本组织与这个单位没有结对，或者结对已经结束。", "Your organisation is not paired with this body, or not any more.");

    public static readonly RefusalReason EnoughOpen = new("guidance.enough-open",
        "这个案件已有五个未结的提问，请先结束其中一个。", "Five questions of this case are open; close one of them first.");

    public static readonly RefusalReason HasAnOwner = new("guidance.already-taken",
        "另一位法治指导员已经接下这个问题。", "Another legal guide has taken this question.");

    public static readonly RefusalReason NotYours = new("guidance.not-yours",
        "请先接下这个问题。", "Take the question first.");

    public static readonly RefusalReason NotNow = new("guidance.not-now",
        "这个问题现在不能这样处理，请查看最新情况。", "This cannot be done with the question now; look at where it stands.");

    public static readonly RefusalReason Closed = new("guidance.closed",
        "这个问题已经结束。", "This question is closed.");

    public static readonly RefusalReason TooManyArticles = new("guidance.articles",
        "一次答复最多附十条法条。", "An answer carries at most ten articles.");

    public static readonly RefusalReason NoSuchArticle = new("guidance.no-such-article",
        "没有找到所选的法条，请重新选择。", "An article you chose is not there; choose again.");

    public static readonly RefusalReason ThreadFull = new("guidance.thread-full",
        "这个问题的往来已经过多，请结束后另行提问。", "This question's thread is full; close it and ask anew.");

    public static readonly RefusalReason IdReused = new("guidance.id-reused",
        "这个操作编号已经用于另一项操作，请刷新页面后重试。", "This id was used for another act; please reload the page and try again.");
}
