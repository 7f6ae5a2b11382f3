using System.Globalization;
using System.Text.RegularExpressions;
using NonLitigation.Odr.Domain.Law;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>What may not be agreed, who cannot agree, whom it would harm, and signs of a mediation that only pretends to be one.</summary>
internal static partial class DraftFairness
{
    private static readonly string[] Waives = ["放弃诉讼", "放弃起诉", "不得起诉", "不再起诉", "不得向法院", "不得申请仲裁", "放弃仲裁", "不得投诉", "不得举报", "不得信访", "永不追究"];
    private static readonly string[] Crime = ["不追究刑事", "不得报警", "不报警", "撤销报案", "不予报案", "私了", "免除刑事", "谅解书换取"];
    private static readonly string[] Insurance = ["放弃社会保险", "放弃社保", "不缴纳社会保险", "不缴社保", "自愿放弃工伤", "工伤概不负责", "折算社保", "社保补贴代替"];
    private static readonly string[] Fees = ["调解费", "支付调解员", "调解服务费", "给调解员", "向调解委员会支付"];
    private static readonly string[] Force = ["限制人身", "扣留身份证", "扣押身份证", "以人身", "拘禁", "强制带走", "肉偿", "打工抵债", "以劳抵债不得离开"];
    private static readonly string[] Third = ["由第三人", "由案外人", "由其父", "由其母", "由其妻", "由其夫", "由其子", "由其女", "由其配偶", "担保人", "保证人", "由保险公司", "由村委会", "由公司股东"];
    private static readonly string[] Minor = ["未成年人", "未满十八", "未满18", "在校小学", "在校中学生", "无民事行为能力", "限制民事行为能力", "精神病"];
    private static readonly string[] Guardian = ["法定代理人", "监护人"];
    private static readonly string[] Sham = ["以房抵债", "以物抵债", "规避执行", "对抗执行", "规避限购", "虚构", "走个程序", "配合出具", "为取得文书", "逃避债务", "转移财产", "仅用于过户"];
    private static readonly string[] Public = ["国有资产", "集体土地", "集体财产", "村集体", "排污", "倾倒", "公共道路", "耕地"];

    public static IEnumerable<Finding> Look(Draft draft)
    {
        foreach (var (words, obligation) in draft.Binding)
        {
            if (Waives.FirstOrDefault(words.Contains) is { } waived)
                yield return draft.Blocks("remedies-waived", LawRules.AgreementVoluntary, $"“{waived}”：不能约定放弃仲裁、诉讼或者其他救济途径。", $"“{waived}”: nobody can be bound to give up arbitration, courts or other remedies.", obligation);
            if (Crime.FirstOrDefault(words.Contains) is { } crime)
                yield return draft.Blocks("crime-settled", LawRules.AgreementCrime, $"“{crime}”：可能涉及犯罪的，不能以协议了结。", $"“{crime}”: what may be a crime cannot be settled by agreement.", obligation);
            if (Insurance.FirstOrDefault(words.Contains) is { } insurance)
                yield return draft.Blocks("insurance-waived", LawRules.SocialInsurance, $"“{insurance}”：社会保险不能约定放弃。", $"“{insurance}”: social insurance cannot be waived.", obligation);
            if (Fees.FirstOrDefault(words.Contains) is { } fee)
                yield return draft.Blocks("fee-charged", LawRules.AgreementFree, $"“{fee}”：人民调解不收费。", $"“{fee}”: people's mediation is free.", obligation);
            if (Force.FirstOrDefault(words.Contains) is { } force)
                yield return draft.Blocks("against-public-order", LawRules.ConfirmRefused, $"“{force}”：违背公序良俗或者限制人身自由。", $"“{force}”: against public order or a person's freedom.", obligation);
            if (Interest(words) is { } percent && percent > LawRules.On(draft.Today, LawRules.Interest).Limit)
                yield return draft.Warns("interest-too-high", LawRules.Interest, $"利息折合年利率 {percent.ToString("0.##", CultureInfo.InvariantCulture)}%，可能超过法定上限。", $"The interest makes {percent.ToString("0.##", CultureInfo.InvariantCulture)} % a year and may be above the limit.", obligation);
            if (Third.FirstOrDefault(words.Contains) is { } third)
                yield return draft.Warns("third-party", LawRules.ConfirmRefused, $"“{third}”：如果约束没有参加调解的人，要请他参加并签名。", $"“{third}”: whoever is bound has to take part and sign.", obligation);
            if (Public.FirstOrDefault(words.Contains) is { } common)
                yield return draft.Warns("others-interests", LawRules.ConfirmRefused, $"“{common}”：请确认没有损害国家、集体、公共或者他人利益。", $"“{common}”: make sure that no public or third interest is harmed.", obligation);
            if (Sham.FirstOrDefault(words.Contains) is { } sham) yield return Pretended(draft, sham, obligation);
        }
        if (Sham.FirstOrDefault(draft.Content.Facts.Contains) is { } told) yield return Pretended(draft, told, null);
        if (Minor.Any(draft.Content.Facts.Contains) && !Guardian.Any(draft.Content.Facts.Contains) && !draft.Binding.Any(one => Guardian.Any(one.Words.Contains)))
            yield return draft.Warns("capacity", LawRules.Capacity, "事实中提到未成年人或者无民事行为能力人，没有写明法定代理人。", "The facts mention somebody without full capacity and no legal representative.");
        if (draft.Roster.Parties.GroupBy(party => party.PersonId).Any(same => same.Count() > 1))
            yield return draft.Blocks("one-person-for-both", LawRules.MediationSham, "同一人代表两方签名。", "One person would sign for two parties.");
    }

    private static Finding Pretended(Draft draft, string words, int? obligation) =>
        draft.Warns("sham-signs", LawRules.MediationSham, $"“{words}”：请核实有没有虚假调解。", $"“{words}”: please make sure that this mediation is real.", obligation);

    /// <summary>Percent a year: 年利率24%, 月息2%, 月息2分, 日息千分之一.</summary>
    private static decimal? Interest(string words)
    {
        if (Rate().Match(words) is not { Success: true } rate || !decimal.TryParse(rate.Groups["number"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
        var percent = rate.Groups["unit"].Value is "‰" ? number / 10m : number; // 2 分 a month: 2 %
        return rate.Groups["per"].Value switch { "月" => percent * 12m, "日" => percent * 365m, _ => percent };
    }

    [GeneratedRegex(@"(?<per>[年月日])(?:利率|利息|息|化利率)[^\d。；]{0,6}(?<number>\d+(?:\.\d+)?)(?<unit>[%％‰分])")]
    private static partial Regex Rate();
}
