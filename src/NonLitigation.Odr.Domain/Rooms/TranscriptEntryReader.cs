using System.Globalization;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>Reads an entry from its JSON object; strict, so that one entry has exactly one spelling.</summary>
public static class TranscriptEntryReader
{
    /// <summary>Null unless the object is an entry of version 1 whose canonical bytes are exactly those of the object.</summary>
    public static TranscriptEntry? Read(CanonicalObject json)
    {
        if (json.Number("v") != TranscriptEntry.Version || json["audience"] is not CanonicalArray people) return null;
        var audience = people.Select(p => Id((p as CanonicalString)?.Value)).ToList();
        if (audience.Contains(null)
            || Id(json.Text("room")) is not { } room
            || json.Number("sequence") is not { } sequence
            || TranscriptKinds.FromWord(json.Text("kind")) is not { } kind
            || json.Text("authorName") is not { } name
            || json.Text("authorRole") is not { } role
            || !DateTimeOffset.TryParseExact(json.Text("sentAt"), TranscriptEntry.TimeFormat, CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal, out var sentAt)
            || !Digest.TryParse(json.Text("commitment"), out var commitment)
            || !Digest.TryParse(json.Text("previous"), out var previous)) return null;
        var entry = new TranscriptEntry(room, sequence, kind, Id(json.Text("author")), name, role, sentAt, Id(json.Text("clientMessageId")),
            json.Number("replyTo"), [.. audience.Select(a => a!.Value)], commitment, previous);
        return CanonicalJson.Serialize(json).AsSpan().SequenceEqual(entry.CanonicalBytes()) ? entry : null;
    }

    private static Guid? Id(string? text) => Guid.TryParseExact(text, "D", out var id) ? id : null;
}
