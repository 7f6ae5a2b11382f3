using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>Redis is the bell, not the record: without it people hear a little later, and hear everything.</summary>
public sealed class LivingWithoutRedis
{
    [Fact]
    public async Task Delivers_across_nodes_within_a_poll_while_redis_is_dead_and_at_once_when_it_is_back()
    {
        await using var redis = new RedisServer();
        await redis.StartAsync();
        await using var cluster = await OdrCluster.StartAsync(2, redis.Address, RoomCluster.Quick);
        await using var stage = await RoomStage.OpenAsync(cluster);
        await redis.KillAsync();
        for (var i = 0; i < 5; i++)
        {
            var receipt = await stage.Applicant.PostAsync(stage.Id, $"没有铃声的第 {i} 句");
            await stage.Mediator.UntilAsync(p => p.Has(receipt.Sequence), 3);
        }
        var newcomer = await stage.PageAsync(stage.Room.Mediator, 1);
        Assert.True((await newcomer.EnterAsync(stage.Id)).MayPost);
        var answer = await newcomer.PostAsync(stage.Id, "照样能进来、能说话");
        await stage.Respondent.UntilAsync(p => p.Has(answer.Sequence), 3);

        await redis.StartAsync();
        await Task.Delay(3_000); // the link finds it again by itself
        var last = await stage.Respondent.PostAsync(stage.Id, "铃声又响了");
        await stage.Applicant.UntilAsync(p => p.Has(last.Sequence), 2);
        foreach (var page in new[] { stage.Mediator, stage.Applicant, stage.Respondent })
        {
            var heard = page.Posted.Select(e => e.Sequence).ToList();
            Assert.Equal(heard.Order(), heard);
            Assert.Equal(heard.Distinct().Count(), heard.Count);
            Assert.All(Enumerable.Range((int)heard[0], (int)(last.Sequence - heard[0])), s => Assert.Contains(s, heard));
        }
        Assert.DoesNotContain((await stage.Mediator.ReadAsync(stage.Id)).Entries, e => e.Kind == EntryKind.System && e.Body.GetProperty("type").GetString() == "left");
    }

    [Fact]
    public async Task Starts_and_takes_pages_although_redis_was_never_there()
    {
        await using var redis = new RedisServer(); // an address nobody listens on
        await using var cluster = await OdrCluster.StartAsync(1, redis.Address, RoomCluster.Quick);
        await using var stage = await RoomStage.OpenAsync(cluster);
        var receipt = await stage.Applicant.PostAsync(stage.Id, "一千六");
        await stage.Respondent.UntilAsync(p => p.Has(receipt.Sequence), 3);
        await redis.StartAsync();
        await stage.Mediator.UntilAsync(p => p.Events<PresenceView>(nameof(IRoomClient.PresenceChanged)).Any() || Asked(p), 15);

        bool Asked(TestPage page)
        {
            page.EnterAsync(stage.Id).GetAwaiter().GetResult();
            return false;
        }
    }

    [Fact]
    public async Task Runs_as_one_node_when_none_is_configured_and_still_notices_who_is_gone()
    {
        await using var cluster = await OdrCluster.StartAsync(1, "", RoomCluster.Quick);
        await using var stage = await RoomStage.OpenAsync(cluster);
        var receipt = await stage.Applicant.PostAsync(stage.Id, "一千六");
        await stage.Respondent.UntilAsync(p => p.Has(receipt.Sequence), 3);
        await stage.Applicant.ActAsync(nameof(IRoomHub.SetTyping), new SetTypingRequest(stage.Id, true));
        await stage.Respondent.UntilAsync(p => p.Events<TypingView>(nameof(IRoomClient.TypingChanged)).Any(), 3);
        await stage.Applicant.BreakAsync();
        await stage.Respondent.UntilAsync(p => p.Posted.Any(e => e.Kind == EntryKind.System && e.Body.GetProperty("type").GetString() == "left"), 15);
    }

    /// <summary>The Redis client's pipes throw their own exceptions when a connection is taken down while it is used; one of them once ended a node.</summary>
    [Fact]
    public async Task Ends_no_node_whatever_the_client_throws()
    {
        var presence = new TornPresence();
        await using var cluster = await OdrCluster.StartAsync(1, adjust: builder =>
        {
            RoomCluster.Quick(builder);
            builder.Logging.AddFilter("NonLitigation.Odr.Server.Rooms.RoomPresence", LogLevel.None);
            builder.Services.AddSingleton<IPresenceStore>(presence);
        });
        await using var stage = await RoomStage.OpenAsync(cluster);
        await stage.Mediator.UntilAsync(_ => presence.Torn > 3, 10);
        Assert.False(cluster.Nodes[0].Lifetime.ApplicationStopping.IsCancellationRequested);
        var receipt = await stage.Applicant.PostAsync(stage.Id, "一千六");
        await stage.Respondent.UntilAsync(p => p.Has(receipt.Sequence), 3);
    }

    [Fact]
    public async Task Turns_whatever_a_torn_connection_throws_into_its_absence()
    {
        await using var redis = new RedisServer();
        await redis.StartAsync();
        await using var cluster = await OdrCluster.StartAsync(1, redis.Address);
        var link = cluster.Services.GetRequiredService<RedisLink>();
        foreach (var torn in new Exception[] { new InvalidOperationException("torn"), new TaskCanceledException("torn"), new IOException("torn"), new ObjectDisposedException("torn") })
            Assert.Same(torn, (await Assert.ThrowsAsync<StackExchange.Redis.RedisConnectionException>(() => link.AskAsync<int>(_ => throw torn))).InnerException);
        await Assert.ThrowsAsync<FormatException>(() => link.AskAsync<int>(_ => throw new FormatException("a fault of ours stays one")));
    }

    private sealed class TornPresence : IPresenceStore
    {
        private int _torn;

        public int Torn => Volatile.Read(ref _torn);

        public TimeSpan CompleteFor => TimeSpan.MaxValue;

        public Task KeepAsync(IReadOnlyCollection<Sign> signs, TimeSpan life) => throw Tear();

        public Task DropAsync(Sign sign) => throw Tear();

        public Task<ILookup<Guid, Guid>> PresentAsync(IReadOnlyCollection<Guid> rooms) => throw Tear();

        private InvalidOperationException Tear()
        {
            Interlocked.Increment(ref _torn);
            return new("Reading is not allowed after reader was completed.");
        }
    }

    [Fact]
    public async Task Leaves_no_word_of_content_in_redis()
    {
        await using var redis = new RedisServer();
        await redis.StartAsync();
        await using var cluster = await OdrCluster.StartAsync(2, redis.Address, RoomCluster.Quick);
        await using var stage = await RoomStage.OpenAsync(cluster);
        var heard = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await using var spy = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(redis.Address);
        await spy.GetSubscriber().SubscribeAsync(StackExchange.Redis.RedisChannel.Pattern("*"), (channel, message) => heard.Enqueue($"{channel} {message}"));
        const string canary = "canary-7f3a9c";
        var receipt = await stage.Applicant.PostAsync(stage.Id, $"{canary} 一千六");
        await stage.Applicant.ActAsync(nameof(IRoomHub.SetTyping), new SetTypingRequest(stage.Id, true));
        await stage.Mediator.UntilAsync(p => p.Has(receipt.Sequence));
        await Task.Delay(500);
        var store = spy.GetDatabase();
        foreach (var key in spy.GetServers()[0].Keys())
            heard.Enqueue($"{key} {string.Join(' ', store.KeyType(key) == StackExchange.Redis.RedisType.SortedSet ? store.SortedSetRangeByRank(key).Select(v => v.ToString()) : [store.StringGet(key).ToString()])}");
        Assert.Contains(heard, h => h.Contains(stage.Id.ToString("N"), StringComparison.Ordinal));
        Assert.DoesNotContain(heard, h => h.Contains("canary", StringComparison.OrdinalIgnoreCase) || h.Contains("一千六", StringComparison.Ordinal));
    }
}
