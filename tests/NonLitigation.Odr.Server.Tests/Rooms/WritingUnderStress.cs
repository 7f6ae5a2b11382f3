using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;
using Npgsql;

namespace NonLitigation.Odr.Server.Tests.Rooms;

public sealed class WritingUnderStress(OneNode cluster) : IClassFixture<OneNode>
{
    private static EntryDraft Draft(RoomStage stage, Guid? id = null, string text = "一句") =>
        EntryDraft.Speak(stage.Id, TranscriptKind.Message, stage.Room.Mediator, id ?? Guid.CreateVersion7(), RoomsRules.TextBody(text));

    [Fact]
    public async Task Says_at_once_that_it_is_busy_when_the_record_cannot_keep_up_and_keeps_every_promise()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var transcript = cluster.Cluster.Services.GetRequiredService<ITranscript>();
        var promised = new List<Task<AppendedEntry>>();
        var refused = 0;
        await using (var source = NpgsqlDataSource.Create(TestStores.Service(cluster.Cluster.Database).ConnectionString))
        await using (var connection = await source.OpenConnectionAsync())
        await using (var holding = await connection.BeginTransactionAsync())
        {
            await using var hold = new NpgsqlCommand($"select 1 from room_heads where room_id = '{stage.Id}' for update", connection, holding);
            await hold.ExecuteNonQueryAsync();
            for (var i = 0; i < 2_600; i++)
            {
                try
                {
                    promised.Add(transcript.AppendAsync(Draft(stage), default));
                }
                catch (RefusalException busy) when (busy.Code == "rooms.busy")
                {
                    refused++;
                }
            }
            Assert.InRange(refused, 1, 600);
            await holding.RollbackAsync();
        }
        var entries = await Task.WhenAll(promised);
        Assert.Equal(promised.Count, entries.Select(e => e.Sequence).Distinct().Count());
        Assert.Equal(promised.Count, entries.Max(e => e.Sequence) - entries.Min(e => e.Sequence) + 1);
    }

    [Fact]
    public async Task Has_each_message_once_although_connections_to_the_record_break_all_the_time()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var start = (await stage.Mediator.ReadAsync(stage.Id)).Head;
        using var over = new CancellationTokenSource();
        var killer = Task.Run(async () =>
        {
            await using var source = NpgsqlDataSource.Create(TestStores.Service(cluster.Cluster.Database).ConnectionString + ";Application Name=killer");
            while (!over.IsCancellationRequested)
            {
                await using var kill = source.CreateCommand("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'odr' order by random() limit 2");
                await kill.ExecuteNonQueryAsync();
                await Task.Delay(60); // time enough to connect again and get something done on a slow machine, never much
            }
        });
        var receipts = new ConcurrentDictionary<Guid, MessageReceipt>();
        var retries = 0;
        await Task.WhenAll(new[] { stage.Mediator, stage.Applicant, stage.Respondent }.Select(async page =>
        {
            // Until it has been hit often enough to mean something.
            for (var i = 0; i < 60 || (i < 5_000 && Volatile.Read(ref retries) < 10); i++)
            {
                var id = Guid.CreateVersion7();
                while (!receipts.ContainsKey(id))
                {
                    try
                    {
                        receipts[id] = await page.PostAsync(stage.Id, $"第 {i} 句", id);
                    }
                    catch (Microsoft.AspNetCore.SignalR.HubException passing) when (passing.Message.Contains("shared.unavailable", StringComparison.Ordinal))
                    {
                        Interlocked.Increment(ref retries);
                    }
                }
            }
        }));
        await over.CancelAsync();
        await killer;
        Assert.True(retries >= 10, "little broke, so little was shown");
        cluster.Cluster.Services.GetRequiredService<NpgsqlDataSource>().Clear(); // those ended last still lie in the pool
        await RenewAsync(stage);
        var read = new List<EntryView>();
        for (EntriesPage page; (page = await stage.Mediator.ReadAsync(stage.Id, start + read.Count)).Entries.Count > 0;) read.AddRange(page.Entries);
        Assert.Equal(Enumerable.Range(1, read.Count).Select(i => start + i), read.Select(e => e.Sequence));
        var said = read.Where(e => e.Kind == EntryKind.Message).ToList();
        Assert.Equal(receipts.Count + 1, said.Count); // and the one that renewed the connection
        Assert.All(said[..^1], e => Assert.Equal((e.Sequence, e.EntryHash), (receipts[e.ClientMessageId!.Value].Sequence, receipts[e.ClientMessageId!.Value].EntryHash)));
        await stage.Respondent.UntilAsync(p => p.Has(read[^1].Sequence));
        var pushed = stage.Respondent.Posted.Where(e => e.Sequence > start).Select(e => e.Sequence).Distinct().ToList();
        Assert.Equal(pushed.Order(), pushed);
    }

    /// <summary>The short lane keeps a connection of its own, which may have been ended last of all: whoever comes next finds a whole one.</summary>
    private static async Task RenewAsync(RoomStage stage)
    {
        for (var (tries, id) = (0, Guid.CreateVersion7()); ; tries++)
        {
            try
            {
                await stage.Mediator.PostAsync(stage.Id, "还在吗？", id);
                return;
            }
            catch (Microsoft.AspNetCore.SignalR.HubException passing) when (tries < 5 && passing.Message.Contains("shared.unavailable", StringComparison.Ordinal))
            {
                await Task.Delay(50);
            }
        }
    }

    [Fact]
    public async Task Together_with_other_rows_is_heard_after_the_commit_and_never_when_it_was_taken_back()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var transcript = cluster.Cluster.Services.GetRequiredService<ITranscript>();
        var head = (await stage.Mediator.ReadAsync(stage.Id)).Head;
        foreach (var commits in new[] { false, true })
            await cluster.Cluster.WithDbAsync(async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                var entry = await transcript.WithinAsync(db, scope => scope.AppendAsync(Draft(stage, text: commits ? "写下了" : "收回了"), default), default);
                Assert.Equal(head + 1, entry.Sequence);
                await Task.Delay(1_300); // a heartbeat may not tell it either
                Assert.False(stage.Applicant.Has(entry.Sequence));
                if (commits) await transaction.CommitAsync();
                else await transaction.RollbackAsync();
                return true;
            });
        await stage.Applicant.UntilAsync(p => p.Has(head + 1), 0.9);
        Assert.DoesNotContain(stage.Applicant.Posted, e => e.Body.TryGetProperty("text", out var text) && text.GetString() == "收回了");
    }
}
