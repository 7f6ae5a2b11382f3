using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Rooms;

namespace NonLitigation.Odr.Server.Tests.Shared;

/// <summary>How many commands each frequent read sends to PostgreSQL: few, and as many for one row as for twenty.</summary>
public sealed class AskingTheRecord : IAsyncLifetime
{
    private CaseTown _town = null!;

    public async ValueTask InitializeAsync() => _town = await CaseTown.BuildAsync(await OdrCluster.StartAsync(adjust: RoomCluster.Quick));

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task Takes_the_same_few_commands_however_much_there_is()
    {
        var first = await _town.MediateAsync();
        var room = (await _town.Zhou.GetAsync("api/rooms")).As<RoomView[]>().Single().Id;
        await TalkAsync(room, 1);
        var few = await CountAsync(first, room);
        for (var at = 0; at < 12; at++) await FileAsync();
        await TalkAsync(room, 60);
        var many = await CountAsync(first, room);
        Assert.Equal(few, many);
        // Each of these may fall, none may rise.
        foreach (var (what, most) in new Dictionary<string, int>
        {
            ["ListRooms"] = 1, ["ReadSnapshot"] = 1, ["ReadEntries"] = 1, ["ListCases mine"] = 2, ["ListCases queue"] = 2, ["ListCases board"] = 3,
            ["ReadCase"] = 6, ["ListProposals"] = 4, ["ListExhibits"] = 6, ["FindMediators"] = 1, ["FindOrganisations"] = 1,
        })
            Assert.True(few[what] <= most, $"{what}: {few[what]} commands, at most {most} expected");
    }

    /// <summary>A twin: the count does see a command for each row.</summary>
    [Fact]
    public async Task Is_counted_so_that_one_more_command_shows()
    {
        var id = await _town.FileAsync();
        var (none, one) = (await QueryLog.GetAsync(_town.Nobody.Http, $"api/cases/{id}"), await QueryLog.GetAsync(_town.Li.Http, $"api/cases/{id}"));
        Assert.True(none.Count < one.Count, $"{none.Count} and {one.Count}");
    }

    private async Task<Dictionary<string, int>> CountAsync(Guid caseId, Guid room)
    {
        var counts = new Dictionary<string, int>();
        foreach (var (what, who, path) in new[]
        {
            ("ListRooms", _town.Zhou, "api/rooms"), ("ReadSnapshot", _town.Zhou, $"api/rooms/{room}"), ("ReadEntries", _town.Zhou, $"api/rooms/{room}/entries"),
            ("ListCases mine", _town.Zhou, "api/cases?view=mine"), ("ListCases queue", _town.Wang, "api/cases?view=queue"), ("ListCases board", _town.CityOperator, "api/cases?view=board"),
            ("ReadCase", _town.Zhou, $"api/cases/{caseId}"), ("ListProposals", _town.Zhou, $"api/rooms/{room}/proposals"), ("ListExhibits", _town.Zhou, $"api/cases/{caseId}/exhibits"),
            ("FindMediators", _town.Nobody, "api/mediators?search=王"), ("FindOrganisations", _town.Nobody, "api/organisations?search=工会"),
        })
        {
            await who.GetAsync(path); // the first time loads types
            counts[what] = (await QueryLog.GetAsync(who.Http, path)).Count;
        }
        Assert.All(counts, one => Assert.True(one.Value > 0, $"{one.Key}: nothing was counted"));
        return counts;
    }

    private async Task TalkAsync(Guid room, int times)
    {
        await using var wang = await TestPage.OpenAsync(_town.Cluster, _town.Wang.Id);
        await using var zhou = await TestPage.OpenAsync(_town.Cluster, _town.Zhou.Id);
        await wang.EnterAsync(room);
        if ((await zhou.EnterAsync(room)).Room.MyStanding != Standing.Admitted) await wang.AdmitAsync(room, _town.Zhou.Id);
        await wang.OpenSessionAsync(room);
        await Task.WhenAll(Enumerable.Range(0, times).Select(at => wang.PostAsync(room, $"第 {at} 句")));
    }

    private async Task FileAsync()
    {
        var id = await _town.FileAsync(CaseTown.Request("周永顺"));
        await _town.EnterAsync("13900000002", _town.Zhou);
        (await _town.Zhou.PostAsync($"api/cases/{id}/answer", new AnswerInvitationRequest(true, null))).As<CaseView>();
    }
}
