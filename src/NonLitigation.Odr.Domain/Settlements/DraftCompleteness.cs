using NonLitigation.Odr.Domain.Law;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>Each obligation with debtor, creditor, amount or object, manner, account or place, date and what follows a default; nobody bound who does not sign.</summary>
internal static class DraftCompleteness
{
    private static readonly string[] Vague =
    [
        "尽快", "适当", "酌情", "另行协商", "另行约定", "视情况", "合理期限", "合理费用", "有钱", "经济好转", "资金宽裕", "条件允许", "适时", "近期", "若干", "等相关费用", "大约", "左右", "力争", "争取",
    ];
    private static readonly string[] Transfers = ["转账", "汇款", "汇至", "打款", "打到", "银行"];
    private static readonly string[] Accounts = ["账户", "账号", "帐户", "帐号", "卡号", "微信", "支付宝", "工资卡"];
    private static readonly string[] HandsOver = ["交付", "返还", "归还", "退还", "交还", "腾退", "搬离", "更换", "修复", "维修"];
    private static readonly string[] Places = ["处", "地", "门口", "送至", "送到", "寄至", "邮寄", "快递", "现场", "室", "号", "码头", "港", "厂", "店", "仓库", "家", "上门"];
    private static readonly string[] Defaults = ["逾期", "违约", "不履行", "未履行", "未按", "到期不", "迟延"];

    public static IEnumerable<Finding> Look(Draft draft)
    {
        var (content, roster) = (draft.Content, draft.Roster);
        if (content.Facts.Length == 0) yield return draft.Blocks("facts-missing", LawRules.AgreementContent, "没有写明纠纷的主要事实。", "The main facts are missing.");
        if (content.Clauses.Count == 0 && content.Obligations.Count == 0)
            yield return draft.Blocks("nothing-agreed", LawRules.AgreementContent, "没有任何条款或者履行义务。", "There is neither a clause nor an obligation.");
        for (var n = 1; n <= content.Obligations.Count; n++) foreach (var finding in Look(draft, content.Obligations[n - 1], n)) yield return finding;
        if (roster.Parties.Count < 2) yield return draft.Blocks("signers-missing", LawRules.AgreementContent, "参加调解的当事人不足两方。", "Fewer than two parties take part.");
        if (roster.Seal is null)
            yield return draft.Blocks("no-seal", LawRules.AgreementContent, "本机构及其上级均无印章，协议无法生效。", "Neither the organisation nor one above it holds a seal, so no agreement could take effect.");
        foreach (var (words, obligation) in draft.Binding)
            if (Vague.FirstOrDefault(words.Contains) is { } vague)
                yield return draft.Warns("vague-words", LawRules.ConfirmRefused, $"用语不明确：“{vague}”。内容不明确的，法院不予确认。", $"Vague: “{vague}”. Courts do not confirm what is unclear.", obligation);
        if (content.Obligations.Any(one => one.AmountFen is not null) && !content.Clauses.Any(clause => Defaults.Any(clause.Text.Contains)))
            yield return draft.Warns("default-consequence-missing", LawRules.ConfirmRefused, "没有写明逾期不付怎么办。", "It does not say what follows when payment is late.");
    }

    private static IEnumerable<Finding> Look(Draft draft, Obligation o, int n)
    {
        if (o.ObligorPartyId is null) yield return draft.Blocks("obligor-missing", LawRules.AgreementContent, $"第{n}项没有写明由谁履行。", $"Obligation {n} does not say who owes it.", n);
        if (o.ObligeePartyId is null) yield return draft.Blocks("obligee-missing", LawRules.AgreementContent, $"第{n}项没有写明向谁履行。", $"Obligation {n} does not say to whom it is owed.", n);
        if (o.Obligors.Any(obligor => obligor == o.ObligeePartyId))
            yield return draft.Blocks("owed-to-oneself", LawRules.AgreementContent, $"第{n}项的履行方和接受方是同一人。", $"Obligation {n} is owed to its own debtor.", n);
        if (o.AmountFen is null && o.What.Length == 0)
            yield return draft.Blocks("object-missing", LawRules.AgreementContent, $"第{n}项没有金额也没有写明内容。", $"Obligation {n} has neither an amount nor an object.", n);
        if (o.Manner.Length == 0) yield return draft.Blocks("manner-missing", LawRules.AgreementContent, $"第{n}项没有写明履行方式。", $"Obligation {n} does not say in what manner.", n);
        if (o.DueOn is null) yield return draft.Blocks("due-missing", LawRules.AgreementContent, $"第{n}项没有写明履行期限。", $"Obligation {n} has no date.", n);
        if (o.DueOn < draft.Today) yield return draft.Warns("due-past", LawRules.AgreementContent, $"第{n}项的期限已经过去。", $"Obligation {n} was due in the past.", n);
        if (o.Obligors.Any(p => !draft.Roster.TakesPart(p)) || (o.ObligeePartyId is { } obligee && !draft.Roster.TakesPart(obligee)))
            yield return draft.Blocks("party-not-taking-part", LawRules.ConfirmRefused, $"第{n}项约束了没有参加调解的人。", $"Obligation {n} binds somebody who does not take part.", n);
        if (o.AmountFen is not null && Transfers.Any(o.Manner.Contains) && !Accounts.Any(o.Manner.Contains) && o.Manner.Count(char.IsAsciiDigit) < 8)
            yield return draft.Warns("account-missing", LawRules.ConfirmRefused, $"第{n}项没有写明付到哪个账户。", $"Obligation {n} does not name the account.", n);
        if (o.AmountFen is null && HandsOver.Any(o.What.Contains) && !Places.Any((o.What + o.Manner).Contains))
            yield return draft.Warns("place-missing", LawRules.ConfirmRefused, $"第{n}项没有写明在什么地方履行。", $"Obligation {n} does not name the place.", n);
    }
}
