namespace NonLitigation.Odr.Domain.Shared;

/// <summary>One signature line of a note: the key's name and its bytes (4 of key id, then the signature).</summary>
public sealed record NoteSignature(string KeyName, ReadOnlyMemory<byte> Bytes)
{
    public const int KeyIdLength = 4;

    public string ToLine() => $"— {KeyName} {Convert.ToBase64String(Bytes.Span)}\n";
}

/// <summary>A C2SP signed note: a text, an empty line, and signature lines.</summary>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    public override string ToString() => Text + "\n" + string.Concat(Signatures.Select(s => s.ToLine()));

    /// <summary>Null unless the note is exactly what <see cref="ToString"/> would write, with 1 to 16 signatures.</summary>
    public static SignedNote? Read(string note)
    {
        var end = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || end + 2 >= note.Length || !note.EndsWith('\n')) return null;
        var signatures = new List<NoteSignature>();
        foreach (var line in note[(end + 2)..^1].Split('\n'))
        {
            var parts = line.Split(' ');
            if (parts is not ["—", { Length: > 0 }, _] || signatures.Count == 16) return null;
            var bytes = new byte[parts[2].Length];
            if (!Convert.TryFromBase64String(parts[2], bytes, out var length) || length <= NoteSignature.KeyIdLength) return null;
            signatures.Add(new(parts[1], bytes.AsMemory(0, length)));
        }
        var read = new SignedNote(note[..(end + 1)], signatures);
        return read.ToString() == note ? read : null;
    }
}
