using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Persistence.Shared;
using Npgsql;

namespace NonLitigation.Odr.Server.Tests.Shared;

public sealed class TellingTheTime
{
    [Fact]
    public async Task Is_by_PostgreSQLs_clock_on_a_node_whose_own_is_wrong_and_jumps()
    {
        await using var cluster = await OdrCluster.StartAsync();
        var machine = new WrongClock { Ahead = TimeSpan.FromMinutes(10) };
        var time = new RecordTime(cluster.Services.GetRequiredService<NpgsqlDataSource>(), machine);
        Assert.Equal((false, TimeSpan.Zero), (time.Known, time.Ahead));
        Assert.InRange(await OffAsync(cluster, time), TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(11));
        await time.AskAsync(default);
        Assert.True(time.Known);
        Assert.InRange(time.Ahead, TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(11));
        Assert.InRange(await OffAsync(cluster, time), TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(1));
        machine.Ahead = TimeSpan.FromDays(-30);
        Assert.InRange(await OffAsync(cluster, time), TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Is_what_every_part_of_a_node_asks()
    {
        await using var cluster = await OdrCluster.StartAsync();
        Assert.Same(cluster.Services.GetRequiredService<RecordTime>(), cluster.Services.GetRequiredService<TimeProvider>());
        Assert.True(cluster.Services.GetRequiredService<RecordTime>().Known);
    }

    private static async Task<TimeSpan> OffAsync(OdrCluster cluster, TimeProvider time)
    {
        var record = await cluster.WithDbAsync(db => db.Database.SqlQuery<DateTimeOffset>($"select clock_timestamp() as \"Value\"").SingleAsync());
        return time.GetUtcNow() - record;
    }

    private sealed class WrongClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
    }
}
