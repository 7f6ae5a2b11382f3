using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

public sealed class TellingRoomsApart : IAsyncLifetime
{
    private CaseTown town = null!;
    private TestPage mediator = null!;

    public async ValueTask InitializeAsync()
    {
        town = await CaseTown.BuildAsync(await OdrCluster.StartAsync());
        mediator = await TestPage.OpenAsync(town.Cluster, town.Wang.Id, 0);
    }

    public async ValueTask DisposeAsync()
    {
        await mediator.DisposeAsync();
        await town.DisposeAsync();
    }

    [Fact]
    public async Task Is_possible_for_a_mediator_of_several_cases_by_colour()
    {
        await town.MediateAsync();
        await town.MediateAsync();
        var joint = (await town.Wang.GetAsync("api/rooms")).As<RoomView[]>();
        Assert.Equal(2, joint.Length);
        Assert.NotEqual(joint[0].Colour, joint[1].Colour);
    }

    [Fact]
    public async Task Tells_nothing_of_caucuses_with_others()
    {
        var (alone, afterAnother) = (await town.MediateAsync(), await town.MediateAsync());
        var wuAlone = await CaucusAsync(alone, "吴建国");
        var zhou = await CaucusAsync(afterAnother, "周永顺");
        var wu = await CaucusAsync(afterAnother, "吴建国");
        var joint = (await town.Wang.GetAsync("api/rooms")).As<RoomView[]>().Where(room => room.Kind == RoomKind.Joint).ToDictionary(room => room.CaseId!.Value, room => room.Colour);
        Assert.Equal((wuAlone.Colour - joint[alone] + 8) % 8, (wu.Colour - joint[afterAnother] + 8) % 8);
        Assert.Equal(3, new[] { joint[afterAnother], zhou.Colour, wu.Colour }.Distinct().Count());
    }

    private async Task<RoomView> CaucusAsync(Guid caseId, string name)
    {
        var party = (await town.Wang.GetAsync($"api/cases/{caseId}")).As<CaseView>().Parties.Single(one => one.Name == name);
        return await mediator.AskAsync<RoomView>(nameof(IRoomHub.OpenCaucus), new OpenCaucusRequest(caseId, party.Id));
    }
}
