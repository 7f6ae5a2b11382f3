using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Shared;
using NonLitigation.Odr.Server.Shared;
using NonLitigation.Odr.Server.Tests.Negotiation;
using NonLitigation.Odr.Server.Tests.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Settlements;

/// <summary>A deckhand's case against two boat owners, in mediation, with everybody's page open and the joint room of the case.</summary>
public sealed class SettlementStage : IAsyncDisposable
{
    private readonly List<TestPage> _pages = [];

    private SettlementStage(OdrCluster cluster) => Cluster = cluster;

    public OdrCluster Cluster { get; }
    public Case Case { get; private set; } = null!;
    public Guid Organisation { get; private set; }
    public TestPage Mediator { get; private set; } = null!;
    public TestPage Li { get; private set; } = null!;
    public TestPage Zhou { get; private set; } = null!;
    public TestPage Wu { get; private set; } = null!;
    public Guid LiParty => Case.Applicant.Id;
    public Guid ZhouParty => Case.Respondents.First().Id;
    public Guid WuParty => Case.Respondents.Last().Id;
    public string Path => $"api/cases/{Case.Id}/agreement";

    /// <param name="seals">Which organisations hold a seal, from the mediator's own upwards.</param>
    /// <param name="wu">The second owner, when he is an organisation with this representative.</param>
    /// <param name="wuConsents">Otherwise he refuses mediation.</param>
    public static async Task<SettlementStage> OpenAsync(OdrCluster cluster, bool[]? seals = null, string? wuRepresentative = null, bool wuConsents = true)
    {
        var stage = new SettlementStage(cluster);
        var people = await cluster.WithDbAsync(db => stage.FileAsync(db, seals ?? [true], wuRepresentative, wuConsents));
        stage.Mediator = await stage.PageAsync(people[0]);
        stage.Li = await stage.PageAsync(people[1]);
        stage.Zhou = await stage.PageAsync(people[2]);
        stage.Wu = await stage.PageAsync(people[3]);
        return stage;
    }

    public DraftAgreementRequest BothSums(int version, string facts = "李海生2025年7月至9月在两船上工作，工资未付。") => new(
        version, facts, [new("各方再无其他争议。")],
        [new(ZhouParty, LiParty, 160_000, "工资", "银行转账", new(2026, 12, 15)), new(WuParty, LiParty, 180_000, "工资", "银行转账", new(2026, 12, 31))]);

    public async Task<AgreementView> DraftedAsync() => await Mediator.PutAsync<AgreementView>(Path, BothSums(0));

    public async Task<AgreementView> FrozenAsync()
    {
        var draft = await DraftedAsync();
        return await Mediator.SendAsync<AgreementView>($"{Path}/freeze", new FreezeAgreementRequest(draft.Version));
    }

    public Task<AgreementView> ReadAsync(TestPage page) => page.AskAsync<AgreementView>(Path);

    /// <summary>Signs as the page's person, proved again a moment ago.</summary>
    public async Task<AgreementView> SignAsync(TestPage page, AgreementView agreement, string name, string? hash = null, Guid? proof = null) =>
        await page.SendAsync<AgreementView>($"api/agreements/{agreement.Id}/sign",
            new SignAgreementRequest(hash ?? agreement.FrozenHash!, name, proof ?? await ProofAsync(page, $"sign:{agreement.Id}:{hash ?? agreement.FrozenHash}")));

    public Task<Guid> ProofAsync(TestPage page, string purpose) => Cluster.WithDbAsync(async db =>
    {
        var proof = new ReauthenticationProof(page.Person, purpose, "code", DateTimeOffset.UtcNow);
        db.Add(proof);
        await db.SaveChangesAsync();
        return proof.Id;
    });

    public async Task<AgreementView> AllSignAsync(AgreementView agreement)
    {
        await SignAsync(Li, agreement, "李海生");
        await SignAsync(Zhou, agreement, "周永顺");
        await SignAsync(Wu, agreement, "吴建国");
        return await SignAsync(Mediator, agreement, "王正");
    }

    /// <summary>Everybody comes into the joint room, and the sitting opens.</summary>
    public async Task<Guid> SitAsync()
    {
        var room = (await Cluster.WithDbAsync(db => Cluster.Services.GetRequiredService<IRooms>().JointRoomOfAsync(db, Case.Id, default)))!.Value;
        await Mediator.EnterAsync(room);
        foreach (var party in new[] { Li, Zhou, Wu })
        {
            await party.EnterAsync(room);
            await Mediator.AdmitAsync(room, party.Person);
            await party.EnterAsync(room);
        }
        await Mediator.OpenSessionAsync(room);
        return room;
    }

    /// <summary>Types of the entries about the agreement in the joint room's record, in their order.</summary>
    public async Task<List<string>> EntriesAsync()
    {
        var room = (await Cluster.WithDbAsync(db => Cluster.Services.GetRequiredService<IRooms>().JointRoomOfAsync(db, Case.Id, default)))!.Value;
        var page = await Mediator.ReadAsync(room);
        return [.. page.Entries.Where(e => e.Kind == Contracts.Rooms.EntryKind.Agreement).Select(e => e.Body.GetProperty("type").GetString()!)];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var page in _pages) await page.DisposeAsync();
    }

    public async Task<TestPage> PageAsync(Guid person)
    {
        var page = await TestPage.OpenAsync(Cluster, person, _pages.Count);
        _pages.Add(page);
        return page;
    }

    private async Task<Guid[]> FileAsync(OdrDb db, bool[] seals, string? wuRepresentative, bool wuConsents)
    {
        var people = new[] { "王正", "李海生", "周永顺", "吴建国" }.Select(Account).ToArray();
        db.AddRange(people);
        var mediator = await NetworkAsync(db, seals, people[0].Id);
        await db.SaveChangesAsync();
        var now = DateTimeOffset.UtcNow;
        PartyDetails Details(string name, string contact) => new(name, contact, null, PartyNature.Natural, null, null);
        var wu = wuRepresentative is null ? Details("吴建国", "13900000003") : new("海州航运有限公司", "13900000003", null, PartyNature.Organisation, null, wuRepresentative);
        Case = Case.File(
            new(DisputeKind.LabourWages, "船员工资", "两船欠薪", Details("李海生", "13900000001"), [Details("周永顺", "13900000002"), wu], [new("工资", 340_000, [0, 1])]),
            $"连非诉〔2026〕{Random.Shared.Next(1_000_000):D6}号", people[1].Id, Guid.NewGuid(), new string('0', 64), Organisation, mediator.MediatorId, now);
        foreach (var (party, person) in Case.Respondents.Zip(people.Skip(2)).ToList()) Case.Identified(party.Id, person.Id, now);
        Case.Consent(people[2].Id, now);
        if (wuConsents) Case.Consent(people[3].Id, now);
        else Case.Refuse(people[3].Id, "不同意调解", now);
        Case.Appoint(mediator, people[0].Id, now);
        Case.Accept(people[0].Id, null, now);
        db.Add(Case);
        await db.SaveChangesAsync();
        await RoomAsync();
        return [.. people.Select(p => p.Id)];
    }

    private async Task<MediatorSeat> NetworkAsync(OdrDb db, bool[] seals, Guid person)
    {
        // One tree has one root, so later stages hang below the first.
        var top = db.Set<Organisation>().OrderBy(o => o.Path.Length).FirstOrDefault() ?? new(Guid.CreateVersion7(), null, "连云港市非诉服务中心", OrganisationKind.Centre, OrganisationTier.City, OrganisationField.Administrative, "320700", "0518");
        if (db.Entry(top).State == Microsoft.EntityFrameworkCore.EntityState.Detached) db.Add(top);
        var place = top;
        for (var i = seals.Length - 1; i >= 0; i--)
        {
            place = new(Guid.CreateVersion7(), place, $"第{i}级非诉服务分中心", OrganisationKind.SubCentre, OrganisationTier.City, OrganisationField.Social, "320700", "0518");
            if (seals[i]) place.WithSeal();
            db.Add(place);
        }
        Organisation = place.Id;
        var mediator = new Mediator(Guid.CreateVersion7(), person, place.Id, "王正", MediatorPool.Special, 1, 100, "", [DisputeKind.LabourWages]);
        db.Add(mediator);
        await db.SaveChangesAsync();
        return new(mediator.Id, person, "王正");
    }

    private Task RoomAsync() => TestRoom.ReactAsync(Cluster, (reaction, db) => reaction.MediationStartedAsync(db, new(
        Case.Id, Case.Number, Case.Title, Case.MediatorPersonId!.Value, "王正",
        [.. Case.TakingPart.Select(p => new MediationParty(p.Id, p.PersonId!.Value, p.Name, p.IsApplicant))]), default));

    private static Account Account(string name)
    {
        var id = Guid.CreateVersion7();
        return new() { Id = id, UserName = $"{id:N}", NormalizedUserName = $"{id:N}".ToUpperInvariant(), DisplayName = name, SecurityStamp = $"{id:N}", CreatedAt = DateTimeOffset.UtcNow };
    }
}
