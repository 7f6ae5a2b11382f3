using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Server.Shared;
using NonLitigation.Odr.Server.Tests.Documents;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>Backups by pg_dump, restored into new databases while the files of published checkpoints stay: twenty times, each found.</summary>
public sealed class NoticingARollback
{
    private const int Restores = 20;

    [Fact]
    public async Task Finds_twenty_restores_of_twenty_and_every_checkpoint_in_them_verifies()
    {
        var (own, witness) = (OutsideTool.NewFolder(), OutsideTool.NewFolder());
        await using var cluster = await OdrCluster.StartAsync(1, adjust: builder => ByHand(builder, own, null));
        await using var stage = await RoomStage.OpenAsync(cluster);
        var backups = new List<string>();
        for (var i = 0; i < Restores; i++)
        {
            await stage.Applicant.PostAsync(stage.Id, $"第 {i} 句");
            if (i % 3 != 2) await RoundAsync(cluster); // some backups hold entries that no checkpoint has yet
            backups.Add(Dump(cluster.Database));
        }
        await stage.Applicant.PostAsync(stage.Id, "备份以后");
        await RoundAsync(cluster);
        var newest = Dump(cluster.Database);
        File.Copy(Path.Combine(own, "checkpoints.jsonl"), Path.Combine(witness, "checkpoints.jsonl"));

        var (found, faults) = (0, new List<string>());
        foreach (var (backup, i) in backups.Select((backup, i) => (backup, i)))
        {
            await using var restored = await RestoreAsync(cluster, backup, b => ByHand(b, i % 2 == 0 ? own : OutsideTool.NewFolder(), i % 2 == 0 ? null : witness));
            faults.AddRange((await restored.Services.GetRequiredService<CheckRecord>().Handle(default)).Faults);
            if (await Record.ExceptionAsync(() => restored.StartAsync()) is UnsafeStartException refused && refused.Refusals.Single().Code == RecordRolledBackException.Code) found++;
        }
        Assert.Empty(faults);
        Assert.Equal(Restores, found);
        await using var whole = await RestoreAsync(cluster, newest, b => ByHand(b, own, witness));
        await whole.StartAsync(); // nothing is missing: no alarm
        await whole.StopAsync();
    }

    [Fact]
    public async Task Goes_on_once_somebody_has_said_so_in_the_public_log()
    {
        var own = OutsideTool.NewFolder();
        await using var cluster = await OdrCluster.StartAsync(1, adjust: builder => ByHand(builder, own, null));
        await using var stage = await RoomStage.OpenAsync(cluster);
        await RoundAsync(cluster);
        var backup = Dump(cluster.Database);
        await stage.Applicant.PostAsync(stage.Id, "会丢失的一句");
        await RoundAsync(cluster);
        var before = File.ReadAllLines(Path.Combine(own, "checkpoints.jsonl"));
        await using (var restored = await RestoreAsync(cluster, backup, b => ByHand(b, own, null)))
        {
            Assert.IsType<UnsafeStartException>(await Record.ExceptionAsync(() => restored.StartAsync()));
            var acknowledge = restored.Services.GetRequiredService<AcknowledgeRollback>();
            Assert.Single((await acknowledge.Handle("主盘与备盘同时损坏", default)).Published);
            Assert.True((await acknowledge.Handle("再说一次", default)).IsWhole);
            await restored.Services.GetRequiredService<PublishCheckpoints>().RoundAsync(default);
            var acts = (await restored.Services.GetRequiredService<ReadPublicLog>().Handle(default)).Acts;
            Assert.Contains("主盘与备盘同时损坏", Assert.Single(acts).Text, StringComparison.Ordinal);
            Assert.Empty((await restored.Services.GetRequiredService<CheckRecord>().Handle(default)).Faults);
        }
        var after = File.ReadAllLines(Path.Combine(own, "checkpoints.jsonl"));
        Assert.Equal(before, after.Take(before.Length)); // nothing that was published is taken back
        Assert.True(after.Length > before.Length);
    }

    [Fact]
    public async Task Says_what_to_do_with_a_stable_code_and_needs_no_key_of_another_platform()
    {
        var own = OutsideTool.NewFolder();
        await using var cluster = await OdrCluster.StartAsync(1, adjust: builder => ByHand(builder, own, null));
        await using var stage = await RoomStage.OpenAsync(cluster);
        var empty = Dump(cluster.Database);
        await RoundAsync(cluster);
        await using var restored = await RestoreAsync(cluster, empty, b => ByHand(b, own, null));
        var lost = Assert.IsType<UnsafeStartException>(await Record.ExceptionAsync(() => restored.StartAsync()));
        Assert.Contains("rooms.record-rolled-back: ", lost.Message, StringComparison.Ordinal);
        Assert.Contains("odr-server acknowledge-rollback --reason", lost.Message, StringComparison.Ordinal);
        // A file that no trusted key signed is no witness: the node does not start on it either.
        var forged = OutsideTool.NewFolder();
        File.WriteAllText(Path.Combine(forged, "checkpoints.jsonl"), "\"nonlitigation-odr/log\\n1\\nAAAA\\n\"\n");
        await using var other = await RestoreAsync(cluster, empty, b => ByHand(b, forged, null));
        Assert.IsType<FormatException>(await Record.ExceptionAsync(() => other.StartAsync()));
    }

    private static void ByHand(WebApplicationBuilder builder, string directory, string? witness)
    {
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // a refused start is what is looked for
        (builder.Configuration["Odr:Checkpoints:Every"], builder.Configuration["Odr:Checkpoints:Sweep"]) = ("00:00:00", "01:00:00");
        (builder.Configuration["Odr:Checkpoints:Directory"], builder.Configuration["Odr:Checkpoints:Witness"]) = (directory, witness);
    }

    private static Task<int> RoundAsync(OdrCluster cluster) => cluster.Services.GetRequiredService<PublishCheckpoints>().RoundAsync(default);

    private static string Dump(string database)
    {
        var file = Path.Combine(OutsideTool.NewFolder(), "dump");
        var (code, output) = OutsideTool.Run("pg_dump", "--format=custom", $"--file={file}", TestStores.OwnerUri(database));
        Assert.True(code == 0, output);
        return file;
    }

    /// <summary>A node on a restored copy, with the keys of the cluster; not started.</summary>
    private static async Task<WebApplication> RestoreAsync(OdrCluster cluster, string backup, Action<WebApplicationBuilder> adjust)
    {
        var database = await TestStores.EmptyDatabaseAsync();
        var (code, output) = OutsideTool.Run("pg_restore", $"--dbname={TestStores.OwnerUri(database)}", backup);
        Assert.True(code == 0, output);
        return cluster.Node(database, "", adjust);
    }
}
