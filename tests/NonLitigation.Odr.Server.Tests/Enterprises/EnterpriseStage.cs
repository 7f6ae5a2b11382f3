using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Enterprises;
using NonLitigation.Odr.Contracts.Evidence;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Evidence;
using NonLitigation.Odr.Server.Tests.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Enterprises;

/// <summary>The small town with two enterprises: Kun, whose butlers are Sun (also a mediator) and Qian, and the port, whose butler is Ma.</summary>
public sealed class EnterpriseStage : IAsyncDisposable
{
    private readonly List<TestPage> pages = [];

    private EnterpriseStage(CaseTown town) => Town = town;

    public CaseTown Town { get; }
    public OdrCluster Cluster => Town.Cluster;
    public Guid Kun { get; private set; }
    public Guid Room { get; private set; }
    public Guid Port { get; private set; }
    public Visitor Chen { get; private set; } = null!;
    public Visitor Sun { get; private set; } = null!;
    public Guid SunMediator { get; } = Guid.CreateVersion7();
    public Visitor Qian { get; private set; } = null!;
    public Visitor PortChief { get; private set; } = null!;

    public string Path(string rest = "") => $"api/enterprises/{Kun}{rest}";

    /// <param name="sweep">How often expired mandates are looked for.</param>
    public static async Task<EnterpriseStage> BuildAsync(int nodes = 1, string sweep = "00:00:00.200")
    {
        var town = await CaseTown.BuildAsync(await OdrCluster.StartAsync(nodes, adjust: builder =>
        {
            RoomCluster.Quick(builder);
            builder.Configuration["Odr:Enterprises:SweepEvery"] = sweep;
        }));
        var stage = new EnterpriseStage(town) { Sun = await town.PersonAsync("孙管家"), Qian = await town.PersonAsync("钱管家") };
        await town.Cluster.WithDbAsync(db =>
        {
            db.Add(new Mediator(stage.SunMediator, stage.Sun.Id, town.Harbour, "孙管家", MediatorPool.Special, 1, 9, "", [DisputeKind.Commercial]));
            return db.SaveChangesAsync();
        });
        var kun = await TestEnterprise.RegisterAsync(town.Cluster, TestEnterprise.Kun, TestEnterprise.KunCode, "13900000101", town.Harbour, (stage.Sun.Id, "孙管家"), (stage.Qian.Id, "钱管家"));
        (stage.Kun, stage.Room) = (kun.Id, kun.RoomId);
        stage.Port = (await TestEnterprise.RegisterAsync(town.Cluster, TestEnterprise.Port, TestEnterprise.PortCode, "13900000102", town.Harbour, (town.Ma.Id, "马调解"))).Id;
        stage.Chen = await stage.EnterByCodeAsync("13900000101", "陈海鲲");
        stage.PortChief = await stage.EnterByCodeAsync("13900000102", "黄港");
        return stage;
    }

    /// <summary>Through the public wire, as somebody with a phone.</summary>
    public async Task<Visitor> EnterByCodeAsync(string contact, string name, int node = 0)
    {
        var sent = (await Town.Nobody.PostAsync("api/accounts/code", new SendCodeRequest(contact, null))).As<CodeSentView>();
        var code = await Cluster.WithDbAsync(async db =>
            (await db.Set<DeliveryMessage>().Where(one => one.To == contact && one.Code != null).OrderByDescending(one => one.CreatedAt).FirstAsync()).Code!);
        var me = (await Town.Nobody.PostAsync("api/accounts/enter", new EnterWithCodeRequest(sent.ChallengeId, code, name, null))).As<MeView>();
        return Town.Keep(Visitor.With(Cluster, me.PersonId, await TestSignIn.CookieAsync(Cluster, me.PersonId), node));
    }

    public async Task<TestPage> PageAsync(Visitor visitor, int node = 0)
    {
        pages.Add(await TestPage.OpenAsync(Cluster, visitor.Id, node));
        return pages[^1];
    }

    public async Task<MandateView> GrantAsync(string contact, MandateScope scope = MandateScope.Consult, string name = "助理")
    {
        var view = (await Chen.PostAsync(Path("/mandates"), new GrantMandateRequest(name, contact, scope, TestEnterprise.Today.AddMonths(6)))).As<EnterpriseView>();
        return view.Mandates.Where(one => one.InForce).Single(one => one.MaskedContact == contact[..3] + "****" + contact[^4..]);
    }

    public async Task<ExhibitView> ShowAsync(Visitor visitor, string text, Guid? room = null) =>
        (await visitor.UploadAsync(SampleFiles.Text(text), text + ".txt", ("roomId", room ?? Room), ("clientMessageId", Guid.CreateVersion7()))).As<ExhibitView>();

    public static OpenDisputeRequest Dispute(params Guid[] exhibits) => new(
        Guid.CreateVersion7(), Contracts.Network.DisputeKind.Commercial, "托盘受潮的退款纠纷", "430只托盘含水率超标，退款未果。",
        [CaseTown.Party("周永顺", "13900000002")], [new ClaimDraft("退还货款", 12_000_000, [0])], exhibits);

    public async Task<CaseFiledView> OpenAsync(Visitor visitor, OpenDisputeRequest? request = null) =>
        (await visitor.PostAsync(Path("/disputes"), request ?? Dispute())).As<CaseFiledView>();

    /// <summary>The dispute's respondent consents, Zhao is appointed and accepts: mediation has begun.</summary>
    public async Task MediateAsync(Guid caseId)
    {
        await Town.EnterAsync("13900000002", Town.Zhou);
        (await Town.Zhou.PostAsync($"api/cases/{caseId}/answer", new AnswerInvitationRequest(true, null))).As<CaseView>();
        (await Town.CityOperator.PostAsync($"api/cases/{caseId}/mediator", new ChooseMediatorRequest(Town.ZhaoMediator))).As<CaseView>();
        (await Town.Zhao.PostAsync($"api/cases/{caseId}/appointment", new AnswerAppointmentRequest(true, null, null))).As<CaseView>();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var page in pages) await page.DisposeAsync();
        await Town.DisposeAsync();
    }
}
