using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>Refusals around a party's satisfaction and complaints.</summary>
public static class VoiceRules
{
    public static readonly RefusalReason NotEnded = new("cases.not-ended",
        "案件结束以后才请您评价。", "You are asked once the case has ended.");

    public static readonly RefusalReason TookNoPart = new("cases.took-no-part",
        "参加调解的当事人才能评价。", "Only a party who took part is asked.");

    public static readonly RefusalReason ScoreMissing = new("cases.score-missing",
        "请回答每一个问题。", "Please answer every question.");

    public static readonly RefusalReason AlreadyGiven = new("cases.opinion-given",
        "您已经评价过，谢谢。", "You have answered already, thank you.");

    public static readonly RefusalReason NobodyToComplainAbout = new("cases.no-mediator-yet",
        "这个案件还没有调解员。", "This case has no mediator yet.");

    public static readonly RefusalReason WordsMissing = new("cases.complaint-words-missing",
        "请写明情况。", "Please write what happened.");

    public static readonly RefusalReason OneIsOpen = new("cases.complaint-open",
        "您有一件同样对象的投诉正在办理，请等待答复。", "A complaint of yours about the same is being dealt with; please wait for the answer.");

    public static readonly RefusalReason AlreadyAnswered = new("cases.complaint-answered",
        "这件投诉已经答复。", "This complaint has been answered already.");

    public static readonly RefusalReason IdReused = new("cases.voice-id-reused",
        "这个操作编号已经用于另一项操作，请刷新页面后重试。", "This id was used for another act; please reload the page and try again.");
}
