namespace NonLitigation.Odr.Domain.Law;

/// <summary>Which body of rules a mediation follows; the same question can have different answers in each.</summary>
public enum Regime { PeoplesMediation, CourtPlatform, Labour, Commercial, Administrative }

public enum TermUnit { Days, WorkingDays, Years }

/// <summary>One version of one rule, as data.</summary>
/// <param name="Id">Stable name in this product, e.g. <c>court.accept-appointment</c>.</param>
/// <param name="Source">Title of the statute or rules.</param>
/// <param name="ValidTo">Last day in force; null while in force.</param>
/// <param name="Verified">Whether somebody has read the article in the primary text; shown to people when not.</param>
/// <param name="Term">Length of the time limit, when the rule sets one.</param>
/// <param name="ExtendedBy">The rule by which all parties may extend it; null: it cannot be extended.</param>
/// <param name="Limit">A figure that the rule sets, in its own unit; null when it sets none.</param>
/// <param name="SuspendedBy">The rule by which the time of an appraisal does not count; null: it runs on.</param>
public sealed record LawRule(
    string Id, string Source, string Article, Regime Regime, DateOnly ValidFrom, DateOnly? ValidTo, bool Verified,
    string Zh, string En, int? Term, TermUnit? Unit, string? ExtendedBy = null, string? SuspendedBy = null, decimal? Limit = null)
{
    /// <summary>Source and article, e.g. 《人民调解法》第十七条.</summary>
    public string Citation => $"《{Source}》{Article}";

    public bool InForceOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);
}
