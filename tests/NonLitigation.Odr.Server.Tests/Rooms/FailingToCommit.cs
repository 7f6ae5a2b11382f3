using Microsoft.AspNetCore.SignalR;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;
using Npgsql;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>PostgreSQL takes everything and then, at the very COMMIT, refuses: nobody may have heard of it, and each sender is told.</summary>
public sealed class FailingToCommit(TwoNodes cluster) : IClassFixture<TwoNodes>
{
    [Fact]
    public async Task Broadcasts_nothing_and_tells_every_sender()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var last = await stage.Mediator.PostAsync(stage.Id, "大家都在。");
        TestPage[] pages = [stage.Mediator, stage.Applicant, stage.Respondent];
        foreach (var page in pages) await page.UntilAsync(p => p.Has(last.Sequence));
        await cluster.Cluster.AsOwnerAsync("""
            create function no_commit() returns trigger language plpgsql as 'begin raise exception ''the disk is full of sand''; end';
            create constraint trigger no_commit after insert on room_entries deferrable initially deferred for each row execute function no_commit();
            """);
        var ids = new List<Guid>();
        for (var i = 0; i < 25; i++)
        {
            ids.Add(Guid.CreateVersion7());
            var refusal = await Assert.ThrowsAsync<HubException>(() => pages[i % 3].PostAsync(stage.Id, $"不会写下的第 {i} 句", ids[^1]));
            Assert.Contains("shared.", refusal.Message, StringComparison.Ordinal);
        }
        await Assert.ThrowsAsync<HubException>(() => stage.Mediator.ActAsync(nameof(IRoomHub.AdjournSession), new AdjournSessionRequest(stage.Id, "午休", null)));
        await Task.Delay(TimeSpan.FromSeconds(2)); // heartbeats and looks at the record included
        Assert.All(pages, page => Assert.DoesNotContain(page.Posted, entry => entry.Sequence > last.Sequence));
        Assert.All(pages, page => Assert.DoesNotContain(page.Events<HeadsView>(nameof(IRoomClient.HeadsMoved)).SelectMany(heads => heads.Heads), head => head.Head > last.Sequence));
        Assert.Equal(last.Sequence, (await stage.Applicant.ReadAsync(stage.Id)).Head);

        await cluster.Cluster.AsOwnerAsync("drop trigger no_commit on room_entries; drop function no_commit");
        // The same id again, now that it can be written: once, and next in the record.
        var receipt = await pages[0].PostAsync(stage.Id, "不会写下的第 0 句", ids[0]);
        Assert.Equal(last.Sequence + 1, receipt.Sequence);
        foreach (var page in pages) await page.UntilAsync(p => p.Has(receipt.Sequence));
    }
}
