namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>
/// Looks at a draft as a court clerk would: each obligation with debtor, creditor, amount or object, manner and date, and nobody bound who does not take part.
/// Unclear content is the most frequent reason why confirmation is refused (民诉解释 358).
/// </summary>
public static class DraftCheck
{
    private static readonly string[] Vague = ["尽快", "适当", "酌情", "另行协商", "视情况", "合理期限"];

    public static IReadOnlyList<Finding> Examine(AgreementContent content, SigningRoster roster, DateOnly today)
    {
        List<Finding> found = [];
        if (content.Facts.Length == 0) found.Add(Blocking("facts-missing", "没有写明纠纷的主要事实。", "The main facts are missing."));
        if (content.Clauses.Count == 0 && content.Obligations.Count == 0)
            found.Add(Blocking("nothing-agreed", "没有任何条款或者履行义务。", "There is neither a clause nor an obligation."));
        for (var n = 1; n <= content.Obligations.Count; n++) found.AddRange(Look(content.Obligations[n - 1], n, roster, today));
        if (roster.Parties.Count < 2) found.Add(Blocking("signers-missing", "参加调解的当事人不足两方。", "Fewer than two parties take part."));
        if (roster.Seal is null) found.Add(Blocking("no-seal", "本机构及其上级均无印章，协议无法生效。", "Neither the organisation nor one above it holds a seal, so no agreement could take effect."));
        if (content.Clauses.Select(c => c.Text).Concat(content.Obligations.Select(o => o.What + o.Manner)).Any(IsVague))
            found.Add(new("vague-words", $"含有不明确的用语（{string.Join("、", Vague)}），可能影响司法确认。", "Vague words may stand against judicial confirmation.", null, false));
        return found;
    }

    private static IEnumerable<Finding> Look(Obligation o, int n, SigningRoster roster, DateOnly today)
    {
        if (o.ObligorPartyId is null) yield return Blocking("obligor-missing", $"第{n}项没有写明由谁履行。", $"Obligation {n} does not say who owes it.", n);
        if (o.ObligeePartyId is null) yield return Blocking("obligee-missing", $"第{n}项没有写明向谁履行。", $"Obligation {n} does not say to whom it is owed.", n);
        if (o.Obligors.Any(obligor => obligor == o.ObligeePartyId)) yield return Blocking("owed-to-oneself", $"第{n}项的履行方和接受方是同一人。", $"Obligation {n} is owed to its own debtor.", n);
        if (o.AmountFen is null && o.What.Length == 0) yield return Blocking("object-missing", $"第{n}项没有金额也没有写明内容。", $"Obligation {n} has neither an amount nor an object.", n);
        if (o.Manner.Length == 0) yield return Blocking("manner-missing", $"第{n}项没有写明履行方式。", $"Obligation {n} does not say in what manner.", n);
        if (o.DueOn is null) yield return Blocking("due-missing", $"第{n}项没有写明履行期限。", $"Obligation {n} has no date.", n);
        if (o.DueOn < today) yield return new("due-past", $"第{n}项的期限已经过去。", $"Obligation {n} was due in the past.", n, false);
        if (o.Obligors.Any(p => !roster.TakesPart(p)) || (o.ObligeePartyId is { } obligee && !roster.TakesPart(obligee)))
            yield return Blocking("party-not-taking-part", $"第{n}项约束了没有参加调解的人。", $"Obligation {n} binds somebody who does not take part.", n);
    }

    private static bool IsVague(string text) => Vague.Any(word => text.Contains(word, StringComparison.Ordinal));

    private static Finding Blocking(string code, string zh, string en, int? obligation = null) => new(code, zh, en, obligation, true);
}
