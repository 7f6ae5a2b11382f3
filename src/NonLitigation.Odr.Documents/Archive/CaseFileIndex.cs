using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Documents.Archive;

/// <summary>Whose file it is, and for whom the copy was made.</summary>
/// <param name="Reader">Role of the one who took it: Applicant, Respondent, Mediator, Operator.</param>
public sealed record CaseFileHeading(Guid CaseId, string Number, string Organisation, string Reader, DateTimeOffset MadeAt);

/// <param name="Path">In the archive.</param>
/// <param name="Size">In bytes.</param>
public sealed record CaseFilePart(string Path, string Zh, string En, long Size, Digest Sha256);

/// <summary>What exists and is not in this copy, so that nobody takes it for lost; its hash where it has one.</summary>
public sealed record CaseFileWithheld(string Zh, string En, string? Sha256);

/// <summary>Members of <c>index.json</c> (docs/transcript-format.md, Case file).</summary>
internal static class CaseFileIndex
{
    internal const string Format = "nonlitigation-odr/casefile/1";
    internal const string IndexName = "index.json", NoteName = "index.note", PageName = "index.html", GuideName = "verify.txt";

    /// <summary>Every entry has it: what a byte of the container could still say would be checked by nobody.</summary>
    internal static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static string OriginOf(Guid caseId) => $"nonlitigation-odr/casefile/{caseId:D}";

    internal static Checkpoint CheckpointOf(Guid caseId, int parts, byte[] index) => new(OriginOf(caseId), parts, Digest.Of(index), []);

    internal static byte[] Write(CaseFileHeading heading, IReadOnlyList<CaseFilePart> parts, IReadOnlyList<CaseFileWithheld> withheld) => CanonicalJson.Serialize(new CanonicalObject
    {
        ["format"] = Format,
        ["case"] = new CanonicalObject { ["id"] = heading.CaseId.ToString("D"), ["number"] = heading.Number },
        ["organisation"] = heading.Organisation,
        ["reader"] = heading.Reader,
        ["madeAt"] = heading.MadeAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        ["parts"] = new CanonicalArray(parts.Select(part => (CanonicalValue)new CanonicalObject
        {
            ["path"] = part.Path, ["zh"] = part.Zh, ["en"] = part.En, ["size"] = part.Size, ["sha256"] = part.Sha256.ToString(),
        })),
        ["withheld"] = new CanonicalArray(withheld.Select(one => (CanonicalValue)new CanonicalObject { ["zh"] = one.Zh, ["en"] = one.En, ["sha256"] = one.Sha256 })),
    });
}
