using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Documents.Rooms;

/// <summary>The room as the file's header names it.</summary>
/// <param name="Kind">"Joint", "Caucus", "Butler", ...</param>
public sealed record TranscriptRoom(Guid Id, string Name, string Kind, string? CaseNumber);

/// <summary>An entry with what its commitment binds; both null when the body was deleted or is withheld.</summary>
/// <param name="Body">The body as JSON (UTF-8) in any spelling; it is written canonically.</param>
public sealed record ExportedEntry(TranscriptEntry Entry, byte[]? Salt, ReadOnlyMemory<byte>? Body);

/// <summary>Names of the export file's members; see docs/transcript-format.md.</summary>
internal static class TranscriptFile
{
    internal const string Format = "nonlitigation-odr/transcript/1";
    internal const string HeaderExtension = "header ";

    internal static CanonicalObject Room(TranscriptRoom room) =>
        new() { ["id"] = room.Id.ToString("D"), ["name"] = room.Name, ["kind"] = room.Kind, ["caseNumber"] = room.CaseNumber };

    /// <summary>Everything but entries and checkpoint; the signed checkpoint names its hash.</summary>
    internal static CanonicalObject HeaderOf(CanonicalObject file)
    {
        var header = new CanonicalObject();
        foreach (var (name, value) in file)
            if (name is not ("entries" or "checkpoint")) header[name] = value;
        return header;
    }

    internal static string ExtensionFor(CanonicalObject header) =>
        HeaderExtension + Convert.ToBase64String(Digest.Of(CanonicalJson.Serialize(header)).ToArray());
}
