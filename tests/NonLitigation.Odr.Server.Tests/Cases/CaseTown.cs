using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Persistence.Network;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Cases;

/// <summary>A small town on a running service: a city centre, the union below it and another body, their mediators and operators, some people.</summary>
public sealed class CaseTown : IAsyncDisposable
{
    private readonly List<Visitor> visitors = [];

    private CaseTown(OdrCluster cluster) => Cluster = cluster;

    public OdrCluster Cluster { get; }
    public Guid City { get; private set; }
    public Guid Union { get; private set; }
    public Guid Harbour { get; private set; }
    public Visitor Wang { get; private set; } = null!;
    public Guid WangMediator { get; private set; }
    public Visitor Zhao { get; private set; } = null!;
    public Guid ZhaoMediator { get; private set; }
    public Visitor Ma { get; private set; } = null!;
    public Visitor UnionOperator { get; private set; } = null!;
    public Visitor CityOperator { get; private set; } = null!;
    public Visitor HarbourOperator { get; private set; } = null!;
    public Visitor Li { get; private set; } = null!;
    public Visitor Zhou { get; private set; } = null!;
    public Visitor Wu { get; private set; } = null!;
    public Visitor Nobody { get; private set; } = null!;

    public static async Task<CaseTown> BuildAsync(OdrCluster cluster)
    {
        var town = new CaseTown(cluster);
        (town.Li, town.Zhou, town.Wu) = (await town.PersonAsync("李海生"), await town.PersonAsync("周永顺"), await town.PersonAsync("吴建国"));
        (town.Wang, town.Zhao, town.Ma) = (await town.PersonAsync("王调解"), await town.PersonAsync("赵调解"), await town.PersonAsync("马调解"));
        (town.UnionOperator, town.CityOperator, town.HarbourOperator) = (await town.PersonAsync("总工会"), await town.PersonAsync("市中心"), await town.PersonAsync("港口"));
        town.Nobody = town.Keep(Visitor.With(cluster, null, null));
        await cluster.WithDbAsync(async db =>
        {
            var city = Organisation("市非诉服务中心", null, OrganisationTier.City, []);
            var union = Organisation("总工会非诉分中心", city, OrganisationTier.City, [DisputeKind.LabourWages]);
            var harbour = Organisation("港口调委会", city, OrganisationTier.County, [DisputeKind.Maritime]);
            db.AddRange(city, union, harbour);
            var (wang, zhao, ma) = (Mediator(town.Wang, union, "王调解", 2), Mediator(town.Zhao, harbour, "赵调解", 1), Mediator(town.Ma, union, "马调解", 5));
            db.AddRange(wang, zhao, ma);
            db.AddRange(new OperatorSeat { PersonId = town.UnionOperator.Id, OrganisationId = union.Id }, new OperatorSeat { PersonId = town.CityOperator.Id, OrganisationId = city.Id },
                new OperatorSeat { PersonId = town.HarbourOperator.Id, OrganisationId = harbour.Id });
            (town.City, town.Union, town.Harbour, town.WangMediator, town.ZhaoMediator) = (city.Id, union.Id, harbour.Id, wang.Id, zhao.Id);
            return await db.SaveChangesAsync();
        });
        return town;
    }

    public async Task<Visitor> PersonAsync(string name) => Keep(await Visitor.SignedInAsync(Cluster, name));

    /// <summary>A wage dispute of Li against Zhou and Wu, with the contacts these tests use.</summary>
    public static FileCaseRequest Request(params string[] respondents) => new(
        Guid.CreateVersion7(), Contracts.Network.DisputeKind.LabourWages, "船员工资", "出海三个月，船东未付工资。", Party("李海生", "13900000001"),
        [.. (respondents.Length == 0 ? ["周永顺", "吴建国"] : respondents).Select((name, at) => Party(name, $"1390000{at + 2:0000}"))],
        [new ClaimDraft("支付工资", 340_000, [0])], [], null, null);

    public static PartyDraft Party(string name, string contact) => new(name, contact, null, PartyNature.Natural, null, null);

    public async Task<Guid> FileAsync(FileCaseRequest? request = null, Visitor? filer = null) =>
        (await (filer ?? Li).PostAsync("api/cases", request ?? Request())).As<CaseFiledView>().CaseId;

    /// <summary>The token that the newest invitation to a contact carries.</summary>
    public Task<string> TokenAsync(string contact) => Cluster.WithDbAsync(async db =>
        new Uri((await db.Set<DeliveryMessage>().Where(one => one.To == contact && one.Link != null).OrderByDescending(one => one.CreatedAt).FirstAsync()).Link!).Fragment[1..]);

    /// <summary>The person enters by his link, as the accounts feature would tell after checking the code.</summary>
    public async Task EnterAsync(string contact, Visitor person)
    {
        var token = await TokenAsync(contact);
        await using var scope = Cluster.Services.CreateAsyncScope();
        await Cluster.WithDbAsync(async db =>
        {
            var link = await scope.ServiceProvider.GetRequiredService<IOneUseLinks>().PeekAsync(db, token, default);
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var told in scope.ServiceProvider.GetServices<ILinkEntered>()) await told.EnteredAsync(db, link!, person.Id, "", default);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return true;
        });
    }

    /// <summary>Filed, both consented, Wang appointed by the operator and accepting.</summary>
    public async Task<Guid> MediateAsync(FileCaseRequest? request = null)
    {
        var id = await FileAsync(request);
        await EnterAsync("13900000002", Zhou);
        await EnterAsync("13900000003", Wu);
        (await Zhou.PostAsync($"api/cases/{id}/answer", new AnswerInvitationRequest(true, null))).As<CaseView>();
        (await Wu.PostAsync($"api/cases/{id}/answer", new AnswerInvitationRequest(true, null))).As<CaseView>();
        (await UnionOperator.PostAsync($"api/cases/{id}/mediator", new ChooseMediatorRequest(WangMediator))).As<CaseView>();
        (await Wang.PostAsync($"api/cases/{id}/appointment", new AnswerAppointmentRequest(true, null, "无利害关系"))).As<CaseView>();
        return id;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in visitors) visitor.Dispose();
        await Cluster.DisposeAsync();
    }

    public Visitor Keep(Visitor visitor)
    {
        visitors.Add(visitor);
        return visitor;
    }

    private static Organisation Organisation(string name, Organisation? parent, OrganisationTier tier, DisputeKind[] duties) =>
        new Organisation(Guid.CreateVersion7(), parent, name, parent is null ? OrganisationKind.Centre : OrganisationKind.SubCentre, tier, OrganisationField.Social, "320700", "0518-12348")
            .WithSeal().Takes(duties);

    private static Mediator Mediator(Visitor person, Organisation organisation, string name, int capacity) =>
        new(Guid.CreateVersion7(), person.Id, organisation.Id, name, MediatorPool.Special, 1, capacity, "", [DisputeKind.LabourWages]);
}
