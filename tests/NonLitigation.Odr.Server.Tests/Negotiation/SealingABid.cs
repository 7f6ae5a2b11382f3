using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Contracts.Negotiation;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Negotiation;
using NonLitigation.Odr.Server.Tests.Documents;
using NonLitigation.Odr.Server.Tests.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;
using Npgsql;
using BlindState = NonLitigation.Odr.Contracts.Negotiation.BlindState;

namespace NonLitigation.Odr.Server.Tests.Negotiation;

/// <summary>While a round is open, what was said lies sealed in the database, and what opens it lies elsewhere (docs/decisions/0025).</summary>
public sealed class SealingABid(SealingABid.Nodes nodes) : IClassFixture<SealingABid.Nodes>
{
    private const long Offered = 98_765_432_109, Least = 87_654_321_098;

    private string Keys => nodes.Cluster.Services.GetRequiredService<IConfiguration>()["Odr:Keys:Directory"]! + "/bids";

    /// <summary>Two nodes that seal anew twenty times a second.</summary>
    public sealed class Nodes : IAsyncLifetime
    {
        public OdrCluster Cluster { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Cluster = await OdrCluster.StartAsync(2, adjust: builder =>
        {
            RoomCluster.Quick(builder);
            builder.Configuration["Odr:Negotiation:BlindRenewal"] = "00:00:00.05";
        });

        public ValueTask DisposeAsync() => Cluster.DisposeAsync();
    }

    private static Task<BlindRoundView> OpenAsync(RoomStage stage, TimeSpan open) =>
        stage.Mediator.OpenBlindAsync(BlindWire.Bids(stage.Id, stage.Room.RespondentParty, stage.Room.ApplicantParty, open));

    [Fact]
    public async Task Leaves_its_digits_in_no_dump_and_in_no_statistic_while_the_round_is_open()
    {
        await using var stage = await RoomStage.OpenAsync(nodes.Cluster);
        var round = await OpenAsync(stage, TimeSpan.FromMinutes(10));
        await stage.Respondent.BidAsync(round.Id, Offered);
        await stage.Applicant.BidAsync(round.Id, Least);
        Assert.Equal(Offered, Assert.Single(await stage.Respondent.BlindRoundsAsync(stage.Id)).Mine!.AmountFen);
        var (code, dump) = OutsideTool.Run("pg_dump", TestStores.OwnerUri(nodes.Cluster.Database));
        Assert.Equal(0, code);
        Assert.Contains(round.Id.ToString(), dump, StringComparison.Ordinal);
        await using var owner = new NpgsqlConnection(TestStores.Owner(nodes.Cluster.Database).ConnectionString);
        await owner.OpenAsync();
        await using (var analyze = new NpgsqlCommand("analyze blind_rounds, blind_bids", owner)) await analyze.ExecuteNonQueryAsync();
        await using var ask = new NpgsqlCommand("select coalesce(string_agg(to_jsonb(s)::text, ' '), '') from pg_stats s where tablename in ('blind_rounds', 'blind_bids')", owner);
        var statistics = (string)(await ask.ExecuteScalarAsync())!;
        Assert.Contains("contents", statistics, StringComparison.Ordinal);
        foreach (var fen in new[] { Offered, Least })
        {
            var bytes = new byte[8];
            BinaryPrimitives.WriteInt64BigEndian(bytes, fen);
            foreach (var shape in new[] { $"{fen}", $"{fen / 100}.", Convert.ToHexStringLower(bytes), Convert.ToHexStringLower([.. bytes.Reverse()]) })
            {
                Assert.DoesNotContain(shape, dump, StringComparison.Ordinal);
                Assert.DoesNotContain(shape, statistics, StringComparison.Ordinal);
            }
        }
        await stage.Mediator.CancelAsync(round.Id);
        Assert.Empty(Directory.GetFiles(Keys, $"{round.Id:N}.*"));
    }

    [Fact]
    public async Task Looks_alike_whoever_has_answered_and_whether_anybody_has()
    {
        await using var stage = await RoomStage.OpenAsync(nodes.Cluster);
        var round = await OpenAsync(stage, TimeSpan.FromMinutes(10));
        var silent = await PlacesAsync(round);
        await stage.Respondent.BidAsync(round.Id, Offered);
        var said = await PlacesAsync(round);
        await stage.Respondent.TakeBackAsync(round.Id);
        var takenBack = await PlacesAsync(round);
        foreach (var places in new[] { silent, said, takenBack })
        {
            Assert.Equal(new[] { stage.Room.ApplicantParty, stage.Room.RespondentParty }.Order(), places.Select(place => place.Party).Order());
            Assert.Equal(76, Assert.Single(places.Select(place => place.Contents.Length).Distinct()));
            Assert.Single(places.Select(place => place.Xmin).Distinct());
        }
        Assert.Equal(6, silent.Concat(said).Concat(takenBack).Select(place => Convert.ToHexString(place.Contents)).Distinct().Count());
        // Sealed anew by the clock as well: when a row was written tells nothing.
        for (var end = DateTime.UtcNow.AddSeconds(10); (await PlacesAsync(round))[0].Xmin == takenBack[0].Xmin; await Task.Delay(50)) Assert.True(DateTime.UtcNow < end);
    }

    [Theory]
    [InlineData("swapped")]
    [InlineData("altered")]
    [InlineData("removed")]
    [InlineData("earlier")]
    [InlineData("keyless")]
    public async Task That_can_be_opened_no_more_ends_the_round_and_reveals_nothing(string how)
    {
        await using var stage = await RoomStage.OpenAsync(nodes.Cluster);
        var round = await OpenAsync(stage, TimeSpan.FromMinutes(10));
        await stage.Respondent.BidAsync(round.Id, Offered);
        await stage.Applicant.BidAsync(round.Id, Least);
        var (id, one, other) = (round.Id, stage.Room.RespondentParty, stage.Room.ApplicantParty);
        if (how == "keyless") await LoseKeyAsync(id);
        else await DoAsync(id, how switch
        {
            "swapped" => $"update blind_bids b set contents = (select o.contents from blind_bids o where o.round_id = b.round_id and o.party_id <> b.party_id) where round_id = '{id}'",
            "altered" => $"update blind_bids set contents = set_byte(contents, 40, get_byte(contents, 40) # 1) where round_id = '{id}' and party_id = '{one}'",
            "removed" => $"delete from blind_bids where round_id = '{id}' and party_id = '{other}'",
            // As a copy of the database made before the last change.
            _ => $"update blind_bids set contents = decode('{Convert.ToHexStringLower((await PlacesAsync(round)).Single(place => place.Party == one).Contents)}', 'hex') where round_id = '{id}' and party_id = '{one}'",
        }, changeBefore: how == "earlier" ? () => stage.Respondent.BidAsync(id, 1) : null);
        var closed = await stage.Applicant.ClosedAsync(round);
        Assert.Equal((BlindState.Lost, (Guid?)null, (BlindBidView?)null), (closed.State, closed.ProposalId, closed.Mine));
        Assert.Empty(await stage.Mediator.ProposalsAsync(stage.Id));
        await stage.Mediator.UntilAsync(p => p.Posted.Any(e => e.Body.TryGetProperty("state", out var state) && state.GetString() == "Lost"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, stage.Mediator.Posted.Last(e => e.Body.TryGetProperty("answers", out _)).Body.GetProperty("answers").ValueKind);
        Assert.Empty(await PlacesAsync(round));
        Assert.Empty(Directory.GetFiles(Keys, $"{id:N}.*"));
    }

    [Fact]
    public async Task Is_compared_rightly_though_all_change_their_minds_at_once_on_two_nodes()
    {
        await using var stage = await RoomStage.OpenAsync(nodes.Cluster);
        var round = await OpenAsync(stage, TimeSpan.FromSeconds(8));
        var until = round.ClosesAt.AddSeconds(-4);
        async Task<int> ChangeAsync(TestPage page, long last)
        {
            var times = 0;
            for (; DateTimeOffset.UtcNow < until; times++)
            {
                if (times % 3 == 2) await page.TakeBackAsync(round.Id);
                else Assert.Equal(Offered + times, (await page.BidAsync(round.Id, Offered + times)).Mine!.AmountFen);
                if (times % 3 != 2) Assert.Equal(Offered + times, Assert.Single(await page.BlindRoundsAsync(stage.Id)).Mine!.AmountFen);
            }
            await page.BidAsync(round.Id, last);
            return times;
        }
        var changed = await Task.WhenAll(ChangeAsync(stage.Respondent, 200_000), ChangeAsync(stage.Applicant, 150_000));
        Assert.All(changed, times => Assert.True(times > 3));
        Assert.Equal(BlindState.Deal, (await stage.Applicant.ClosedAsync(round)).State);
        Assert.Equal(175_000, Assert.Single(Assert.Single(await stage.Applicant.ProposalsAsync(stage.Id)).Terms).AmountFen);
        Assert.Empty(await PlacesAsync(round));
        for (var end = DateTime.UtcNow.AddSeconds(5); Directory.GetFiles(Keys, $"{round.Id:N}.*").Length > 0; await Task.Delay(50)) Assert.True(DateTime.UtcNow < end);
    }

    private sealed record Place(Guid Party, byte[] Contents, string Xmin);

    private async Task<List<Place>> PlacesAsync(BlindRoundView round) => await nodes.Cluster.WithDbAsync(db =>
        db.Database.SqlQuery<Place>($"select party_id as party, contents, xmin::text as xmin from blind_bids where round_id = {round.Id} order by party_id").ToListAsync());

    /// <summary>Under the round's lock, as no renewal may come between; what is to change before was read before.</summary>
    private async Task DoAsync(Guid round, string sql, Func<Task>? changeBefore)
    {
        if (changeBefore is not null) await changeBefore();
        await nodes.Cluster.WithDbAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlAsync($"select 1 from blind_rounds where id = {round} for update");
#pragma warning disable EF1002 // made of ids and hex of this test's own
            await db.Database.ExecuteSqlRawAsync(sql);
#pragma warning restore EF1002
            await transaction.CommitAsync();
            return true;
        });
    }

    private async Task LoseKeyAsync(Guid round) => await nodes.Cluster.WithDbAsync(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlAsync($"select 1 from blind_rounds where id = {round} for update");
        foreach (var file in Directory.GetFiles(Keys, $"{round:N}.*")) File.Delete(file);
        await transaction.CommitAsync();
        return true;
    });
}
