using System.Text;

namespace NonLitigation.Odr.Domain.Shared;

public enum PieceKind { Kept, Removed, Added }

/// <summary>A run of words that stands in both texts, or in one of them only.</summary>
public sealed record TextPiece(PieceKind Kind, string Text);

/// <summary>
/// Two wordings of one text, laid over each other. Chinese has no spaces, so it goes character by character; a number or a Latin word is one thing,
/// for 1,600 that becomes 1,800 has not changed by one digit.
/// </summary>
public static class TextDifference
{
    /// <summary>Beyond so many changes two texts are two texts, and are shown as such.</summary>
    private const int MostEdits = 1_200;

    /// <returns>Without the added pieces it reads as <paramref name="before"/>, without the removed ones as <paramref name="after"/>. Two equal texts: one kept piece, or none.</returns>
    public static IReadOnlyList<TextPiece> Between(string before, string after)
    {
        var (old, now) = (Tokens(before), Tokens(after));
        var head = 0;
        while (head < old.Count && head < now.Count && old[head] == now[head]) head++;
        var tail = 0;
        while (tail < old.Count - head && tail < now.Count - head && old[^(tail + 1)] == now[^(tail + 1)]) tail++;
        var (oldMiddle, nowMiddle) = (old[head..^tail], now[head..^tail]);
        List<TextPiece> pieces = [new(PieceKind.Kept, string.Concat(old[..head]))];
        var (x, y) = (0, 0);
        foreach (var (b, a) in ShortestEdit.Kept(oldMiddle, nowMiddle, MostEdits) ?? [])
        {
            pieces.Add(new(PieceKind.Removed, string.Concat(oldMiddle[x..b])));
            pieces.Add(new(PieceKind.Added, string.Concat(nowMiddle[y..a])));
            pieces.Add(new(PieceKind.Kept, oldMiddle[b]));
            (x, y) = (b + 1, a + 1);
        }
        pieces.Add(new(PieceKind.Removed, string.Concat(oldMiddle[x..])));
        pieces.Add(new(PieceKind.Added, string.Concat(nowMiddle[y..])));
        pieces.Add(new(PieceKind.Kept, string.Concat(old[^tail..])));
        return Readable(pieces);
    }

    /// <summary>How much two texts share: 0 nothing, 1 all. By pairs of neighbouring characters (Dice).</summary>
    public static double Likeness(string before, string after)
    {
        if (before == after) return 1;
        var (old, now) = (Pairs(before), Pairs(after));
        return old.Count + now.Count == 0 ? 0 : 2.0 * old.Intersect(now).Count() / (old.Count + now.Count);
    }

    private static HashSet<(char, char)> Pairs(string text) => [.. text.Zip(text.Skip(1))];

    private static List<string> Tokens(string text)
    {
        List<string> tokens = [];
        var word = new StringBuilder();
        void End()
        {
            if (word.Length > 0) tokens.Add(word.ToString());
            word.Clear();
        }
        for (var at = 0; at < text.Length; at++)
        {
            var pair = char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
            var insideNumber = text[at] is '.' or ',' && at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);
            if (char.IsAsciiLetterOrDigit(text[at]) || insideNumber)
            {
                word.Append(text[at]);
                continue;
            }
            End();
            tokens.Add(pair ? text.Substring(at++, 2) : text[at].ToString());
        }
        End();
        return tokens;
    }

    /// <summary>Joins neighbours of one kind; a lone character that happens to stand in both, between longer changes, is taken into the change.</summary>
    private static List<TextPiece> Readable(List<TextPiece> pieces)
    {
        var joined = Joined(pieces);
        for (var at = 1; at < joined.Count - 1; at++)
            if (joined[at] is { Kind: PieceKind.Kept, Text.Length: 1 } chance && Changed(joined, at, -1) > 1 && Changed(joined, at, 1) > 1)
            {
                joined.RemoveAt(at);
                joined.InsertRange(at, [new(PieceKind.Removed, chance.Text), new(PieceKind.Added, chance.Text)]);
                at++;
            }
        return Joined(joined);
    }

    /// <summary>How many characters the change beside a piece has, before or behind it.</summary>
    private static int Changed(List<TextPiece> pieces, int at, int step)
    {
        var length = 0;
        for (at += step; at >= 0 && at < pieces.Count && pieces[at].Kind != PieceKind.Kept; at += step) length += pieces[at].Text.Length;
        return length;
    }

    private static List<TextPiece> Joined(IEnumerable<TextPiece> pieces)
    {
        List<TextPiece> joined = [];
        var (removed, added) = (new StringBuilder(), new StringBuilder());
        void End()
        {
            if (removed.Length > 0) joined.Add(new(PieceKind.Removed, removed.ToString()));
            if (added.Length > 0) joined.Add(new(PieceKind.Added, added.ToString()));
            removed.Clear();
            added.Clear();
        }
        foreach (var piece in pieces.Where(piece => piece.Text.Length > 0))
        {
            if (piece.Kind != PieceKind.Kept)
            {
                (piece.Kind == PieceKind.Removed ? removed : added).Append(piece.Text);
                continue;
            }
            End();
            if (joined is [.., { Kind: PieceKind.Kept } last]) joined[^1] = last with { Text = last.Text + piece.Text };
            else joined.Add(piece);
        }
        End();
        return joined;
    }
}
