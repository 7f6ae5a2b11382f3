using System.Diagnostics;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Server.Tests.Shared;
using Npgsql;

namespace NonLitigation.Odr.Server.Tests.Rooms;

public sealed class KeepingTheRecord(TwoNodes cluster) : IClassFixture<TwoNodes>
{
    [Theory]
    [InlineData("update room_entries set body = 'x'")]
    [InlineData("delete from room_entries")]
    [InlineData("truncate room_entries")]
    public async Task Means_that_neither_the_service_nor_the_owner_can_change_what_was_said(string sql)
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        await stage.Applicant.PostAsync(stage.Id, "一千六");
        var asService = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(TestStores.Service(cluster.Cluster.Database), sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, asService.SqlState);
        var asOwner = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(TestStores.Owner(cluster.Cluster.Database), sql));
        Assert.Equal("23001", asOwner.SqlState);
    }

    [Theory]
    [InlineData("delete from rooms")]
    [InlineData("update rooms set name = 'x'")]
    [InlineData("delete from room_heads")]
    [InlineData("delete from room_members")]
    [InlineData("drop trigger room_entries_only_grow on room_entries")]
    [InlineData("alter table room_entries disable trigger all")]
    [InlineData("set session_replication_role = 'replica'")]
    [InlineData("create table x (y int)")]
    [InlineData("update case_moves set note = 'x'")]
    [InlineData("delete from case_moves")]
    [InlineData("update invitation_marks set at = now()")]
    [InlineData("delete from cases")]
    [InlineData("truncate signatures")]
    [InlineData("update \"__EFMigrationsHistory\" set product_version = 'x'")]
    [InlineData("update log_leaves set act = null")]
    [InlineData("delete from log_checkpoints")]
    [InlineData("update room_checkpoints set note = ''")]
    [InlineData("truncate log_timestamps")]
    [InlineData("update room_entries set body = null, salt = null")]
    [InlineData("insert into entry_erasures values (gen_random_uuid(), 1, 'x', now())")]
    public async Task Is_out_of_the_services_reach(string sql)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(TestStores.Service(cluster.Cluster.Database), sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Binds_every_entry_to_its_body_and_to_the_one_before()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? stage.Applicant : stage.Respondent).PostAsync(stage.Id, $"第 {i} 句")));
        await using var source = NpgsqlDataSource.Create(TestStores.Service(cluster.Cluster.Database).ConnectionString);
        await using var command = source.CreateCommand($"select sequence, kind, author_id, author_name, author_role, sent_at, client_message_id, reply_to, audience, body, salt, commitment, previous_hash, entry_hash from room_entries where room_id = '{stage.Id}' order by sequence");
        await using var row = await command.ExecuteReaderAsync();
        var head = TranscriptHead.Empty(stage.Id);
        while (await row.ReadAsync())
        {
            var commitment = BodyCommitment.Of(row.GetFieldValue<byte[]>(10), row.GetFieldValue<byte[]>(9));
            Assert.Equal(commitment.ToArray(), row.GetFieldValue<byte[]>(11));
            var entry = new TranscriptEntry(stage.Id, row.GetInt64(0), Enum.Parse<TranscriptKind>(row.GetString(1)), Null<Guid>(2), row.GetString(3), row.GetString(4),
                row.GetFieldValue<DateTimeOffset>(5), Null<Guid>(6), Null<long>(7), row.GetFieldValue<Guid[]>(8), commitment, new Digest(row.GetFieldValue<byte[]>(12)));
            Assert.True(head.IsFollowedBy(entry), $"entry {entry.Sequence} does not follow {head.Sequence}");
            head = TranscriptHead.After(entry);
            Assert.Equal(head.Hash.ToArray(), row.GetFieldValue<byte[]>(13));
        }
        Assert.Equal((await stage.Mediator.ReadAsync(stage.Id)).Head, head.Sequence);

        T? Null<T>(int column) where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);
    }

    [Fact]
    public async Task Takes_four_commands_for_a_message_and_one_look_for_its_delivery_whatever_the_number_of_people()
    {
        await using var quiet = await OdrCluster.StartAsync(1, adjust: b =>
        {
            b.Configuration["Odr:Rooms:Heartbeat"] = b.Configuration["Odr:Rooms:PresenceLife"] = "00:10:00";
            b.Configuration["Odr:Rooms:Grace"] = b.Configuration["Odr:Rooms:Sweep"] = b.Configuration["Odr:Cases:ClockSweep"] = b.Configuration["Odr:Checkpoints:Sweep"] = "00:10:00";
        });
        await using var stage = await RoomStage.OpenAsync(quiet);
        for (var i = 0; i < 5; i++) await (await stage.PageAsync(stage.Room.Respondent, 0)).EnterAsync(stage.Id);
        await stage.Applicant.PostAsync(stage.Id, "先热一热");
        await Task.Delay(1_000);

        var commands = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                // Messages and documents that wait to leave are looked for by the clock.
                var text = (activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) as string ?? "";
                if (activity.Tags.Any(t => t.Value == quiet.Database) && activity.OperationName != "CONNECT" && !text.Contains("from deliveries", StringComparison.Ordinal) && !text.Contains("outcomes", StringComparison.Ordinal))
                    Interlocked.Increment(ref commands);
            },
        };
        ActivitySource.AddActivityListener(listener);
        var receipt = await stage.Applicant.PostAsync(stage.Id, "一千六");
        await stage.Respondent.UntilAsync(p => p.Has(receipt.Sequence));
        await Task.Delay(300);
        Assert.InRange(commands, 1, 5); // begin with lock and read, write, commit, and the reader's one look at the rights

        foreach (var (what, ask, most) in new (string, Func<Task>, int)[]
        {
            ("heads", () => stage.Respondent.HeadsAsync(), 1), ("entries", () => stage.Respondent.ReadAsync(stage.Id), 1), ("a read mark", () => stage.Respondent.ActAsync(nameof(IRoomHub.MarkRead), new MarkReadRequest(stage.Id, receipt.Sequence)), 2),
            ("typing", () => stage.Respondent.ActAsync(nameof(IRoomHub.SetTyping), new SetTypingRequest(stage.Id, true)), 2),
        })
        {
            // Something that runs by the clock may fall into one measurement, hardly into three; what the question itself costs is in each.
            var fewest = int.MaxValue;
            for (var times = 0; times < 3 && (times == 0 || fewest > most); times++)
            {
                Interlocked.Exchange(ref commands, 0);
                await ask();
                await Task.Delay(300);
                fewest = Math.Min(fewest, commands);
            }
            Assert.True(fewest > 0 && fewest <= most, $"{what}: {fewest} commands, at most {most} expected");
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnectionStringBuilder address, string sql)
    {
        address.Pooling = false;
        await using var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
