using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NonLitigation.Odr.Documents.Rooms;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using Xunit;

namespace NonLitigation.Odr.Server.Tests.Documents;

/// <summary>docs/test-vectors.json: every value that the format's document speaks of, as our code computes it and as another program does.</summary>
public class TestVectors
{
    private static readonly string Path = System.IO.Path.Combine(PythonVerifier.Docs, "test-vectors.json");

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Are_what_the_code_computes()
    {
        var computed = Compute().ToJsonString(Json) + "\n";
        if (Environment.GetEnvironmentVariable("ODR_WRITE_EXAMPLES") == "1") File.WriteAllText(Path, computed);
        Assert.Equal(computed, File.ReadAllText(Path));
    }

    [Fact]
    public void Are_what_another_language_computes() => Assert.Equal((0, "all true\n"), PythonVerifier.Run("--vectors", Path));

    [Theory]
    [InlineData("hash")]
    [InlineData("root")]
    [InlineData("inclusion")]
    [InlineData("consistency")]
    [InlineData("checkpoint")]
    public void Are_found_wrong_when_one_value_is(string which)
    {
        var file = Compute();
        switch (which)
        {
            case "hash": file["entries"]![4]!["hash"] = new string('0', 64); break;
            case "root": file["trees"]![5]!["root"] = new string('0', 64); break;
            case "inclusion": file["inclusion"]![20]!["proof"]!.AsArray().Add(new string('0', 64)); break;
            case "consistency": file["consistency"]![8]!["proof"]!.AsArray().Clear(); break;
            case "checkpoint": file["checkpoint"] = ((string)file["checkpoint"]!).Replace("\n8\n", "\n7\n", StringComparison.Ordinal); break;
            default: throw new ArgumentOutOfRangeException(nameof(which));
        }
        Assert.Equal(1, PythonVerifier.Run("--vectors", OutsideTool.FileWith(Encoding.UTF8.GetBytes(file.ToJsonString()), ".json")).Code);
    }

    private static JsonObject Compute()
    {
        var (entries, room, keys) = (ExampleTranscript.Entries(8), ExampleTranscript.Room.Id, ExampleTranscript.KnownKeys());
        var leaves = entries.Select(e => e.Entry.Hash()).ToArray();
        var sizes = Enumerable.Range(1, leaves.Length).ToList();
        return new()
        {
            ["room"] = room.ToString("D"),
            ["genesis"] = TranscriptHead.Genesis(room).ToString(),
            ["entries"] = new JsonArray([.. entries.Select(Entry)]),
            ["trees"] = new JsonArray([.. sizes.Prepend(0).Select(size => Tree(leaves[..size]))]),
            ["inclusion"] = new JsonArray([.. sizes.SelectMany(size => Enumerable.Range(0, size).Select(index => new JsonObject
                { ["sequence"] = index + 1, ["size"] = size, ["proof"] = Hashes(MerkleTree.InclusionProof(index, leaves.AsSpan(0, size))) }))]),
            ["consistency"] = new JsonArray([.. sizes.SelectMany(to => Enumerable.Range(1, to).Select(from => new JsonObject
                { ["from"] = from, ["to"] = to, ["proof"] = Hashes(MerkleTree.ConsistencyProof(from, leaves.AsSpan(0, to))) }))]),
            ["verifierKey"] = keys.Checkpoints.Verifier.ToString(),
            ["checkpoint"] = keys.Checkpoints.Sign(new Checkpoint(Checkpoint.OriginOf(room), leaves.Length, MerkleTree.Root(leaves), []).ToText()).ToString(),
        };
    }

    private static JsonObject Entry(ExportedEntry exported) => new()
    {
        ["body"] = Encoding.UTF8.GetString(exported.Body!.Value.Span), ["salt"] = Convert.ToHexStringLower(exported.Salt!), ["commitment"] = exported.Entry.Commitment.ToString(),
        ["entry"] = Encoding.UTF8.GetString(exported.Entry.CanonicalBytes()), ["hash"] = exported.Entry.Hash().ToString(),
    };

    private static JsonObject Tree(Digest[] leaves)
    {
        var tree = new MerkleRange();
        foreach (var leaf in leaves) tree.Append(leaf);
        return new() { ["size"] = leaves.Length, ["peaks"] = Hashes(tree.Peaks), ["root"] = MerkleTree.Root(leaves).ToString() };
    }

    private static JsonArray Hashes(IEnumerable<Digest> hashes) => new([.. hashes.Select(hash => (JsonNode)hash.ToString())]);
}
