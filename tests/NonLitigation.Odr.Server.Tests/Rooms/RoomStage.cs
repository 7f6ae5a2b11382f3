using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>A joint room with everybody's pages open, spread over the nodes.</summary>
public sealed class RoomStage : IAsyncDisposable
{
    private readonly List<TestPage> _more = [];

    private RoomStage(OdrCluster cluster, TestRoom room) => (Cluster, Room) = (cluster, room);

    public OdrCluster Cluster { get; }
    public TestRoom Room { get; }
    public Guid Id => Room.Id;
    public TestPage Mediator { get; private set; } = null!;
    public TestPage Applicant { get; private set; } = null!;
    public TestPage Respondent { get; private set; } = null!;

    /// <summary>Pages are connected; nobody has entered.</summary>
    public static async Task<RoomStage> ConnectedAsync(OdrCluster cluster)
    {
        var stage = new RoomStage(cluster, await TestRoom.CreateAsync(cluster));
        stage.Mediator = await stage.PageAsync(stage.Room.Mediator, 0);
        stage.Applicant = await stage.PageAsync(stage.Room.Applicant, 1);
        stage.Respondent = await stage.PageAsync(stage.Room.Respondent, 0);
        return stage;
    }

    /// <summary>Everybody is in and the sitting is open.</summary>
    public static async Task<RoomStage> OpenAsync(OdrCluster cluster)
    {
        var stage = await ConnectedAsync(cluster);
        await stage.Mediator.EnterAsync(stage.Id);
        foreach (var party in new[] { stage.Applicant, stage.Respondent })
        {
            await party.EnterAsync(stage.Id);
            await stage.Mediator.AdmitAsync(stage.Id, party.Person);
            await party.EnterAsync(stage.Id);
        }
        await stage.Mediator.OpenSessionAsync(stage.Id);
        return stage;
    }

    public async Task<TestPage> PageAsync(Guid person, int node)
    {
        var page = await TestPage.OpenAsync(Cluster, person, node);
        _more.Add(page);
        return page;
    }

    public Task<RoomView> CaucusAsync(Guid party) => Mediator.AskAsync<RoomView>(nameof(IRoomHub.OpenCaucus), new OpenCaucusRequest(Room.CaseId, party));

    public async ValueTask DisposeAsync()
    {
        foreach (var page in _more) await page.DisposeAsync();
    }
}
