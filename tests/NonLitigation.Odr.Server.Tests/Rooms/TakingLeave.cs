using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>A mediator's leave against his sittings: nothing new is arranged in it, and what was arranged before is named until it is dealt with.</summary>
public sealed class TakingLeave
{
    [Fact]
    public async Task Names_sittings_that_fall_into_it_and_keeps_new_ones_out()
    {
        await using var town = await CaseTown.BuildAsync(await OdrCluster.StartAsync(1, adjust: RoomCluster.Quick));
        var stage = new SittingStage(town, await town.MediateAsync(), TimeProvider.System);
        var sitting = await stage.FixedAsync(72);
        var day = Deadline.DayOf(sitting.StartsAt!.Value);
        var request = new TakeLeaveRequest(Guid.CreateVersion7(), day, day.AddDays(2));
        var leave = Assert.Single((await town.Wang.PostAsync("api/leaves", request)).As<LeaveView[]>());
        Assert.Equal(sitting.Id, Assert.Single(leave.Clashes).SittingId);
        Assert.Single((await town.Wang.PostAsync("api/leaves", request)).As<LeaveView[]>()); // sent again
        Assert.Equal("network.leave-overlaps", (await town.Wang.PostAsync("api/leaves", request with { Id = Guid.CreateVersion7() })).Code);
        Assert.Equal("network.leave-for-mediators", (await town.Zhou.PostAsync("api/leaves", request with { Id = Guid.CreateVersion7() })).Code);
        Assert.Empty((await town.Zhou.GetAsync("api/leaves")).As<LeaveView[]>());
        Assert.Equal(404, (await town.Zhou.PostAsync($"api/leaves/{leave.Id}/cancel", new { })).Status);

        Assert.Equal("rooms.sitting-on-leave", (await stage.ProposeAsync(72 + 24)).Code);
        Assert.Equal("rooms.sitting-on-leave", (await stage.ActAsync(town.Wang, sitting.Id, "move", new MoveSittingRequest(stage.In(72 + 25), 60, null, "改期"))).Code);
        (await stage.ActAsync(town.Wang, sitting.Id, "move", new MoveSittingRequest(stage.In(24 * 14), 60, null, "调解员休假"))).As<CaseSittingsView>();
        Assert.Empty(Assert.Single((await town.Wang.GetAsync("api/leaves")).As<LeaveView[]>()).Clashes);
        Assert.Empty((await town.Wang.PostAsync($"api/leaves/{leave.Id}/cancel", new { })).As<LeaveView[]>());
        Assert.NotEqual("rooms.sitting-on-leave", (await stage.ProposeAsync(72 + 24)).Code);
    }
}
