using System.Text.RegularExpressions;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>What gives somebody away whoever he is: numbers of people, phones, accounts, firms, vehicles and cases.</summary>
internal static partial class PatternWords
{
    private const string Provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

    private static readonly (Regex Pattern, RecognisedKind Kind, NeutralLabel Label)[] All =
    [
        (Mail(), RecognisedKind.Contact, NeutralLabel.Mail), (Phone(), RecognisedKind.Contact, NeutralLabel.Contact), (Resident(), RecognisedKind.IdNumber, NeutralLabel.IdNumber),
        (Credit(), RecognisedKind.IdNumber, NeutralLabel.IdNumber), (Paper(), RecognisedKind.IdNumber, NeutralLabel.IdNumber), (Account(), RecognisedKind.Account, NeutralLabel.Account),
        (Spoken(), RecognisedKind.Account, NeutralLabel.Account), (Plate(), RecognisedKind.Plate, NeutralLabel.Plate), (CaseNumber(), RecognisedKind.CaseNumber, NeutralLabel.CaseNumber),
    ];

    /// <param name="text">Folded, with blanks kept.</param>
    public static IEnumerable<(int Start, int Length, RecognisedKind Kind, NeutralLabel Label)> In(string text)
    {
        foreach (var (pattern, kind, label) in All)
            foreach (Match found in pattern.Matches(text))
                if (kind != RecognisedKind.IdNumber || found.Length != 18 || Digits().IsMatch(found.Value) || IdNumbers.IsPlausible(found.Value, PartyNature.Organisation))
                    yield return (found.Index, found.Length, kind, label);
    }

    [GeneratedRegex(@"^[\d -]{17}[\dx]$")]
    private static partial Regex Digits();

    [GeneratedRegex(@"[a-z0-9._%+-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,80}[a-z0-9])?\.[a-z]{2,24}")]
    private static partial Regex Mail();

    /// <summary>Mobile numbers of the mainland, landlines with their area code, and numbers with a country code.</summary>
    [GeneratedRegex(@"(?<![\d.])(?:(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d){8}|0\d{2,3}[ -]?[2-8]\d{2,3}[ -]?\d{4}|\+[1-9](?:[ -]?\d){6,14}|[48]00[ -]?\d{3}[ -]?\d{4})(?!\d)")]
    private static partial Regex Phone();

    /// <summary>GB 11643: area, day of birth, order, check character. Its form is enough: with a wrong check it is a mistyped number of the same person.</summary>
    [GeneratedRegex(@"(?<!\d)[1-8]\d{5}[ -]?(?:18|19|20)\d{2}[ -]?(?:0[1-9]|1[0-2])[ -]?(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[ -]?[\dx](?![\da-z])")]
    private static partial Regex Resident();

    /// <summary>GB 32100.</summary>
    [GeneratedRegex(@"(?<![0-9a-z])[0-9a-hj-npqrtuwxy]{18}(?![0-9a-z])")]
    private static partial Regex Credit();

    /// <summary>Passports and permits.</summary>
    [GeneratedRegex(@"(?<![0-9a-z])[a-z]{1,2}\d{7,10}(?![0-9a-z])")]
    private static partial Regex Paper();

    /// <summary>Nine digits and more, together or in groups of four: no sum is written so, but cards and accounts are.</summary>
    [GeneratedRegex(@"(?<![\d.])(?:\d{9,40}[xX]?|\d{4}(?:[ -]\d{4}){2,9}(?:[ -]?\d{1,3})?)(?!\d)")]
    private static partial Regex Account();

    /// <summary>A number spelt in characters.</summary>
    [GeneratedRegex(@"[〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]{7,}")]
    private static partial Regex Spoken();

    [GeneratedRegex($"(?:[{Provinces}][a-hj-z] ?[0-9a-hj-np-z]{{5,6}}(?![0-9a-z])|[{Provinces}][\\u4e00-\\u9fff]{{0,2}}渔[\\u4e00-\\u9fff]?\\d{{3,6}})")]
    private static partial Regex Plate();

    /// <summary>Of a court, e.g. (2026)苏0706民初123号, and of this platform. A document of a ministry (法释〔2020〕17号) is none.</summary>
    [GeneratedRegex($"(?:连非诉 ?[(〔\\[]\\d{{4}}[)〕\\]] ?\\d+ ?号?|[(〔\\[]\\d{{4}}[)〕\\]] ?(?:最高法|[{Provinces}])\\d{{0,4}}[\\u4e00-\\u9fff]{{1,6}}\\d+号?)")]
    private static partial Regex CaseNumber();
}
