using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using NonLitigation.Odr.Documents.Rooms;
using NonLitigation.Odr.Documents.Settlements;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Documents.Archive;

/// <summary>
/// Checks an exported case file offline: the signature over the index, every part's size and hash, what is missing or does not belong, and inside it every
/// transcript, publication and outcome by its own proofs. Each finding names its part.
/// </summary>
public sealed class CaseFileVerifier(Trust trust)
{
    public const string Kind = "casefile";

    /// <summary>A part with proofs of its own is read whole; larger ones count as altered.</summary>
    private const int LargestProved = 256 * 1024 * 1024;

    private readonly DocumentVerifier _documents = new(trust);

    public static bool LooksLikeOne(ReadOnlySpan<byte> start) => start.StartsWith("PK"u8);

    /// <param name="file">Must seek.</param>
    public Verdict Verify(Stream file)
    {
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8);
            return Verify(archive);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException)
        {
            return Verdict.Altered(Kind, new("压缩文件本身无法读取", "the archive itself cannot be read"));
        }
    }

    private Verdict Verify(ZipArchive archive)
    {
        var (index, note) = (archive.GetEntry(CaseFileIndex.IndexName), archive.GetEntry(CaseFileIndex.NoteName));
        if (index is null && note is null) return Verdict.NotOurs;
        if (index is null) return Altered("卷宗目录 index.json 缺少", "the index (index.json) is missing");
        if (note is null) return Altered("目录的签名 index.note 缺少", "the signature of the index (index.note) is missing");
        if (Bytes(index) is not { } listing || Bytes(note) is not { } signed) return Altered("卷宗目录", "the index");
        if (SignedNote.Read(Encoding.UTF8.GetString(signed)) is not { } read || !Encoding.UTF8.GetBytes(read.ToString()).AsSpan().SequenceEqual(signed))
            return Altered("目录的签名 index.note", "the signature of the index (index.note)");
        var (key, fault) = trust.SignerOf(read);
        if (fault is not null) return Altered("目录的签名 index.note", "the signature of the index (index.note)");
        if (key is null) return Verdict.SignerNotTrusted(Kind);
        if (Read(listing) is not { } contents || Checkpoint.Read(read.Text) is not { } checkpoint || checkpoint.ToText() != CaseFileIndex.CheckpointOf(contents.CaseId, contents.Parts.Count, listing).ToText())
            return Altered("卷宗目录 index.json", "the index (index.json)");
        var found = Check(archive, contents);
        if (found.Faults.Count > 0)
        {
            var where = new Sentence(string.Join('；', found.Faults.Select(one => one.Zh)), string.Join("; ", found.Faults.Select(one => one.En)));
            return Verdict.Altered(Kind, where) with { CaseNumber = contents.Number, Details = found.Faults };
        }
        return new(VerdictKind.Genuine, new("卷宗完整，每个文件都与签发时一致。", "The case file is whole, and each part is as it was issued."), null, Kind, contents.Number, key.Name, contents.MadeAt,
            [new($"共{contents.Parts.Count}个文件。", $"{contents.Parts.Count} files."), .. found.Proved]) { Trees = found.Trees };
    }

    private sealed record Findings(List<Sentence> Faults, List<Sentence> Proved, Dictionary<(string, long), Digest> Trees);

    private Findings Check(ZipArchive archive, Contents contents)
    {
        var found = new Findings([], [], []);
        var entries = archive.Entries.GroupBy(entry => entry.FullName, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var part in contents.Parts)
        {
            if (!entries.Remove(part.Path, out var there)) found.Faults.Add(new($"缺少：{part.Path}", $"missing: {part.Path}"));
            else if (there.Count > 1) found.Faults.Add(new($"重复：{part.Path}", $"twice: {part.Path}"));
            else if (!Fits(there[0], part)) found.Faults.Add(new($"被改动：{part.Path}", $"altered: {part.Path}"));
            else if (IsProved(part.Path)) Prove(there[0], part.Path, found);
        }
        foreach (var name in new[] { CaseFileIndex.IndexName, CaseFileIndex.NoteName })
            if (entries.Remove(name, out var there) && (there.Count > 1 || !IsPlain(there[0]))) found.Faults.Add(new($"被改动：{name}", $"altered: {name}"));
        foreach (var name in entries.Keys) found.Faults.Add(new($"多出：{name}", $"does not belong: {name}"));
        return found;
    }

    /// <summary>Genuine by its own proofs too, and of the same history as the others.</summary>
    private void Prove(ZipArchiveEntry entry, string path, Findings found)
    {
        var verdict = Bytes(entry) is { } bytes ? _documents.Verify(bytes) : null;
        if (verdict is not { Kind: VerdictKind.Genuine })
        {
            found.Faults.Add(new($"证明不成立：{path}", $"its own proof does not hold: {path}"));
            return;
        }
        foreach (var (tree, root) in verdict.Trees)
            if (!found.Trees.TryAdd(tree, root) && found.Trees[tree] != root) found.Faults.Add(new($"与另一文件互相矛盾：{path}", $"contradicts another part: {path}"));
        found.Proved.Add(new($"{path}：{verdict.Why.Zh}", $"{path}: {verdict.Why.En}"));
    }

    private static bool IsProved(string path) =>
        path.EndsWith("/transcript.json", StringComparison.Ordinal) || path.EndsWith("/publication.json", StringComparison.Ordinal) || path.EndsWith("/outcome.pdf", StringComparison.Ordinal);

    private static bool IsPlain(ZipArchiveEntry entry) => entry.LastWriteTime.DateTime == CaseFileIndex.EntryTime.DateTime && entry.Comment.Length == 0 && entry.ExternalAttributes is var bits && (bits & 0xFFFF) == 0;

    private static bool Fits(ZipArchiveEntry entry, CaseFilePart part)
    {
        try
        {
            using var content = entry.Open();
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var (size, buffer) = (0L, new byte[81_920]);
            for (int read; (read = content.Read(buffer)) > 0 && size <= part.Size; size += read) hash.AppendData(buffer, 0, read);
            return size == part.Size && new Digest(hash.GetHashAndReset()) == part.Sha256 && IsPlain(entry);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException or IOException)
        {
            return false;
        }
    }

    private static byte[]? Bytes(ZipArchiveEntry entry)
    {
        try
        {
            if (entry.Length > LargestProved) return null;
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException or IOException)
        {
            return null;
        }
    }

    private sealed record Contents(Guid CaseId, string Number, DateTimeOffset MadeAt, IReadOnlyList<CaseFilePart> Parts);

    /// <summary>Null unless it is the index as the platform writes it.</summary>
    private static Contents? Read(byte[] index)
    {
        try
        {
            if (CanonicalJsonReader.Parse(index) is not CanonicalObject json || !CanonicalJson.Serialize(json).AsSpan().SequenceEqual(index) || json.Text("format") != CaseFileIndex.Format
                || json["case"] is not CanonicalObject of || !Guid.TryParseExact(of.Text("id"), "D", out var id) || json["parts"] is not CanonicalArray parts) return null;
            return new(id, of.Text("number") ?? "", DateTimeOffset.Parse(json.Text("madeAt") ?? "", System.Globalization.CultureInfo.InvariantCulture), [.. parts.Select(Part)]);
        }
        catch (Exception fault) when (fault is FormatException or RefusalException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static CaseFilePart Part(CanonicalValue value) => value is CanonicalObject part && part["size"] is CanonicalInteger size && part.Text("path") is { } path && part.Text("sha256") is { Length: 64 } hash
        ? new(path, part.Text("zh") ?? "", part.Text("en") ?? "", size.Value, new(Convert.FromHexString(hash)))
        : throw new FormatException("A part of the index is not one.");

    private static Verdict Altered(string zh, string en) => Verdict.Altered(Kind, new(zh, en));
}
