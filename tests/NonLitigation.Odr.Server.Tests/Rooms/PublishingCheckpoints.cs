using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Documents.Rooms;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Server.Shared;
using NonLitigation.Odr.Server.Tests.Documents;
using NonLitigation.Odr.Server.Tests.Shared;
using Npgsql;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>Rounds of publishing are made by hand here, on both nodes of one database.</summary>
public sealed class PublishingCheckpoints : IAsyncLifetime
{
    private readonly string _directory = OutsideTool.NewFolder();
    private OdrCluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await OdrCluster.StartAsync(2, adjust: builder =>
    {
        (builder.Configuration["Odr:Checkpoints:Every"], builder.Configuration["Odr:Checkpoints:Sweep"]) = ("00:00:00", "01:00:00");
        builder.Configuration["Odr:Checkpoints:Directory"] = _directory;
    });

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Puts_every_room_under_one_log_whichever_node_does_it()
    {
        await using var one = await RoomStage.OpenAsync(_cluster);
        await using var other = await RoomStage.OpenAsync(_cluster);
        for (var i = 0; i < 6; i++)
        {
            await Task.WhenAll(one.Applicant.PostAsync(one.Id, $"第 {i} 句"), other.Respondent.PostAsync(other.Id, $"第 {i} 句"), RoundAsync(0), RoundAsync(1));
        }
        await RoundAsync(1);
        var report = await _cluster.Services.GetRequiredService<CheckRecord>().Handle(default);
        Assert.Empty(report.Faults);
        Assert.InRange(report.RoomCheckpoints, 4, 40);
        Assert.Equal(0, await RoundAsync(0)); // nothing grew

        var log = await OpenAsync<PublicLogView>("api/checkpoints");
        var shown = await _cluster.WithDbAsync(db => db.Set<LogCheckpointRow>().OrderBy(row => row.Size).Select(row => row.Note).ToListAsync());
        Assert.Equal(shown, File.ReadAllLines(Path.Combine(_directory, "checkpoints.jsonl")).Select(line => ((CanonicalString)CanonicalJsonReader.Parse(Encoding.UTF8.GetBytes(line))).Value));
        Assert.Equal(shown[^1], log.Checkpoints[0].Note);
        var trust = await TrustAsync();
        var (first, last) = (trust.ReadCheckpoint(shown[0])!, trust.ReadCheckpoint(shown[^1])!);
        var proof = await OpenAsync<ConsistencyView>($"api/checkpoints/consistency?from={first.Size}&to={last.Size}");
        Assert.True(MerkleTree.VerifyConsistency(first.Size, first.Root, last.Size, last.Root, [.. proof.Proof.Select(Parse)]));
    }

    [Fact]
    public async Task Gives_a_party_the_proof_that_his_room_is_in_it_and_shows_no_room_to_others()
    {
        await using var stage = await RoomStage.OpenAsync(_cluster);
        await using var other = await RoomStage.OpenAsync(_cluster);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stage.Applicant.Http.GetAsync(Publication(stage.Id))).StatusCode);
        await stage.Applicant.PostAsync(stage.Id, "一千六百元");
        await RoundAsync(0);
        var file = await stage.Applicant.Http.GetByteArrayAsync(Publication(stage.Id));
        var verifier = new TranscriptVerifier(await TrustAsync());
        Assert.Equal(VerdictKind.Genuine, verifier.Verify(file).Kind);
        for (var at = 0; at < file.Length; at += 11)
        {
            var changed = (byte[])file.Clone();
            changed[at] ^= 1;
            Assert.Equal(VerdictKind.Altered, verifier.Verify(changed).Kind);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await other.Applicant.Http.GetAsync(Publication(stage.Id))).StatusCode);

        using var anybody = new HttpClient { BaseAddress = _cluster.Addresses[1] };
        var read = await anybody.GetStringAsync(new Uri("api/checkpoints", UriKind.Relative)) + await anybody.GetStringAsync(new Uri("api/checkpoints/latest", UriKind.Relative)) + File.ReadAllText(Path.Combine(_directory, "checkpoints.jsonl"));
        Assert.All(new[] { stage.Id, other.Id }, room => Assert.DoesNotContain(room.ToString("D"), read, StringComparison.Ordinal));

        // Whoever has the note finds it without us knowing who asks.
        var note = (string)System.Text.Json.Nodes.JsonNode.Parse(file)!["note"]!;
        var found = await OpenAsync<InclusionView>($"api/checkpoints/inclusion?leaf={PlatformLog.Leaf(note)}");
        var newest = (await TrustAsync()).ReadCheckpoint(await anybody.GetStringAsync(new Uri("api/checkpoints/latest", UriKind.Relative)))!;
        Assert.True(MerkleTree.VerifyInclusion(found.Index, found.Size, PlatformLog.Leaf(note), [.. found.Proof.Select(Parse)], newest.Root));
        foreach (var wrong in new[] { $"inclusion?leaf={new string('0', 64)}", "777777", "777777/timestamp" })
            Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(new Uri($"api/checkpoints/{wrong}", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await anybody.GetAsync(new Uri("api/checkpoints/consistency?from=1&to=777777", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Never_signs_what_does_not_go_on_from_what_was_published()
    {
        await using var stage = await RoomStage.OpenAsync(_cluster);
        await using var other = await RoomStage.OpenAsync(_cluster);
        await RoundAsync(0);
        await _cluster.AsOwnerAsync($"alter table room_entries disable trigger user; update room_entries set entry_hash = sha256('x') where room_id = '{stage.Id}' and sequence = 2; alter table room_entries enable trigger user");
        await stage.Applicant.PostAsync(stage.Id, "之后");
        await other.Applicant.PostAsync(other.Id, "之后");
        Assert.Equal(1, await RoundAsync(1));
        Assert.Equal(0, await RoundAsync(0));
        Assert.NotEmpty((await _cluster.Services.GetRequiredService<CheckRecord>().Handle(default)).Faults);
    }

    [Fact]
    public async Task Starts_no_node_when_a_room_ends_before_what_was_published_of_it()
    {
        await using var stage = await RoomStage.OpenAsync(_cluster);
        await RoundAsync(0);
        await _cluster.AsOwnerAsync($"alter table room_entries disable trigger user; delete from room_entries where room_id = '{stage.Id}' and sequence > 3; update room_heads set head = 3 where room_id = '{stage.Id}'; alter table room_entries enable trigger user");
        var lost = await Assert.ThrowsAsync<UnsafeStartException>(() => _cluster.AddNodeAsync(adjust: builder => builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)));
        Assert.Contains(RecordRolledBackException.Code, lost.Message, StringComparison.Ordinal);
        Assert.Contains("1 rooms end before what was published of them", lost.Message, StringComparison.Ordinal);
        await _cluster.Services.GetRequiredService<AcknowledgeRollback>().Handle("磁盘损坏", default);
        await _cluster.AddNodeAsync();
    }

    private static Digest Parse(string hex) => Digest.TryParse(hex, out var digest) ? digest : throw new FormatException(hex);

    private static Uri Publication(Guid room) => new($"api/rooms/{room}/publication", UriKind.Relative);

    private Task<int> RoundAsync(int node) => _cluster.Nodes[node].Services.GetRequiredService<PublishCheckpoints>().RoundAsync(default);

    private async Task<T> OpenAsync<T>(string path)
    {
        using var anybody = new HttpClient { BaseAddress = _cluster.Addresses[0] };
        return (await anybody.GetFromJsonAsync<T>(new Uri(path, UriKind.Relative), OdrJson.Options))!;
    }

    private async Task<Trust> TrustAsync()
    {
        using var anybody = new HttpClient { BaseAddress = _cluster.Addresses[0] };
        return Trust.Read(await anybody.GetByteArrayAsync(new Uri("api/keys", UriKind.Relative)));
    }
}
