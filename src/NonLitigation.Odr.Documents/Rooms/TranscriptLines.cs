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

    internal long LastSequence { get; private set; }

    internal Digest Last => _head?.Hash ?? default;

    /// <summary>The room's root at each size that was passed.</summary>
    internal Dictionary<(string Origin, long Size), Digest> Trees { get; } = [];

    /// <summary>Null when the line holds; else where it was changed.</summary>
    internal Sentence? Check(CanonicalValue value)
    {
        var number = tree.Size + 1;
        if (Read(value, number, ["body", "entry", "hash", "salt"], out var line, out var hash) is { } fault) return fault;
        if (line.Sequence != number) return At(number, "顺序", "order");
        if (_head is { } head && line.Previous != head.Hash) return At(number, "与前一条的链接", "link to the entry before");
        _head = new(room, number, hash);
        tree.Append(hash);
        Trees[(Checkpoint.OriginOf(room), number)] = tree.Root();
        return null;
    }

    /// <summary>As <see cref="Check"/>, for an entry that was chosen: not linked to the one before, but with a proof that it is under the checkpoint.</summary>
    internal Sentence? CheckChosen(CanonicalValue value, long after, Checkpoint checkpoint)
    {
        if (Read(value, after + 1, ["body", "entry", "hash", "proof", "salt"], out var entry, out var hash) is { } fault) return fault;
        if (entry.Sequence <= after) return At(entry.Sequence, "顺序", "order");
        var path = new List<Digest>();
        foreach (var step in ((CanonicalObject)value)["proof"] as CanonicalArray ?? [])
        {
            if (!Digest.TryParse((step as CanonicalString)?.Value, out var digest)) return At(entry.Sequence, "证明", "proof");
            path.Add(digest);
        }
        return MerkleTree.VerifyInclusion(entry.Sequence - 1, checkpoint.Size, hash, path, checkpoint.Root) ? null : At(entry.Sequence, "证明", "proof");
    }

    /// <param name="number">The place where the line stands, for the fault.</param>
    private Sentence? Read(CanonicalValue value, long number, string[] names, out TranscriptEntry entry, out Digest hash)
    {
        (entry, hash) = (null!, default);
        if (value is not CanonicalObject line || !line.Names.SequenceEqual(names) || line["entry"] is not CanonicalObject json || TranscriptEntryReader.Read(json) is not { } read)
            return At(number, "条目格式", "entry");
        (entry, hash) = (read, read.Hash());
        if (entry.Room != room) return At(number, "顺序", "order");
        if (line.Text("hash") != hash.ToString()) return At(entry.Sequence, "条目内容与校验值不符", "entry (its hash does not fit)");
        if (line["body"] is CanonicalNull && line["salt"] is CanonicalNull) Withheld.Add(entry.Sequence);
        else if (!Commits(line, entry)) return At(entry.Sequence, "正文", "body");
        (LastTime, LastSequence) = (entry.SentAt, entry.Sequence);
        return null;
    }

    private static bool Commits(CanonicalObject line, TranscriptEntry entry) =>
        line["body"] is CanonicalObject body && Digest.TryParse(line.Text("salt"), out var salt)
        && BodyCommitment.Of(salt.ToArray(), body) == entry.Commitment;

    private static Sentence At(long number, string zh, string en) => new($"第 {number} 条：{zh}", $"entry {number}: {en}");
}
