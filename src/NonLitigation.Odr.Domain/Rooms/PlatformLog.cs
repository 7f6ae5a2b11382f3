using System.Text;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>
/// The one log of the whole platform, open to everybody. Its leaves are hashes of texts: of each room's signed checkpoints (whoever has the
/// note finds it; nobody else learns that there is such a room) and of the few acts that everybody may read.
/// </summary>
public static class PlatformLog
{
    public const string Origin = "nonlitigation-odr/log";

    /// <summary>The RFC 6962 leaf hash of a text: SHA-256(0x00 || UTF-8).</summary>
    public static Digest Leaf(string text) => Digest.Of([0, .. Encoding.UTF8.GetBytes(text)]);

    /// <summary>What stands in the log once somebody has taken it upon himself to go on with a record that lacks what was published.</summary>
    /// <param name="published">The published checkpoints that the record does not reach or contradicts.</param>
    /// <param name="rooms">Leaves of published room checkpoints that their rooms do not reach.</param>
    public static string Acknowledged(IEnumerable<Checkpoint> published, IEnumerable<Digest> rooms, string reason, DateTimeOffset at) =>
        Encoding.UTF8.GetString(CanonicalJson.Serialize(new CanonicalObject
        {
            ["type"] = AcknowledgedType, ["reason"] = reason, ["at"] = TranscriptEntry.ToMicroseconds(at).ToString(TranscriptEntry.TimeFormat, System.Globalization.CultureInfo.InvariantCulture),
            ["published"] = new CanonicalArray(published.Select(lost => new CanonicalObject { ["size"] = lost.Size, ["root"] = lost.Root.ToString() })),
            ["rooms"] = new CanonicalArray(rooms.Select(leaf => CanonicalValue.From(leaf.ToString()))),
        }));

    /// <summary>What an act in the log acknowledged; empty when it is another act.</summary>
    public static (IReadOnlySet<(long Size, Digest Root)> Published, IReadOnlySet<Digest> Rooms) ReadAcknowledged(string text)
    {
        if (CanonicalJsonReader.Parse(Encoding.UTF8.GetBytes(text)) is not CanonicalObject act || act.Text("type") != AcknowledgedType) return (new HashSet<(long, Digest)>(), new HashSet<Digest>());
        var published = ((CanonicalArray)act["published"]!).Cast<CanonicalObject>().Select(lost => (lost.Number("size")!.Value, Parse(lost.Text("root"))));
        return (published.ToHashSet(), ((CanonicalArray)act["rooms"]!).Cast<CanonicalString>().Select(leaf => Parse(leaf.Value)).ToHashSet());
    }

    private const string AcknowledgedType = "rollback-acknowledged";

    private static Digest Parse(string? hex) => Digest.TryParse(hex, out var digest) ? digest : throw new FormatException("Not a digest.");
}
