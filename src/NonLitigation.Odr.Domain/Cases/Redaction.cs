using System.Text.RegularExpressions;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>A place in a text by which the case or its people can be recognised.</summary>
/// <param name="Start">In UTF-16 units of the text as it was given, as browsers count.</param>
/// <param name="MayVouch">It is an ordinary word too: whoever writes may vouch that here it names nobody.</param>
public sealed record Recognised(int Start, int Length, string Text, RecognisedKind Kind, NeutralLabel Label, bool MayVouch);

/// <summary>
/// Finds in a text what a case knows of its people, and what gives people away by its form; and puts neutral words in its place. It does not understand the
/// text: whoever is described without being named is found by the reader alone.
/// </summary>
public sealed partial class Redaction
{
    private const int MostRounds = 8;

    private readonly List<(string Folded, bool Latin, KnownWord Word)> _words;
    private readonly List<(Regex Pattern, KnownWord Word)> _numbers;

    public Redaction(IEnumerable<KnownPerson> people, IEnumerable<KnownWord> further)
    {
        var words = people.SelectMany(WordsOf).Concat(further).Where(word => word.Text.Trim().Length > 0).ToList();
        _numbers = [.. words.Where(word => IsNumber(word.Kind)).Select(word => (Loosely(word.Text), word))];
        _words = [.. words.Where(word => !IsNumber(word.Kind)).Select(word => (Folded: FoldedText.Of(word.Text), word)).Where(one => one.Folded.Length > 1 || one.word.Kind == RecognisedKind.Name)
            .Where(one => one.Folded.Length > 0).DistinctBy(one => one.Folded).Select(one => (one.Folded, char.IsAsciiLetterOrDigit(one.Folded[0]) || char.IsAsciiLetterOrDigit(one.Folded[^1]), one.word))];
    }

    /// <summary>In the order of the text, none inside another.</summary>
    /// <param name="vouched">Words for which somebody vouches; they count only where they may be vouched for.</param>
    public IReadOnlyList<Recognised> Find(string text, IReadOnlyCollection<string> vouched)
    {
        var set = vouched.Select(FoldedText.Of).ToHashSet(StringComparer.Ordinal);
        List<Recognised> taken = [];
        foreach (var one in Candidates(text).Where(one => !(one.MayVouch && set.Contains(FoldedText.Of(one.Text)))).OrderBy(one => Part(one.Kind)).ThenByDescending(one => one.Length).ThenBy(one => one.Start))
            if (taken.TrueForAll(other => one.Start >= other.Start + other.Length || other.Start >= one.Start + one.Length)) taken.Add(one);
        return [.. taken.OrderBy(one => one.Start)];
    }

    /// <summary>Neutral words in place of everything that is recognised and not vouched for; nothing is recognised in what is given back.</summary>
    public string Redact(string text, bool english, IReadOnlyCollection<string> vouched)
    {
        // What stood apart may come together by a replacement.
        for (var round = 0; round < MostRounds; round++)
        {
            var found = Find(text, vouched);
            if (found.Count == 0) return text;
            foreach (var one in found.Reverse()) text = text[..one.Start] + Spaced(one.Label.In(english), text, one, english) + text[(one.Start + one.Length)..];
        }
        // A label that is itself a name of the case (a firm called 甲方): then the place is left empty.
        while (Find(text, vouched) is [var first, ..]) text = text.Remove(first.Start, first.Length);
        return text;
    }

    /// <summary>Whether a word is an ordinary one, for which somebody may vouch at all.</summary>
    public bool MayVouch(string word, string text) => Candidates(text).Any(one => one.MayVouch && FoldedText.Of(one.Text) == FoldedText.Of(word));

    private IEnumerable<Recognised> Candidates(string text)
    {
        var close = new FoldedText(text, keepsBlanks: false);
        foreach (var (folded, latin, word) in _words)
            for (var at = close.Text.IndexOf(folded, StringComparison.Ordinal); at >= 0; at = close.Text.IndexOf(folded, at + 1, StringComparison.Ordinal))
            {
                var (start, length) = close.Place(at, folded.Length);
                if (!latin || StandsAlone(text, start, length)) yield return new(start, length, text.Substring(start, length), word.Kind, word.Label, IsOrdinary(close.Text, at, folded, word.Kind));
            }
        var wide = new FoldedText(text, keepsBlanks: true);
        foreach (var (pattern, word) in _numbers)
            foreach (Match found in pattern.Matches(wide.Text)) yield return At(wide, found.Index, found.Length, word.Kind, word.Label);
        foreach (var (start, length, kind, label) in PatternWords.In(wide.Text)) yield return At(wide, start, length, kind, label);
    }

    private static Recognised At(FoldedText folded, int at, int size, RecognisedKind kind, NeutralLabel label)
    {
        var (start, length) = folded.Place(at, size);
        return new(start, length, folded.Original.Substring(start, length), kind, label, false);
    }

    /// <summary>A number never is. A name or a part of one is when it is a word of the language, or only the seam of two such words (沿海|生态 holds 海生).</summary>
    private static bool IsOrdinary(string text, int at, string word, RecognisedKind kind)
    {
        if (OrdinaryWords.Has(word)) return true;
        if (kind is not (RecognisedKind.PartOfName or RecognisedKind.PartOfAddress) || at == 0 || at + word.Length >= text.Length) return false;
        return OrdinaryWords.Has(text.Substring(at - 1, 2)) && OrdinaryWords.Has(text.Substring(at + word.Length - 1, 2));
    }

    private static IEnumerable<KnownWord> WordsOf(KnownPerson person)
    {
        foreach (var (text, whole) in NameWords.Of(person.Name, person.IsOrganisation)) yield return new(text, whole ? RecognisedKind.Name : RecognisedKind.PartOfName, person.Label);
        if (person.Representative is { Length: > 0 } representative)
            foreach (var (text, whole) in NameWords.Of(representative, isOrganisation: false))
                yield return new(text, whole ? RecognisedKind.Name : RecognisedKind.PartOfName, KnownPerson.RepresentativeOf(person.Label));
        if (person.Contact is { Length: > 0 } contact) yield return new(contact, RecognisedKind.Contact, contact.Contains('@', StringComparison.Ordinal) ? NeutralLabel.Mail : NeutralLabel.Contact);
        if (person.IdNumber is { Length: > 0 } number) yield return new(number, RecognisedKind.IdNumber, NeutralLabel.IdNumber);
        if (person.Place is { Length: > 0 } place) foreach (var word in AddressWords(place)) yield return word;
    }

    /// <summary>The whole, what follows the district, and each street, village or house in it. The district alone may be said.</summary>
    private static IEnumerable<KnownWord> AddressWords(string place)
    {
        var rest = District().Replace(FoldedText.Of(place), "");
        if (rest.Length < 2) yield break;
        yield return new(place, RecognisedKind.Address, NeutralLabel.Address);
        yield return new(rest, RecognisedKind.Address, NeutralLabel.Address);
        foreach (Match street in Street().Matches(rest)) yield return new(street.Value, RecognisedKind.PartOfAddress, NeutralLabel.Address);
    }

    private static bool IsNumber(RecognisedKind kind) => kind is RecognisedKind.Contact or RecognisedKind.IdNumber or RecognisedKind.Account or RecognisedKind.CaseNumber;

    private static bool Part(RecognisedKind kind) => kind is RecognisedKind.PartOfName or RecognisedKind.PartOfAddress;

    /// <summary>A number however it is grouped.</summary>
    private static Regex Loosely(string number)
    {
        var plain = FoldedText.Of(number).Replace("-", "", StringComparison.Ordinal);
        return new Regex(string.Join("[ -]?", plain.EnumerateRunes().Select(rune => Regex.Escape(rune.ToString()))), RegexOptions.CultureInvariant);
    }

    private static bool StandsAlone(string text, int start, int length) =>
        (start == 0 || !char.IsAsciiLetterOrDigit(text[start - 1])) && (start + length >= text.Length || !char.IsAsciiLetterOrDigit(text[start + length]));

    /// <summary>English labels keep their distance from letters.</summary>
    private static string Spaced(string label, string text, Recognised one, bool english)
    {
        if (!english) return label;
        var before = one.Start > 0 && char.IsLetterOrDigit(text[one.Start - 1]) ? " " : "";
        var after = one.Start + one.Length < text.Length && char.IsLetterOrDigit(text[one.Start + one.Length]) ? " " : "";
        return before + label + after;
    }

    [GeneratedRegex(@"^(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区))?(?:[\u4e00-\u9fff]{2,8}?市)?(?:[\u4e00-\u9fff]{1,6}?[区县])?")]
    private static partial Regex District();

    [GeneratedRegex(@"[\u4e00-\u9fff]{2,8}?(?:街道|大道|小区|花园|公寓|大厦|广场|路|街|巷|弄|村|镇|乡|苑|园)")]
    private static partial Regex Street();
}
