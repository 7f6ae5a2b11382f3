using System.Collections.Concurrent;
using System.Diagnostics;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;
using Npgsql;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>What the hot path asks of PostgreSQL: one statement for a commit, nothing for handing it to those at the same node.</summary>
public sealed class CommittingWhatIsSaid(OneNode cluster) : IClassFixture<OneNode>
{
    [Fact]
    public async Task Takes_one_statement_and_its_delivery_none()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        await stage.Mediator.PostAsync(stage.Id, "先说一句");
        using var log = new Statements(cluster.Cluster.Database);
        for (var i = 0; i < 40; i++)
        {
            var receipt = await stage.Applicant.PostAsync(stage.Id, $"第 {i} 句");
            await stage.Respondent.UntilAsync(page => page.Has(receipt.Sequence));
        }
        Assert.Equal(40, log.Count("with asked"));
        Assert.Equal(0, log.Count("for update of h\nselect")); // the long way locks first and reads then
        Assert.Equal(0, log.Count("FROM held_messages")); // whether there is a hold is known with the room
        // Heartbeats go on meanwhile; a delivery that asks the record would be forty more.
        Assert.InRange(log.Count("as known (room_id, sequence)"), 0, 20);
    }

    [Fact]
    public async Task Goes_the_long_way_where_somebody_else_wrote_in_between_and_has_the_record_right_again()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var first = await stage.Mediator.PostAsync(stage.Id, "一");
        await using (var source = NpgsqlDataSource.Create(TestStores.Owner(cluster.Cluster.Database).ConnectionString))
        await using (var behind = source.CreateCommand("update room_heads set last_entry_at = last_entry_at where room_id = $1"))
        {
            behind.Parameters.Add(new() { Value = stage.Id });
            Assert.Equal(1, await behind.ExecuteNonQueryAsync()); // another version of the row: what we know still holds
        }
        var second = await stage.Mediator.PostAsync(stage.Id, "二");
        await stage.Mediator.ActAsync(nameof(IRoomHub.AdjournSession), new AdjournSessionRequest(stage.Id, "午休", null));
        var refused = await Assert.ThrowsAsync<Microsoft.AspNetCore.SignalR.HubException>(() => stage.Applicant.PostAsync(stage.Id, "三"));
        Assert.Contains("rooms.not-open", refused.Message, StringComparison.Ordinal);
        var third = await stage.Mediator.PostAsync(stage.Id, "四");
        Assert.Equal((first.Sequence + 1, first.Sequence + 3), (second.Sequence, third.Sequence));
    }

    /// <summary>Every statement that one database gets, of whatever caller.</summary>
    private sealed class Statements : IDisposable
    {
        private readonly ConcurrentQueue<string> _texts = new();
        private readonly ActivityListener _listener;

        public Statements(string database)
        {
            _listener = new()
            {
                ShouldListenTo = source => source.Name == "Npgsql",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = activity =>
                {
                    if (activity.TagObjects.Any(tag => tag.Value as string == database || (tag.Value as string)?.StartsWith(database + "|", StringComparison.Ordinal) == true))
                        _texts.Enqueue((activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) as string ?? "");
                },
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public int Count(string part) => _texts.Count(text => text.Contains(part, StringComparison.Ordinal));

        public void Dispose() => _listener.Dispose();
    }
}
