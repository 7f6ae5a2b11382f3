using System.Text;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>
/// <c>checkpoints.jsonl</c>: every published checkpoint of the platform's log, one JSON string (the signed note) a line, only ever appended to.
/// Several nodes may share the directory.
/// </summary>
public sealed class CheckpointFile(string directory)
{
    private readonly string _path = Path.Combine(directory, "checkpoints.jsonl");

    /// <summary>The last whole line; null when there is none. A line that was cut off in the middle of a write does not count.</summary>
    /// <exception cref="IOException">When the file is there and cannot be read.</exception>
    /// <exception cref="FormatException">When the line is no JSON string.</exception>
    public string? Last()
    {
        if (!File.Exists(_path)) return null;
        using var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return Last(file);
    }

    /// <summary>Appends what <paramref name="choose"/> gives for the last line; nobody else writes meanwhile.</summary>
    /// <exception cref="IOException">When another node does not come to an end with writing, or the disk is full.</exception>
    public async Task AppendAsync(Func<string?, Task<IReadOnlyList<string>>> choose)
    {
        Directory.CreateDirectory(directory);
        await using var alone = await LockAsync();
        await using var file = new FileStream(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        if (await choose(Last(file)) is not { Count: > 0 } notes) return;
        file.SetLength(WholeLines(file));
        file.Seek(0, SeekOrigin.End);
        foreach (var note in notes) await file.WriteAsync(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(CanonicalJson.Serialize(note)) + "\n"));
        file.Flush(flushToDisk: true);
    }

    /// <summary>A file of its own: whoever only reads is never kept waiting.</summary>
    private async Task<FileStream> LockAsync()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new(Path.Combine(directory, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (tries < 50)
            {
                await Task.Delay(100);
            }
        }
    }

    private static string? Last(FileStream file)
    {
        var bytes = new byte[Math.Min(WholeLines(file), 64 * 1024)];
        if (bytes.Length == 0) return null;
        file.Seek(WholeLines(file) - bytes.Length, SeekOrigin.Begin);
        file.ReadExactly(bytes);
        var line = bytes.AsSpan(bytes.AsSpan(0, bytes.Length - 1).LastIndexOf((byte)'\n') + 1);
        return (CanonicalJsonReader.Parse(line) as CanonicalString)?.Value ?? throw new FormatException("A line of checkpoints.jsonl is no JSON string.");
    }

    /// <summary>Length up to and with the last line feed.</summary>
    private static long WholeLines(FileStream file)
    {
        for (var at = file.Length; at > 0; at--)
        {
            file.Seek(at - 1, SeekOrigin.Begin);
            if (file.ReadByte() == '\n') return at;
        }
        return 0;
    }
}
