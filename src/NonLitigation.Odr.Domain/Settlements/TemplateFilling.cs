using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>A party as a template names it.</summary>
public sealed record TemplateParty(Guid Id, string Name);

/// <summary>What stands for 甲方 (those who apply), 乙方 (those who answer), 金额 and 日期 in a template.</summary>
/// <param name="AmountFen">Null leaves a blank in the words, and the amount of an obligation open.</param>
public sealed record TemplateFilling(IReadOnlyList<TemplateParty> Applicants, IReadOnlyList<TemplateParty> Respondents, long? AmountFen, DateOnly? DueOn)
{
    public const string Blank = "＿＿＿＿";

    internal string In(string text) => text
        .Replace("{甲方}", Names(Applicants), StringComparison.Ordinal)
        .Replace("{乙方}", Names(Respondents), StringComparison.Ordinal)
        .Replace("{金额}", AmountFen is { } fen ? $"{new Money(fen).ToYuanText()}（人民币{new Money(fen).ToCapitals()}）" : $"{Blank}元", StringComparison.Ordinal)
        .Replace("{日期}", DueOn is { } day ? AgreementWording.DateWords(day) : $"{Blank}年＿月＿日", StringComparison.Ordinal);

    /// <summary>
    /// An obligation of a filled set, once for each who owes: that several owe the whole must be agreed expressly (民法典 518), and so must be who owes which share;
    /// with several the amount stays open.
    /// </summary>
    public IReadOnlyList<Obligation> Obligations(ObligationTemplate template)
    {
        var (owe, owed) = template.From == PartyRole.Respondent ? (Respondents, Applicants) : (Applicants, Respondents);
        return
        [
            .. owe.Select(party => new Obligation(
                party.Id, owed.Count == 1 ? owed[0].Id : null, template.Money && owe.Count == 1 && owed.Count == 1 ? AmountFen : null, template.What, template.Manner, DueOn)),
        ];
    }

    private static string Names(IReadOnlyList<TemplateParty> parties) => string.Join('、', parties.Select(party => party.Name));
}
