using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Tests.Cases;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>The mediator keeps a room's agenda; everybody in it sees it, and each start and end stands in the record.</summary>
public sealed class KeepingAnAgenda
{
    private static async Task<AgendaView> WriteAsync(GuestStage stage, params string[] titles)
    {
        var now = (await stage.Town.Wang.GetAsync($"api/rooms/{stage.Joint}/agenda")).As<AgendaView>();
        return (await KeepingPrivateNotes.PutAsync(stage.Town.Wang, $"api/rooms/{stage.Joint}/agenda",
            new WriteAgendaRequest(now.Version, [.. titles.Select(title => new AgendaItemRequest(Guid.CreateVersion7(), title, 10, "申请人"))]))).As<AgendaView>();
    }

    [Fact]
    public async Task Shows_it_to_all_in_the_room_and_puts_each_start_and_end_into_the_record()
    {
        await using var stage = await GuestStage.OpenAsync(2);
        var town = stage.Town;
        Assert.NotEmpty((await town.Wang.GetAsync($"api/rooms/{stage.Joint}/agenda")).As<AgendaView>().Suggested);
        var agenda = await WriteAsync(stage, "陈述", "商量");
        Assert.Empty(agenda.Suggested);
        await town.Wang.PostAsync($"api/rooms/{stage.Joint}/agenda/{agenda.Items[0].Id}/start", new { });
        await town.Wang.PostAsync($"api/rooms/{stage.Joint}/agenda/{agenda.Items[1].Id}/start", new { });
        await town.Wang.PostAsync($"api/rooms/{stage.Joint}/agenda/{agenda.Items[1].Id}/end", new { });
        await town.Wang.PostAsync($"api/rooms/{stage.Joint}/agenda/{agenda.Items[1].Id}/end", new { });
        await stage.Li.UntilAsync(page => page.Posted.Count(e => e.Body.GetProperty("type").GetString() == "agenda-ended") == 2);
        Assert.Equal(["agenda-set", "agenda-started", "agenda-ended", "agenda-started", "agenda-ended"],
            stage.Li.Posted.OrderBy(e => e.Sequence).Select(e => e.Body.GetProperty("type").GetString()!).Where(type => type.StartsWith("agenda", StringComparison.Ordinal)));
        var seen = (await town.Zhou.GetAsync($"api/rooms/{stage.Joint}/agenda")).As<AgendaView>();
        Assert.False(seen.MayEdit);
        Assert.All(seen.Items, item => Assert.True(item.EndedAt >= item.StartedAt));
        Assert.InRange(seen.ServerTime, seen.Items[1].EndedAt!.Value, seen.Items[1].EndedAt!.Value.AddMinutes(1));
        Assert.Equal(404, (await town.Zhou.PostAsync($"api/rooms/{stage.Joint}/agenda/{agenda.Items[0].Id}/start", new { })).Status);
    }

    [Fact]
    public async Task Begins_one_point_when_two_pages_start_two_at_the_same_moment_and_refuses_what_is_based_on_an_old_version()
    {
        await using var stage = await GuestStage.OpenAsync(2);
        var wang = stage.Town.Wang;
        var agenda = await WriteAsync(stage, "一", "二");
        await Task.WhenAll(agenda.Items.Select(item => wang.PostAsync($"api/rooms/{stage.Joint}/agenda/{item.Id}/start", new { })));
        var now = (await wang.GetAsync($"api/rooms/{stage.Joint}/agenda")).As<AgendaView>();
        Assert.Single(now.Items, item => item is { StartedAt: not null, EndedAt: null });
        var stale = await KeepingPrivateNotes.PutAsync(wang, $"api/rooms/{stage.Joint}/agenda", new WriteAgendaRequest(agenda.Version, []));
        Assert.Equal("rooms.agenda-changed", stale.Code);
        await stage.Wang.ActAsync(nameof(IRoomHub.CloseSession), new CloseSessionRequest(stage.Joint, null));
        Assert.Equal("rooms.closed", (await wang.PostAsync($"api/rooms/{stage.Joint}/agenda/{now.Items[0].Id}/end", new { })).Code);
    }
}
