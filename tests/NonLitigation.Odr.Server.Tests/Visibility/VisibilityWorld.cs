using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Evidence;
using NonLitigation.Odr.Contracts.Negotiation;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Enterprises;
using NonLitigation.Odr.Server.Tests.Evidence;
using NonLitigation.Odr.Server.Tests.Negotiation;
using NonLitigation.Odr.Server.Tests.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Visibility;

/// <summary>One of everything the policy guards, and one caller of each of the fourteen kinds.</summary>
public sealed class VisibilityWorld : IAsyncDisposable
{
    private readonly List<TestPage> pages = [];

    private VisibilityWorld(CaseTown town) => Town = town;

    public CaseTown Town { get; }
    public Dictionary<CallerKind, (Visitor Visitor, TestPage? Page)> Callers { get; } = [];
    public Guid CaseId { get; private set; }
    public Guid RespondentParty { get; private set; }
    /// <summary>Joint room, caucus with the respondent, panel, butler room.</summary>
    public Dictionary<SecuredObject, Guid> Rooms { get; } = [];
    public Dictionary<SecuredObject, Guid> Exhibits { get; } = [];
    public Dictionary<SecuredObject, Guid> Proposals { get; } = [];
    public Guid SheetId { get; private set; }
    public Guid CommentId { get; private set; }
    public Guid SittingId { get; private set; }
    public Guid BlindRoundId { get; private set; }
    public Guid EnterpriseId { get; private set; }
    /// <summary>The enterprise's one mandate, which therefore cannot be revoked.</summary>
    public Guid OnlyMandate { get; private set; }
    public Guid AgreementId { get; private set; }
    public Guid OutcomeId { get; private set; }
    /// <summary>A case whose agreement is in effect and being performed.</summary>
    public Guid DeletionRequestId { get; private set; }
    public Guid HoldId { get; private set; }
    public Guid OpeningId { get; private set; }
    public Guid AgreedCaseId { get; private set; }

    /// <summary>Proposed for the joint room, and for the respondent's caucus.</summary>
    public Dictionary<SecuredObject, Guid> Guests { get; } = [];

    /// <summary>Of the applicant about the mediator of that case.</summary>
    public Guid ComplaintId { get; private set; }

    /// <summary>Of the case's mediator, taken by the guide; and the pairing it was asked by.</summary>
    public Guid QuestionId { get; private set; }
    public GuideStage Guides { get; private set; } = null!;
    /// <summary>The other guide, who can be released.</summary>
    public Guid GuideId { get; private set; }

    private TestPage this[CallerKind kind] => Callers[kind].Page!;

    public static async Task<VisibilityWorld> BuildAsync(OdrCluster cluster)
    {
        var town = await CaseTown.BuildAsync(cluster);
        var world = new VisibilityWorld(town);
        var (former, stranger, enterprise, butler) = (await town.PersonAsync("郑退出"), await town.PersonAsync("冯旁人"), await town.PersonAsync("陈经理"), await town.PersonAsync("孙管家"));
        await town.FileAsync(CaseTown.Request("某人") with { RequestId = Guid.CreateVersion7() }, stranger);
        var colleague = await world.ColleagueAsync();
        world.Guides = await GuideStage.PairAsync(town);
        world.CaseId = await world.MediateAsync(former);
        await world.OpenPagesAsync(former, stranger, enterprise, butler, colleague.Visitor);
        (await town.Wang.PostAsync($"api/cases/{world.CaseId}/panel", new AskIntoPanelRequest([colleague.MediatorId]))).As<PanelView>();
        world.GuideId = (await town.UnionOperator.GetAsync("api/pairings")).As<Contracts.Network.PairingView[]>().Single().Guides[1].Id;
        world.QuestionId = (await world.Guides.AskAsync(world.CaseId)).Id;
        (await GuideStage.ActAsync(world.Guides.Chen, world.QuestionId, "take")).As<GuideQuestionView>();
        await world.OpenRoomsAsync(former, enterprise, butler);
        await world.ShowThingsAsync();
        await world.AgreeElsewhereAsync(former);
        return world;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var page in pages) await page.DisposeAsync();
        await Town.DisposeAsync();
    }

    private async Task<Guid> MediateAsync(Visitor former)
    {
        var id = await Town.FileAsync(CaseTown.Request("周永顺", "吴建国", "郑退出"));
        foreach (var (contact, person) in new[] { ("13900000002", Town.Zhou), ("13900000003", Town.Wu), ("13900000004", former) })
        {
            await Town.EnterAsync(contact, person);
            (await person.PostAsync($"api/cases/{id}/answer", new AnswerInvitationRequest(true, null))).As<CaseView>();
        }
        (await Town.UnionOperator.PostAsync($"api/cases/{id}/mediator", new ChooseMediatorRequest(Town.WangMediator))).As<CaseView>();
        (await Town.Wang.PostAsync($"api/cases/{id}/appointment", new AnswerAppointmentRequest(true, null, null))).As<CaseView>();
        return id;
    }

    /// <summary>A third mediator of the organisation, who will be asked into the panel.</summary>
    private async Task<(Visitor Visitor, Guid MediatorId)> ColleagueAsync()
    {
        var visitor = await Town.PersonAsync("孙调解");
        var mediator = new Domain.Network.Mediator(Guid.CreateVersion7(), visitor.Id, Town.Union, "孙调解", Domain.Network.MediatorPool.Special, 1, 3, "", []);
        await Town.Cluster.WithDbAsync(db =>
        {
            db.Add(mediator);
            return db.SaveChangesAsync();
        });
        return (visitor, mediator.Id);
    }

    private async Task OpenPagesAsync(Visitor former, Visitor stranger, Visitor enterprise, Visitor butler, Visitor colleague)
    {
        foreach (var (kind, visitor) in new[]
        {
            (CallerKind.Applicant, Town.Li), (CallerKind.Respondent, Town.Zhou), (CallerKind.OtherRespondent, Town.Wu), (CallerKind.PartyOfAnotherCase, stranger),
            (CallerKind.PresidingMediator, Town.Wang), (CallerKind.MediatorOfSameOrganisation, Town.Ma), (CallerKind.MediatorOfAnotherOrganisation, Town.Zhao),
            (CallerKind.Operator, Town.UnionOperator), (CallerKind.EnterpriseRepresentative, enterprise), (CallerKind.ButlerTeamMember, butler), (CallerKind.FormerParticipant, former),
            (CallerKind.PanelMediator, colleague), (CallerKind.LegalGuide, Guides.Chen),
        })
        {
            pages.Add(await TestPage.OpenAsync(Town.Cluster, visitor.Id));
            Callers[kind] = (visitor, pages[^1]);
        }
        Callers[CallerKind.Anonymous] = (Town.Nobody, null);
    }

    private async Task OpenRoomsAsync(Visitor former, Visitor enterprise, Visitor butler)
    {
        var view = (await Town.Zhou.GetAsync($"api/cases/{CaseId}")).As<CaseView>();
        RespondentParty = view.Parties.Single(party => party.IsMe).Id;
        var joint = (await Town.Li.GetAsync("api/rooms")).As<RoomView[]>().Single().Id;
        var mediator = this[CallerKind.PresidingMediator];
        var caucus = (await mediator.AskAsync<RoomView>(nameof(IRoomHub.OpenCaucus), new OpenCaucusRequest(CaseId, RespondentParty))).Id;
        await EnterAllAsync(joint, CallerKind.Applicant, CallerKind.Respondent, CallerKind.OtherRespondent, CallerKind.FormerParticipant);
        await EnterAllAsync(caucus, CallerKind.Respondent);
        (await former.PostAsync($"api/cases/{CaseId}/answer", new AnswerInvitationRequest(false, "不再参加"))).As<CaseView>();

        var kun = await TestEnterprise.RegisterAsync(Town.Cluster, TestEnterprise.Kun, TestEnterprise.KunCode, "13900000101", Town.Harbour, (butler.Id, "孙管家"));
        await TestEnterprise.EnteredAsync(Town.Cluster, kun.Id, "13900000101", enterprise.Id);
        (EnterpriseId, OnlyMandate) = (kun.Id, kun.Mandates[0].Id);
        var standing = kun.RoomId;
        await this[CallerKind.EnterpriseRepresentative].EnterAsync(standing);
        await this[CallerKind.ButlerTeamMember].EnterAsync(standing);
        var panel = (await Callers[CallerKind.PanelMediator].Visitor.GetAsync("api/rooms")).As<RoomView[]>().Single().Id;
        await mediator.EnterAsync(panel);
        (Rooms[SecuredObject.JointRoom], Rooms[SecuredObject.Caucus], Rooms[SecuredObject.Enterprise], Rooms[SecuredObject.Panel]) = (joint, caucus, standing, panel);
    }

    private async Task EnterAllAsync(Guid room, params CallerKind[] parties)
    {
        var mediator = this[CallerKind.PresidingMediator];
        await mediator.EnterAsync(room);
        foreach (var kind in parties)
        {
            await this[kind].EnterAsync(room);
            // The side of a caucus is admitted with its making.
            if ((await this[kind].EnterAsync(room)).Room.MyStanding != Contracts.Rooms.Standing.Admitted) await mediator.AdmitAsync(room, Callers[kind].Visitor.Id);
            await this[kind].EnterAsync(room);
        }
        await mediator.OpenSessionAsync(room);
    }

    private async Task ShowThingsAsync()
    {
        Exhibits[SecuredObject.CaseFile] = (await Town.Li.UploadAsync(SampleFiles.Text(), "卷.txt", ("caseId", CaseId))).As<ExhibitView>().Id;
        foreach (var (what, who) in new[] { (SecuredObject.JointRoom, Town.Li), (SecuredObject.Caucus, Town.Zhou), (SecuredObject.Panel, Town.Wang), (SecuredObject.Enterprise, Callers[CallerKind.EnterpriseRepresentative].Visitor) })
            Exhibits[what] = (await who.UploadAsync(SampleFiles.Text(), "室.txt", ("roomId", Rooms[what]), ("clientMessageId", Guid.CreateVersion7()))).As<ExhibitView>().Id;
        var parties = (await Town.Li.GetAsync($"api/cases/{CaseId}")).As<CaseView>().Parties;
        var term = ProposalWire.Pays(RespondentParty, parties[0].Id, 1_600);
        Proposals[SecuredObject.JointRoom] = (await this[CallerKind.Applicant].ProposeAsync(ProposalWire.Request(Rooms[SecuredObject.JointRoom], [RespondentParty], term))).Id;
        Proposals[SecuredObject.Caucus] = (await this[CallerKind.PresidingMediator].ProposeAsync(ProposalWire.Request(Rooms[SecuredObject.Caucus], [RespondentParty], term))).Id;
        BlindRoundId = (await this[CallerKind.PresidingMediator].OpenBlindAsync(BlindWire.Bids(Rooms[SecuredObject.JointRoom], RespondentParty, parties[0].Id, TimeSpan.FromDays(1)))).Id;
        SheetId = await AskSheetAsync(CaseId);
        SittingId = await FixSittingAsync(CaseId);
        foreach (var what in new[] { SecuredObject.JointRoom, SecuredObject.Caucus })
        {
            Guests[what] = Guid.CreateVersion7();
            (await Town.Wang.PostAsync($"api/rooms/{Rooms[what]}/guests", new ProposeGuestRequest(Guests[what], "林专家", "13900000093", GuestCapacity.Expert, null, "鉴定"))).As<GuestView[]>();
        }
        AgreementId = (await FreezeAsync(CaseId)).Id;
    }

    /// <summary>Fixed; what is asked of it is refused by a rule, after the right.</summary>
    private async Task<Guid> FixSittingAsync(Guid caseId)
    {
        var mediator = this[CallerKind.PresidingMediator];
        var asked = await mediator.SendAsync<CaseSittingsView>($"api/cases/{caseId}/sittings", new ProposeSittingRequest([new(DateTimeOffset.UtcNow.AddDays(5), 60, null)]));
        return (await mediator.SendAsync<CaseSittingsView>($"api/cases/{caseId}/sittings/{asked.Sittings.Single().Id}/fix", new FixSittingRequest(1))).Sittings.Single().Id;
    }

    private async Task<Guid> AskSheetAsync(Guid caseId)
    {
        var mediator = this[CallerKind.PresidingMediator];
        var written = (await mediator.PutAsync<SheetView[]>($"api/cases/{caseId}/sheets", new WriteSheetRequest(SheetKind.UndisputedFacts, 0, "双方认可欠付工资的事实。"))).Single();
        return (await mediator.SendAsync<SheetView[]>($"api/cases/{caseId}/sheets/{written.Id}/ask", new AskSheetRequest(written.Version))).Single().Id;
    }

    private async Task<AgreementView> FreezeAsync(Guid caseId)
    {
        var parties = (await Town.Li.GetAsync($"api/cases/{caseId}")).As<CaseView>().Parties;
        var draft = new DraftAgreementRequest(0, "出海三个月，工资未付。", [new("各方再无其他争议。")],
            [new(parties[1].Id, parties[0].Id, 160_000, "工资", "银行转账", new(2027, 12, 15)), new(parties[2].Id, parties[0].Id, 180_000, "工资", "银行转账", new(2027, 12, 31))]);
        var wang = this[CallerKind.PresidingMediator];
        var drafted = await wang.PutAsync<AgreementView>($"api/cases/{caseId}/agreement", draft);
        await wang.SendAsync<AgreementView>($"api/cases/{caseId}/agreement/table", new PutOnTableRequest(drafted.Version));
        var table = await wang.SendAsync<DraftingView>($"api/cases/{caseId}/agreement/comments", new CommentOnDraftRequest(Guid.CreateVersion7(), drafted.Version, CommentPlace.Whole, null, "请各方看一看"));
        if (caseId == CaseId) CommentId = table.Comments[0].Id;
        return await wang.SendAsync<AgreementView>($"api/cases/{caseId}/agreement/freeze", new FreezeAgreementRequest(drafted.Version));
    }

    /// <summary>A second case of the same people, signed to its end, for the outcome.</summary>
    private async Task AgreeElsewhereAsync(Visitor former)
    {
        var other = await MediateAsync(former);
        (await former.PostAsync($"api/cases/{other}/answer", new AnswerInvitationRequest(false, null))).As<CaseView>();
        var frozen = await FreezeAsync(other);
        foreach (var (kind, name) in new[] { (CallerKind.Applicant, "李海生"), (CallerKind.Respondent, "周永顺"), (CallerKind.OtherRespondent, "吴建国"), (CallerKind.PresidingMediator, "王调解") })
        {
            var proof = new ReauthenticationProof(Callers[kind].Visitor.Id, $"sign:{frozen.Id}:{frozen.FrozenHash}", "code", DateTimeOffset.UtcNow);
            await Town.Cluster.WithDbAsync(db =>
            {
                db.Add(proof);
                return db.SaveChangesAsync();
            });
            frozen = await this[kind].SendAsync<AgreementView>($"api/agreements/{frozen.Id}/sign", new SignAgreementRequest(frozen.FrozenHash!, name, proof.Id));
        }
        AgreedCaseId = other;
        ComplaintId = (await Town.Li.PostAsync($"api/cases/{other}/complaints", new FileComplaintRequest(Guid.CreateVersion7(), ComplaintTarget.Mediator, ComplaintMatter.Bias, "总让我让步。"))).As<ComplaintView[]>().Single().Id;
        await KeepAsync(other);
        // Its document is prepared later; the right to it is there at once.
        OutcomeId = await Town.Cluster.WithDbAsync(db => db.Set<Domain.Settlements.Outcome>().Where(one => one.CaseId == other).Select(one => one.Id).SingleAsync());
    }

    /// <summary>A request, a hold and an opening, for acts on them.</summary>
    private Task<int> KeepAsync(Guid caseId) => Town.Cluster.WithDbAsync(async db =>
    {
        var (now, keeper) = (DateTimeOffset.UtcNow, Callers[CallerKind.Operator].Visitor.Id);
        var party = await db.Set<Domain.Cases.Party>().FirstAsync(one => one.CaseId == caseId && one.PersonId == Callers[CallerKind.OtherRespondent].Visitor.Id);
        var (asked, hold, opening) = (new Domain.Cases.DeletionRequest(caseId, party.Id, party.PersonId!.Value, Guid.CreateVersion7(), "删", now), new Domain.Cases.LegalHold(caseId, "法院", "执行", keeper, "管档", now),
            new Domain.Cases.SealOpening(caseId, keeper, "管档", "调卷", 1, keeper, "管档", now));
        db.AddRange(asked, hold, opening);
        (DeletionRequestId, HoldId, OpeningId) = (asked.Id, hold.Id, opening.Id);
        return await db.SaveChangesAsync();
    });
}
