namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>What the words of a signed text say about enforcement.</summary>
public static class EnforcementWords
{
    private const string Acceptance = "接受强制执行";
    // Agreements are drafted in Chinese or in English; the words of both mean the same things.
    private static readonly string[] Handing = ["交付", "返还", "归还", "退还", "移交", "腾退", "交还", "hand over", "deliver", "return of", "give back", "vacate"];
    private static readonly string[] Labour = ["工资", "报酬", "加班", "薪", "工伤", "医疗费", "补偿", "赔偿", "wage", "salary", "remuneration", "overtime", "work injury", "medical", "severance", "compensation"];
    private static readonly string[] Property = ["房屋", "不动产", "土地", "宅基地", "车辆过户", "机动车", "船舶", "渔船", "股权", "过户", "产权", "house", "real estate", "land use", "motor vehicle", "vessel", "equity", "shareholding"];

    /// <summary>To pay or to hand over something (给付).</summary>
    public static bool IsToRender(Obligation one) => IsToRender(one.AmountFen, one.What);

    /// <inheritdoc cref="IsToRender(Obligation)"/>
    public static bool IsToRender(long? amountFen, string what) => amountFen is not null || Says(what, Handing);

    /// <summary>Pay, injury medical fees, compensation (劳动争议调解仲裁法 16).</summary>
    public static bool IsLabourPay(Obligation one) => IsLabourPay(one.AmountFen, one.What);

    /// <inheritdoc cref="IsLabourPay(Obligation)"/>
    public static bool IsLabourPay(long? amountFen, string what) => amountFen is not null && Says(what, Labour);

    /// <summary>Moves property whose owner a register or a paper names: the court wants to see the proof of the right (民诉解释 353).</summary>
    public static bool NeedsProofOfRight(AgreementContent content) => content.Obligations.Any(one => Says(one.What, Property)) || content.Clauses.Any(clause => Says(clause.Text, Property));

    /// <summary>Who accepts enforcement: a clause that says so binds the parties whom it names, or all of them when it names none.</summary>
    public static IReadOnlySet<Guid> AcceptedBy(AgreementContent content, IReadOnlyDictionary<Guid, string> partyNames)
    {
        var accepted = new HashSet<Guid>();
        foreach (var words in content.Clauses.Select(clause => clause.Text).Where(text => text.Contains(Acceptance, StringComparison.Ordinal) && !text.Contains("不" + Acceptance, StringComparison.Ordinal)))
        {
            var named = partyNames.Where(party => words.Contains(party.Value, StringComparison.Ordinal)).Select(party => party.Key).ToList();
            accepted.UnionWith(named.Count > 0 ? named : partyNames.Keys);
        }
        return accepted;
    }

    private static bool Says(string what, string[] words) => Array.Exists(words, word => what.Contains(word, StringComparison.OrdinalIgnoreCase));
}
