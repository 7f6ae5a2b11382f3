using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Shared;
using RecognisedKind = NonLitigation.Odr.Contracts.Cases.RecognisedKind;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>The one check of words that go to a guide: while they are written, and when they are sent.</summary>
internal static class GuidanceChecks
{
    public static CheckedTextView View(Redaction redaction, string text, CheckGuidanceRequest request)
    {
        var redacted = redaction.Redact(text, request.English, request.Vouched);
        return new(
            [.. redaction.Find(text, request.Vouched).Select(one => new RecognisedView(one.Start, one.Length, one.Text, (RecognisedKind)one.Kind, one.Label.In(request.English), one.MayVouch))], redacted,
            redacted == text ? [] : [.. TextDifference.Between(text, redacted).Select(piece => new TextPieceView((Contracts.Shared.PieceKind)piece.Kind, piece.Text))]);
    }

    /// <summary>Which words and where, in the refusal's fields.</summary>
    /// <returns>The words vouched for that stand in a text.</returns>
    /// <exception cref="RefusalException"><see cref="GuidanceRules.Recognisable"/>, <see cref="GuidanceRules.CannotVouch"/>.</exception>
    public static IReadOnlyList<string> Require(Redaction redaction, IReadOnlyList<string>? vouched, params (string Field, string Text)[] texts)
    {
        var given = (vouched ?? []).Where(word => !string.IsNullOrWhiteSpace(word)).Distinct().ToList();
        var all = texts.SelectMany(one => redaction.Find(one.Text, [])).ToList();
        foreach (var word in given) GuidanceRules.CannotVouch.When(all.Exists(one => one.Text == word) && !texts.Any(one => redaction.MayVouch(word, one.Text)));
        var left = texts.Select(one => (one.Field, Found: redaction.Find(one.Text, given))).Where(one => one.Found.Count > 0).ToDictionary(one => one.Field, one => Reason(one.Found));
        if (left.Count > 0) throw (GuidanceRules.Recognisable with { Fields = left }).Refused();
        return [.. given.Where(word => texts.Any(one => redaction.MayVouch(word, one.Text)))];
    }

    private static RefusalReason Reason(IReadOnlyList<Recognised> found) => GuidanceRules.RecognisableWords with
    {
        Zh = $"还能认出：{string.Join("、", found.Select(one => $"“{one.Text}”（第{one.Start + 1}字）"))}。",
        En = $"Still recognisable: {string.Join(", ", found.Select(one => $"“{one.Text}” (character {one.Start + 1})"))}.",
    };
}
