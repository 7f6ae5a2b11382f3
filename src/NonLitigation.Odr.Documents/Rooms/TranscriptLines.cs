using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Documents.Rooms;

/// <summary>Goes through the lines of an exported transcript in order and says where the first one breaks.</summary>
internal sealed class TranscriptLines(Guid room, MerkleRange tree)
{
    private TranscriptHead? _head = tree.Size == 0 ? TranscriptHead.Empty(room) : null;

    internal List<long> Withheld { get; } = [];

    internal DateTimeOffset LastTime { get; private set; }

    internal Digest Last => _head?.Hash ?? default;

    /// <summary>Null when the line holds; else where it was changed.</summary>
    internal Sentence? Check(CanonicalValue value)
    {
        var number = tree.Size + 1;
        if (value is not CanonicalObject line || !line.Names.SequenceEqual(["body", "entry", "hash", "salt"])
            || line["entry"] is not CanonicalObject json || TranscriptEntryReader.Read(json) is not { } entry) return At(number, "条目格式", "entry");
        if (entry.Room != room || entry.Sequence != number) return At(number, "顺序", "order");
        var hash = entry.Hash();
        if (line.Text("hash") != hash.ToString()) return At(number, "条目内容与校验值不符", "entry (its hash does not fit)");
        if (_head is { } head && entry.Previous != head.Hash) return At(number, "与前一条的链接", "link to the entry before");
        if (line["body"] is CanonicalNull && line["salt"] is CanonicalNull) Withheld.Add(number);
        else if (!Commits(line, entry)) return At(number, "正文", "body");
        (_head, LastTime) = (new(room, number, hash), entry.SentAt);
        tree.Append(hash);
        return null;
    }

    private static bool Commits(CanonicalObject line, TranscriptEntry entry) =>
        line["body"] is CanonicalObject body && Digest.TryParse(line.Text("salt"), out var salt)
        && BodyCommitment.Of(salt.ToArray(), body) == entry.Commitment;

    private static Sentence At(long number, string zh, string en) => new($"第 {number} 条：{zh}", $"entry {number}: {en}");
}
