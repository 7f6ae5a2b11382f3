using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

public enum CommentPlace { Whole, Facts, Clause, Obligation }

/// <summary>A remark on a place of a shown version, open until somebody who may has ticked it off. Its words stay.</summary>
public sealed class DraftComment
{
    public const int LongestText = 1_000, LongestQuote = 200;

    private DraftComment() { }

    public Guid Id { get; private set; }
    public Guid AgreementId { get; private set; }
    public int Version { get; private set; }
    public CommentPlace Place { get; private set; }
    /// <summary>From 1, of the clause or obligation in that version; null of the whole and of the facts.</summary>
    public int? Number { get; private set; }
    /// <summary>The words it is about, as they were; shortened.</summary>
    public string Quote { get; private set; } = "";
    public Guid PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public Guid ClientMessageId { get; private set; }
    public string Text { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? ResolvedAt { get; private set; }
    public string? ResolvedBy { get; private set; }

    public static DraftComment On(AgreementVersion version, CommentPlace place, int? number, string? text, Guid clientMessageId, Guid personId, string name, DateTimeOffset now)
    {
        var words = text?.ReplaceLineEndings("\n").Trim() ?? "";
        SharedRules.TextIsEmpty.When(words.Length == 0);
        SharedRules.TextIsTooLong.When(words.Length > LongestText);
        return new()
        {
            Id = Guid.CreateVersion7(now), AgreementId = version.AgreementId, Version = version.Number, Place = place, Number = place is CommentPlace.Clause or CommentPlace.Obligation ? number : null,
            Quote = Shortened(WordsAt(version.Content, place, number)), PersonId = personId, Name = name, ClientMessageId = clientMessageId, Text = words, At = now,
        };
    }

    /// <summary>Again changes nothing.</summary>
    public void Resolve(string by, DateTimeOffset now)
    {
        if (ResolvedAt is null) (ResolvedAt, ResolvedBy) = (now, by);
    }

    /// <summary>Where the commented place stands in a later content, and whether its words have changed.</summary>
    /// <param name="since">From the commented version to the later one.</param>
    public (int? Number, ChangeKind Change) PlaceNow(AgreementDifference since)
    {
        var change = Place switch
        {
            CommentPlace.Clause => since.Clauses.Where(one => one.Before == Number).Select(one => (one.After, one.Kind)).Single(),
            CommentPlace.Obligation => since.Obligations.Where(one => one.Before == Number).Select(one => (one.After, one.Kind)).Single(),
            CommentPlace.Facts => (null, since.Facts.All(piece => piece.Kind == PieceKind.Kept) ? ChangeKind.Same : ChangeKind.Changed),
            _ => ((int?)null, since.IsEmpty ? ChangeKind.Same : ChangeKind.Changed),
        };
        return change;
    }

    private static string WordsAt(AgreementContent content, CommentPlace place, int? number)
    {
        var count = place switch { CommentPlace.Clause => content.Clauses.Count, CommentPlace.Obligation => content.Obligations.Count, _ => int.MaxValue };
        SettlementsRules.NoSuchClause.When(!Enum.IsDefined(place) || (place is CommentPlace.Clause or CommentPlace.Obligation && (number is not { } at || at < 1 || at > count)));
        return place switch
        {
            CommentPlace.Facts => content.Facts,
            CommentPlace.Clause => content.Clauses[number!.Value - 1].Text,
            CommentPlace.Obligation => content.Obligations[number!.Value - 1].What,
            _ => "",
        };
    }

    private static string Shortened(string words) => words.Length <= LongestQuote ? words : words[..(char.IsHighSurrogate(words[LongestQuote - 2]) ? LongestQuote - 2 : LongestQuote - 1)] + "…";
}
