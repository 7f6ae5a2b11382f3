using System.Globalization;
using System.Text.RegularExpressions;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>Figures against words, instalments against their total, totals against the obligations; one currency.</summary>
internal static partial class DraftAmounts
{
    private static readonly string[] Foreign = ["美元", "欧元", "日元", "港币", "港元", "英镑", "韩元", "USD", "EUR", "HKD", "比特币", "泰达币", "USDT", "虚拟币"];

    public static IEnumerable<Finding> Look(Draft draft)
    {
        foreach (var (words, obligation) in draft.Binding)
        {
            foreach (Match pair in InWords().Matches(words))
                if (Fen(pair.Groups["figures"].Value) is { } fen && (!Money.TryParseCapitals(pair.Groups["words"].Value, out var said) || said.Fen != fen))
                    yield return draft.Blocks("amount-words-differ", LawRules.ConfirmRefused, $"大小写金额不一致：“{pair.Value}”。", $"Figures and words differ: “{pair.Value}”.", obligation);
            if (Instalments().Match(words) is { Success: true } plan && Fen(plan.Groups["each"].Value) is { } each && Fen(plan.Groups["total"].Value) is { } total
                && Count(plan.Groups["count"].Value) is { } count && each * count != total)
                yield return draft.Blocks("instalments-do-not-add-up", LawRules.ConfirmRefused, $"分期之和与总额不符：“{plan.Value}”。", $"The instalments do not add up: “{plan.Value}”.", obligation);
            if (Foreign.FirstOrDefault(words.Contains) is { } currency)
                yield return draft.Warns("foreign-currency", LawRules.ConfirmRefused, $"出现“{currency}”：金额应当以人民币写明。", $"“{currency}”: amounts should be in yuan.", obligation);
        }
        for (var n = 1; n <= draft.Content.Obligations.Count; n++)
            if (draft.Content.Obligations[n - 1] is { AmountFen: null, What: var what } && SomeYuan().IsMatch(what))
                yield return draft.Blocks("amount-not-in-its-field", LawRules.AgreementContent, $"第{n}项的金额写在文字里，请填到金额栏。", $"Obligation {n} has its amount in the text; please put it into its field.", n);
        if (StatedTotal(draft) is { } stated && stated.Fen != stated.Sum)
            yield return draft.Blocks("total-differs", LawRules.ConfirmRefused, $"条款写明共计{new Money(stated.Fen).ToYuanText()}，各项义务合计{new Money(stated.Sum).ToYuanText()}。",
                $"A clause states {new Money(stated.Fen).ToFigures()} in all, the obligations make {new Money(stated.Sum).ToFigures()}.");
    }

    /// <summary>The one total that the clauses state, and what the obligations make together.</summary>
    private static (long Fen, long Sum)? StatedTotal(Draft draft)
    {
        var totals = draft.Content.Clauses.Select(clause => Total().Match(clause.Text)).Where(match => match.Success).Select(match => Fen(match.Groups["total"].Value)).OfType<long>().Distinct().ToList();
        var sums = draft.Content.Obligations.Select(one => one.AmountFen).OfType<long>().ToList();
        return totals.Count == 1 && sums.Count > 0 ? (totals[0], sums.Sum()) : null;
    }

    private static long? Fen(string figures)
    {
        var times = figures.EndsWith('万') ? 10_000m : 1m;
        return decimal.TryParse(figures.TrimEnd('万').Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan)
            && yuan * times < Money.LargestFen / 100m ? (long)(yuan * times * 100m) : null;
    }

    private static int? Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : "零一二三四五六七八九十".IndexOf(text, StringComparison.Ordinal) is > 0 and var at ? at : text == "两" ? 2 : null;

    private const string Figures = @"\d[\d,]*(?:\.\d{1,2})?万?";

    [GeneratedRegex(@"(?<figures>" + Figures + @")元?(?:[（(]|[，,]?大写)(?:大写)?[:：]?(?:人民币)?(?<words>[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正]{2,})")]
    private static partial Regex InWords();

    [GeneratedRegex(@"分(?<count>\d+|[一二三四五六七八九十两])(?:期|次|个月)[^。；]*?每(?:期|次|月)[^\d。；]{0,8}(?<each>" + Figures + @")元[^。；]*?(?:共计|合计|总计|总额|共)[^\d。；]{0,8}(?<total>" + Figures + @")元")]
    private static partial Regex Instalments();

    [GeneratedRegex(@"(?:共计|合计|总计|总额|总共)[^\d。；]{0,8}(?<total>" + Figures + @")元")]
    private static partial Regex Total();

    [GeneratedRegex(@"\d[\d,]*(?:\.\d{1,2})?万?元")]
    private static partial Regex SomeYuan();
}
