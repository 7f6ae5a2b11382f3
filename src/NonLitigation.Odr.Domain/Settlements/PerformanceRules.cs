using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>Refusals around the performance of an agreement. What the obligee has confirmed counts, and never more than is owed.</summary>
public static class PerformanceRules
{
    public static readonly RefusalReason NotInEffect = new("settlements.not-in-effect",
        "协议尚未生效，还没有需要履行的义务。", "The agreement is not in effect, so there is nothing to perform yet.");

    public static readonly RefusalReason NotYours = new("settlements.not-your-act",
        "履行情况由义务人报告、由权利人确认，您不能代对方操作。", "Who owes reports and who is owed confirms; neither can do it for the other.");

    public static readonly RefusalReason IdMissing = new("settlements.request-id-missing",
        "请刷新页面后重试。", "The request carries no id of its own; reload the page and try again.");

    public static readonly RefusalReason IdReused = new("settlements.request-id-reused",
        "这项操作已经提交过，内容与本次不同。请刷新页面查看。", "This was already sent with other content; reload the page to see it.");

    public static readonly RefusalReason AlreadyPerformed = new("settlements.already-performed",
        "这项义务已经全部履行。", "This obligation has been performed in full.");

    public static readonly RefusalReason AlreadyReported = new("settlements.already-reported",
        "已经报告过，请等待对方确认。", "It has been reported already; wait for the other side's answer.");

    public static readonly RefusalReason AlreadyAnswered = new("settlements.already-answered",
        "这笔报告已经答复过。", "This report has been answered already.");

    public static readonly RefusalReason AlreadyDisputed = new("settlements.already-disputed",
        "您已经提出过履行争议。", "You have said already that there is a dispute.");

    public static readonly RefusalReason AlreadyFollowedUp = new("settlements.already-followed-up",
        "您已经答复过回访。", "You have answered the follow-up already.");

    public static readonly RefusalReason NoDispute = new("settlements.no-dispute",
        "您没有提出过履行争议，或者已经撤回。", "You have not said that there is a dispute, or have ended it.");

    public static readonly RefusalReason NoSuchReport = new("settlements.no-such-report",
        "没有这笔报告，请刷新页面后再确认。", "There is no such report; reload the page and look again.");

    public static readonly RefusalReason NotMoney = new("settlements.not-about-money",
        "这项义务不是付款，请用文字说明。", "This obligation is not for money; say it in words.");

    public static readonly RefusalReason WordsMissing = new("settlements.part-not-described",
        "请写明已经完成的是哪一部分。", "Say which part has been done.");

    public static readonly RefusalReason OnALaterDay = new("settlements.on-a-later-day",
        "日期不能晚于今天。", "The day cannot lie in the future.");

    public static readonly RefusalReason TooEarlyToAsk = new("settlements.too-early-to-follow-up",
        "协议还没有全部履行，也还没有到回访的日子。", "Not everything is performed yet, and the day of the follow-up has not come.");

    public static readonly RefusalReason SatisfactionUnknown = new("settlements.follow-up-incomplete",
        "请选择履行情况和1至5分的满意度。", "Say how it was performed, and from 1 to 5 how satisfied you are.");

    public static RefusalReason MoreThanTheRest(Money most) => new("settlements.more-than-the-rest",
        $"金额超过了这里还能填的{most.ToFigures()}。", $"The amount is more than the {most.ToFigures()} that can still stand here.");
}
