using NonLitigation.Odr.Domain.Network;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>A point that an agenda may begin with.</summary>
public sealed record AgendaSuggestion(string Zh, string En, int Minutes, string? SpeakerZh, string? SpeakerEn);

/// <summary>What a sitting about a kind of dispute usually goes through; the mediator changes it as he likes.</summary>
public static class AgendaTemplates
{
    private static readonly AgendaSuggestion Opening = new("核对身份，说明规则和保密", "Who is here; the rules; confidentiality", 5, "调解员", "Mediator");
    private static readonly AgendaSuggestion First = new("申请人陈述", "The applicant’s account", 10, "申请人", "Applicant");
    private static readonly AgendaSuggestion Second = new("被申请人陈述", "The respondent’s account", 10, "被申请人", "Respondent");
    private static readonly AgendaSuggestion Proposals = new("商量解决方案", "Ways to settle it", 20, null, null);
    private static readonly AgendaSuggestion Summary = new("小结和下一步", "Summary and what comes next", 5, "调解员", "Mediator");

    /// <param name="minutes">How long the sitting is; null where no time is fixed: then as long as the points take.</param>
    public static IReadOnlyList<AgendaSuggestion> For(DisputeKind kind, int? minutes)
    {
        List<AgendaSuggestion> points = [Opening, First, Second, Facts(kind), Proposals, Summary];
        if (minutes is not { } length) return points;
        var usual = points.Sum(one => one.Minutes);
        return [.. points.Select(one => one with { Minutes = Math.Clamp((int)Math.Round((double)one.Minutes * length / usual), 1, RoomAgenda.LongestMinutes) })];
    }

    private static AgendaSuggestion Facts(DisputeKind kind) => kind switch
    {
        DisputeKind.LabourWages or DisputeKind.LabourOther => new("核对工期、工资标准和已付款项", "Period of work, rate of pay, what was paid", 15, null, null),
        DisputeKind.Contract or DisputeKind.Loan or DisputeKind.Commercial or DisputeKind.ConsumerPurchase => new("核对合同、账目和已付款项", "The contract, the accounts, what was paid", 15, null, null),
        DisputeKind.Family => new("孩子和老人的生活安排", "How the children and the old are cared for", 15, null, null),
        DisputeKind.Traffic or DisputeKind.Medical or DisputeKind.Tort => new("核对经过、伤情和费用", "What happened, the injury, the costs", 15, null, null),
        DisputeKind.Maritime => new("核对船名、航次、提单和费用", "Vessel, voyage, bill of lading, charges", 15, null, null),
        _ => new("核对没有争议的事实", "Facts that nobody disputes", 15, null, null),
    };
}
