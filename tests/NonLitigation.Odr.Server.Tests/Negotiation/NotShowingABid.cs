using System.Text;
using System.Text.RegularExpressions;
using NonLitigation.Odr.Contracts.Negotiation;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Tests.Documents;
using NonLitigation.Odr.Server.Tests.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Negotiation;

/// <summary>
/// Until a deal nothing tells what the other side has bid, nor whether it has: neither what the others are sent, nor what they can ask for, export or read
/// in figures, nor the log. The same sitting is played with bids that meet, with bids that do not, and with a silent other side.
/// </summary>
public sealed partial class NotShowingABid
{
    private const long Asked = 123_457_765_433, Enough = 987_651_123_457, TooLittle = 111_131_317_193;

    [Fact]
    public async Task To_anybody_until_it_is_a_deal()
    {
        using var log = new LogBook();
        await using var cluster = await OdrCluster.StartAsync(1, adjust: builder =>
        {
            log.Keep(builder);
            RoomCluster.Quick(builder);
            builder.Configuration["Odr:Rooms:Heartbeat"] = "00:05:00"; // by the clock: where one falls would be chance
            builder.Configuration["Odr:Negotiation:BlindRenewal"] = "01:00:00";
        });
        await PlayAsync(cluster, log, Enough); // what is done once in a process is done
        var meeting = await PlayAsync(cluster, log, Enough);
        var missing = await PlayAsync(cluster, log, TooLittle);
        var silent = await PlayAsync(cluster, log, null);
        Assert.NotEmpty(meeting.Frames);
        foreach (var other in new[] { missing, silent })
        {
            Assert.Equal(meeting.Frames, other.Frames);
            Assert.Equal(meeting.Answers, other.Answers);
        }
        Assert.Equal(meeting.Log, missing.Log);
        Assert.Equal((BlindState.Deal, BlindState.NoDeal, BlindState.NoDeal), (meeting.State, missing.State, silent.State));
        // Once it ended without a deal, the sums stand nowhere in the database.
        var (code, dump) = OutsideTool.Run("pg_dump", "--data-only", TestStores.OwnerUri(cluster.Database));
        Assert.Equal(0, code);
        foreach (var sum in new[] { $"{TooLittle}", Convert.ToHexStringLower(Encoding.ASCII.GetBytes($"{TooLittle}")) }) Assert.DoesNotContain(sum, dump, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(Encoding.ASCII.GetBytes($"{Enough}")), dump, StringComparison.Ordinal); // in the entry of the deal
        Assert.Empty(log.Find($"{Asked}", $"{Enough}", $"{TooLittle}"));
    }

    private sealed record Played(List<string> Frames, List<string> Answers, List<string> Log, BlindState State);

    private static async Task<Played> PlayAsync(OdrCluster cluster, LogBook log, long? bid)
    {
        await using var stage = await RoomStage.OpenAsync(cluster);
        await using var applicant = await RawPage.OpenAsync(cluster, await TestSignIn.CookieAsync(cluster, stage.Applicant.Person));
        await using var mediator = await RawPage.OpenAsync(cluster, await TestSignIn.CookieAsync(cluster, stage.Mediator.Person));
        foreach (var page in new[] { applicant, mediator }) await page.CallAsync(nameof(IRoomHub.EnterRoom), new EnterRoomRequest(stage.Id, 1));
        var round = await stage.Mediator.OpenBlindAsync(BlindWire.Bids(stage.Id, stage.Room.RespondentParty, stage.Room.ApplicantParty, TimeSpan.FromSeconds(10), gapYuan: 10));
        await stage.Applicant.BidAsync(round.Id, Asked);
        await Task.Delay(500);
        var from = log.Lines.Count;
        if (bid is { } fen) await stage.Respondent.BidAsync(round.Id, fen);
        await Task.Delay(1_000);
        var lines = log.Lines.Skip(from).Where(IsAboutTheBid).Select(Masked).ToList();
        var answers = new List<string>();
        foreach (var page in new[] { stage.Applicant, stage.Mediator })
            foreach (var path in new[] { $"rooms/{stage.Id}", $"rooms/{stage.Id}/entries", $"rooms/{stage.Id}/blind-rounds", $"rooms/{stage.Id}/proposals", $"rooms/{stage.Id}/transcript", "rooms" })
                answers.Add(Pieces(await page.Http.GetStringAsync(new Uri($"api/{path}", UriKind.Relative))));
        // Nudges go another way than entries, and may come before or after them. Presence comes by the clock: what it says counts, not how often.
        var frames = new[] { applicant, mediator }.SelectMany(page => page.Frames.Where(f => f.GetProperty("type").GetInt32() == 1).Select(f => Masked(f.ToString())).Distinct().Order(StringComparer.Ordinal)).ToList();
        Assert.True(DateTimeOffset.UtcNow < round.ClosesAt, "The machine was too slow: the round had closed before all was looked at.");
        return new(frames, answers, lines, (await stage.Applicant.ClosedAsync(round)).State);
    }

    /// <summary>
    /// What the service writes while it takes a bid; connections, timers and the web server's own steps come by chance, as does the look for rounds whose time
    /// has come, once a second: on a slow machine it falls between the lines of a bid.
    /// </summary>
    private static bool IsAboutTheBid(string line) =>
        (line.StartsWith("NonLitigation", StringComparison.Ordinal) || line.Contains("blind", StringComparison.OrdinalIgnoreCase)) && !line.Contains("closes_at <=", StringComparison.Ordinal);

    /// <summary>Piece by piece: the members of a room come in the order of their ids, which is chance.</summary>
    private static string Pieces(string json) => string.Join('\n', Masked(json).Split(['{', '}', '[', ']', ',']).Order(StringComparer.Ordinal));

    /// <summary>Ids, hashes, signatures, times and measured durations differ between any two.</summary>
    private static string Masked(string text) => Differing().Replace(text, "*");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}|[0-9A-Za-z+/_-]{40,}={0,2}|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|[+-]\\d\\d:\\d\\d)|[0-9.]+ms|127.0.0.1:\\d+|0HN[0-9A-Z]+(:[0-9A-F]{8})?|\"invocationId\":\"\\d+\"|\"traceId\":\"[^\"]*\"", RegexOptions.IgnoreCase)]
    private static partial Regex Differing();
}
