using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Network;

namespace NonLitigation.Odr.Domain.Settlements;

/// <param name="Source">The statute it rests on; null where it is only a wording that people use.</param>
/// <param name="Verified">False while nobody has read the article in the primary text.</param>
public sealed record ClauseTemplate(string Id, string Zh, string En, string Text, string? Source, string? Article, bool Verified)
{
    /// <summary>E.g. 《民法典》第五百七十七条.</summary>
    public string? Citation => Source is null ? null : $"《{Source}》{Article}";
}

/// <param name="Money">Whether it has an amount.</param>
/// <param name="From">Which side owes it; the other is owed.</param>
public sealed record ObligationTemplate(string Id, string Zh, string En, string What, string Manner, bool Money, Cases.PartyRole From);

/// <summary>One edition of the wordings for one kind of dispute, in our own words, as data.</summary>
/// <param name="Kind">Null: for every kind.</param>
/// <param name="ValidTo">Last day on which it is offered; null while it is.</param>
public sealed record TemplateSet(
    string Id, DisputeKind? Kind, int Edition, DateOnly ValidFrom, DateOnly? ValidTo, string Zh, string En, string Facts,
    IReadOnlyList<ClauseTemplate> Clauses, IReadOnlyList<ObligationTemplate> Obligations)
{
    public bool InUseOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);

    public TemplateSet Filled(TemplateFilling with) => this with
    {
        Facts = with.In(Facts),
        Clauses = [.. Clauses.Select(clause => clause with { Text = with.In(clause.Text) })],
        Obligations = [.. Obligations.Select(one => one with { What = with.In(one.What), Manner = with.In(one.Manner) })],
    };
}

/// <summary>The wordings that the product knows, from <c>agreement-templates.json</c>.</summary>
public static class AgreementTemplates
{
    public static IReadOnlyList<TemplateSet> All { get; } = EmbeddedJson.Read<List<TemplateSet>>("agreement-templates.json", "Settlements");

    /// <summary>What is offered on a day for a kind of dispute: its own set first, then what suits every kind.</summary>
    public static IReadOnlyList<TemplateSet> For(DisputeKind kind, DateOnly day) => [.. All.Where(set => set.InUseOn(day) && (set.Kind == kind || set.Kind is null)).OrderBy(set => set.Kind is null)];
}
