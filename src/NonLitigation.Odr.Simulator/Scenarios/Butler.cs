using System.Net;
using Bogus;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Enterprises;
using NonLitigation.Odr.Contracts.Evidence;
using NonLitigation.Odr.Contracts.Network;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Simulator.People;
using NonLitigation.Odr.Simulator.Shared;

namespace NonLitigation.Odr.Simulator.Scenarios;

/// <summary>
/// An enterprise of the free trade zone asks its butler, opens a dispute from the channel with what it chooses, and settles it;
/// the butler can't mediate it, and a dismissed representative is out at once.
/// </summary>
internal sealed class Butler(DemoOptions options, Journal journal)
{
    private const long Sum = 8_600_000;
    private const string SupplierCompany = "连云港远帆木业有限公司";
    private readonly Faker _faker = new("zh_CN") { Random = new Randomizer(options.Seed + 1) };

    public async Task Play()
    {
        await using var enterprise = new DemoPerson("陈海鲲", "13900000101", 0, options, journal);
        await using var assistant = new DemoPerson(_faker.Name.LastName() + "助理", $"137{_faker.Random.ReplaceNumbers("########")}", 1, options, journal);
        await using var supplier = new DemoPerson("赵远帆", $"136{_faker.Random.ReplaceNumbers("########")}", 2, options, journal);
        await using var butler = new DemoPerson("孙管家", "13900000021", 3, options, journal);
        await using var mediator = new DemoPerson("李敏", "13900000012", 4, options, journal);

        await enterprise.Enter();
        await butler.SignIn("sun.butler", "Odr-demo-2026!");
        await mediator.SignIn("li.mediator", "Odr-demo-2026!");
        var me = await enterprise.Http.Get<MeView>("/api/accounts/me");
        journal.Require(me.EnterpriseIds.Count > 0, "the representative's mandate opens the enterprise's channel");
        var channel = await enterprise.Http.Get<EnterpriseView>($"/api/enterprises/{me.EnterpriseIds[0]}");

        var exhibit = await Consult(channel, enterprise, butler);
        await DismissedAtOnce(channel, enterprise, assistant, butler);
        var filed = await OpenDispute(channel, enterprise, supplier, exhibit);
        var mediation = new Mediation(journal, mediator, filed.CaseId);
        await ButlerMayNotMediate(channel, filed.CaseId, enterprise, butler);
        var chosen = (await mediator.Http.Get<MeView>("/api/accounts/me")).MediatorId ?? throw new ScenarioFailedException("li.mediator is no mediator");
        await mediation.Respond(supplier, chosen);
        await enterprise.Http.Post($"/api/cases/{filed.CaseId}/mediator", new ChooseMediatorRequest(chosen));
        journal.Step(enterprise.Name, $"chooses {mediator.Name} as mediator");
        await mediation.Accept();
        journal.Require(await butler.Http.StatusOf($"/api/cases/{filed.CaseId}") == HttpStatusCode.NotFound, "the case does not exist for the butler");
        await Settle(mediation, filed.CaseId, mediator, enterprise, supplier);
    }

    private async Task<Guid> Consult(EnterpriseView channel, DemoPerson enterprise, DemoPerson butler)
    {
        await enterprise.Rooms.Connect();
        await butler.Rooms.Connect();
        await enterprise.Rooms.Enter(channel.RoomId);
        await butler.Rooms.Enter(channel.RoomId);
        await enterprise.Rooms.Say(channel.RoomId, "我们向远帆木业订的托盘有一批受潮变形,对方不肯退款,想请管家看看怎么办。");
        await butler.Rooms.Say(channel.RoomId, "可以先申请调解。请把验收记录发给我,发起时由您选择带哪些材料。");
        var record = System.Text.Encoding.UTF8.GetBytes("验收记录\n托盘 1200 只,其中 430 只含水率超标。\n");
        var exhibit = await enterprise.Http.Upload<ExhibitView>("/api/exhibits", record, "验收记录.txt", "text/plain",
            ("roomId", channel.RoomId.ToString()), ("clientMessageId", Guid.CreateVersion7().ToString()));
        journal.Step(enterprise.Name, "consults the butler team in the standing room and shows an inspection record");
        return exhibit.Id;
    }

    private async Task DismissedAtOnce(EnterpriseView channel, DemoPerson enterprise, DemoPerson assistant, DemoPerson butler)
    {
        var granted = await enterprise.Http.Post<EnterpriseView>($"/api/enterprises/{channel.Id}/mandates",
            new GrantMandateRequest(assistant.Name, assistant.Contact, MandateScope.Consult, DateOnly.FromDateTime(DateTime.UtcNow).AddMonths(6)));
        var mandate = granted.Mandates.Single(one => one.Name == assistant.Name && one.InForce);
        journal.Require(mandate.PersonId is null, $"{assistant.Name} has a mandate before ever having been here");
        await assistant.Enter();
        journal.Require((await assistant.Http.Get<MeView>("/api/accounts/me")).EnterpriseIds.Contains(channel.Id), "on first entering with that contact the mandate is his");
        await assistant.Rooms.Connect();
        await assistant.Rooms.Enter(channel.RoomId);
        await assistant.Rooms.Say(channel.RoomId, "我是助理,之后由我跟进。");
        await enterprise.Http.Post($"/api/enterprises/{channel.Id}/mandates/revoke", new RevokeMandateRequest(mandate.Id));
        var until = DateTime.UtcNow.AddSeconds(10);
        while (!assistant.Rooms.Room(channel.RoomId).IsRevoked && DateTime.UtcNow < until)
        {
            await Task.Delay(100);
        }

        var before = assistant.Rooms.Room(channel.RoomId).Last;
        await butler.Rooms.Say(channel.RoomId, "收到,之后只与陈总联系。");
        await Task.Delay(1500);
        journal.Require(assistant.Rooms.Room(channel.RoomId) is { IsRevoked: true } left && left.Last == before && await assistant.Http.StatusOf($"/api/rooms/{channel.RoomId}") == HttpStatusCode.NotFound,
            "a dismissed representative is out at once, in the open socket too");
    }

    private async Task<CaseFiledView> OpenDispute(EnterpriseView channel, DemoPerson enterprise, DemoPerson supplier, Guid exhibit)
    {
        var filed = await enterprise.Http.Post<CaseFiledView>($"/api/enterprises/{channel.Id}/disputes", new OpenDisputeRequest(
            Guid.CreateVersion7(), DisputeKind.Commercial, "托盘受潮的退款纠纷", "我公司向远帆木业购买托盘 1200 只,其中 430 只含水率超标,多次协商退款未果。",
            [new PartyDraft(SupplierCompany, supplier.Contact, "连云港市海州区", PartyNature.Organisation, null, supplier.Name)],
            [new ClaimDraft("退还不合格托盘的货款", 12_000_000, [0])], [exhibit]));
        journal.Step(enterprise.Name, $"opens dispute {filed.Number} from the channel, with one exhibit");
        var exhibits = await enterprise.Http.Get<IReadOnlyList<ExhibitView>>($"/api/cases/{filed.CaseId}/exhibits");
        journal.Require(exhibits.Count == 1, "what the enterprise chose came along, nothing else");
        return filed;
    }

    private async Task ButlerMayNotMediate(EnterpriseView channel, Guid caseId, DemoPerson enterprise, DemoPerson butler)
    {
        var asMediator = (await butler.Http.Get<MeView>("/api/accounts/me")).MediatorId;
        journal.Require(asMediator is not null, "the demo butler is also a mediator");
        var status = await enterprise.Http.StatusOfPost($"/api/cases/{caseId}/mediator", new ChooseMediatorRequest(asMediator!.Value));
        journal.Require((await butler.Http.Get<EnterpriseView>($"/api/enterprises/{channel.Id}")).Cases.Count == 0, "the butler team is told nothing of the enterprise's cases");
        journal.Require(status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict, "the butler cannot become this case's mediator");
    }

    private async Task Settle(Mediation mediation, Guid caseId, DemoPerson mediator, DemoPerson enterprise, DemoPerson supplier)
    {
        var room = await mediation.OpenJointRoom(enterprise, supplier);
        await mediation.Say(mediator, room, "双方好,我们围绕 430 只托盘的处理来谈。");
        await mediation.Say(enterprise, room, "要求按合同价退款。");
        await mediation.Say(supplier, room, "愿意退一部分,运输途中受潮不全是我们的责任。");
        var file = await mediation.Case(mediator);
        Guid Of(PartyRole role) => file.Parties.Single(party => party.Role == role).Id;
        var (applicant, respondent) = (Of(PartyRole.Applicant), Of(PartyRole.Respondent));
        var closing = new Closing(journal, mediator, caseId, room);
        var due = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(15);
        var proposal = await closing.Propose([applicant, respondent], new(respondent, applicant, Sum, "退还货款", due, "对公转账"), "折中方案");
        await closing.AcceptProposal(supplier, proposal.Id);
        await closing.AcceptProposal(enterprise, proposal.Id);
        await closing.DraftAndFreeze("双方确认 1200 只托盘中有 430 只含水率超标。",
            [new ClauseDraft("不合格托盘由供方自行取回。")],
            [new ObligationDraft(respondent, applicant, Sum, "退还不合格托盘的货款", "转账至需方对公账户", due)]);
        foreach (var signer in new[] { enterprise, supplier, mediator })
        {
            await closing.Sign(signer);
        }

        var (agreement, pdf) = await closing.Outcome(mediation);
        await mediation.SameTranscript(room, enterprise, supplier);
        await new Ending(options, journal).Write("Butler channel: from a consultation to a settled dispute", enterprise, room, agreement, pdf);
    }
}
