using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>A case with an open joint room: Li, Zhou and Wu are in, Wang presides; and what is done about guests in it.</summary>
public sealed class GuestStage : IAsyncDisposable
{
    public const string LinContact = "13900000091";
    private readonly List<TestPage> _pages = [];

    private GuestStage(CaseTown town) => Town = town;

    public CaseTown Town { get; }
    public Guid CaseId { get; private set; }
    public Guid Joint { get; private set; }
    public CaseView View { get; private set; } = null!;
    public Visitor Lin { get; private set; } = null!;
    public TestPage Wang { get; private set; } = null!;
    public TestPage Li { get; private set; } = null!;
    public TestPage Zhou { get; private set; } = null!;

    public static async Task<GuestStage> OpenAsync(int nodes = 1)
    {
        var stage = new GuestStage(await CaseTown.BuildAsync(await OdrCluster.StartAsync(nodes, adjust: RoomCluster.Quick)));
        var town = stage.Town;
        stage.CaseId = await town.MediateAsync();
        stage.Lin = await town.PersonAsync("林译员");
        stage.View = (await town.Zhou.GetAsync($"api/cases/{stage.CaseId}")).As<CaseView>();
        stage.Joint = (await town.Zhou.GetAsync("api/rooms")).As<RoomView[]>().Single().Id;
        (stage.Wang, stage.Li, stage.Zhou) = (await stage.PageAsync(town.Wang, 0), await stage.PageAsync(town.Li, 1), await stage.PageAsync(town.Zhou, 0));
        await stage.Wang.EnterAsync(stage.Joint);
        foreach (var party in new[] { stage.Li, stage.Zhou, await stage.PageAsync(town.Wu, 1) })
        {
            await party.EnterAsync(stage.Joint);
            await stage.Wang.AdmitAsync(stage.Joint, party.Person);
            await party.EnterAsync(stage.Joint);
        }
        await stage.Wang.OpenSessionAsync(stage.Joint);
        return stage;
    }

    public async Task<TestPage> PageAsync(Visitor visitor, int node)
    {
        _pages.Add(await TestPage.OpenAsync(Town.Cluster, visitor.Id, node, visitor.Cookie));
        return _pages[^1];
    }

    public static ProposeGuestRequest Interpreter(Guid? id = null, string contact = LinContact) =>
        new(id ?? Guid.CreateVersion7(), "林译员", contact, GuestCapacity.Interpreter, ["zh", "en"], "船东只说英语，请翻译。");

    public async Task<Guid> ProposeAsync(Guid room, ProposeGuestRequest? request = null)
    {
        request ??= Interpreter();
        (await Town.Wang.PostAsync($"api/rooms/{room}/guests", request)).As<GuestView[]>();
        return request.Id;
    }

    public static Task<Answer> AnswerAsync(Visitor party, Guid guest, bool consents) => party.PostAsync($"api/guests/{guest}/answer", new AnswerGuestRequest(consents));

    public static async Task ConsentAsync(Guid guest, params Visitor[] parties)
    {
        foreach (var party in parties) (await AnswerAsync(party, guest, true)).As<GuestView[]>();
    }

    public async Task<GuestInvitationView> ReadInvitationAsync() =>
        (await Town.Nobody.PostAsync("api/guest-invitations/open", new OpenGuestInvitationRequest(await Town.TokenAsync(LinContact)))).As<GuestInvitationView>();

    public Task<Answer> UndertakeAsync(Guid guest, string? words) => Lin.PostAsync($"api/guests/{guest}/undertaking", new UndertakeRequest(words));

    /// <summary>All consent, he enters by his link, undertakes, waits and is let in.</summary>
    public async Task<TestPage> BringInAsync(Guid room, Guid guest, params Visitor[] parties)
    {
        await ConsentAsync(guest, parties);
        var words = (await ReadInvitationAsync()).WordsSha256;
        await Town.EnterAsync(LinContact, Lin);
        (await UndertakeAsync(guest, words)).As<GuestInvitationView>();
        var page = await PageAsync(Lin, 1);
        await page.EnterAsync(room);
        await Wang.AdmitAsync(room, Lin.Id);
        await page.EnterAsync(room);
        return page;
    }

    public async Task<GuestView> GuestAsync(Visitor visitor, Guid guest) => (await GuestsAsync(visitor)).Single(one => one.Id == guest);

    public async Task<GuestView[]> GuestsAsync(Visitor visitor) => (await visitor.GetAsync($"api/cases/{CaseId}/guests")).As<GuestView[]>();

    public static Task<Answer> RenderAsync(Visitor visitor, Guid room, long of, string text = "I am owed three months of wages.", string language = "en", Guid? id = null) =>
        visitor.PostAsync($"api/rooms/{room}/entries/{of}/renderings", new PostRenderingRequest(id ?? Guid.CreateVersion7(), language, text));

    public async ValueTask DisposeAsync()
    {
        foreach (var page in _pages) await page.DisposeAsync();
        await Town.DisposeAsync();
    }
}
