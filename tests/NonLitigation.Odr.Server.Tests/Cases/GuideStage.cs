using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Network;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Server.Tests.Shared;
using Organisation = NonLitigation.Odr.Domain.Network.Organisation;

namespace NonLitigation.Odr.Server.Tests.Cases;

/// <summary>A court with which an organisation is paired, and two judges of it who guide.</summary>
public sealed record GuideStage(CaseTown Town, Guid Court, Guid Pairing, Visitor Chen, Visitor Sun)
{
    public const string ChenPhone = "13900000071", SunPhone = "13900000072";

    public static async Task<GuideStage> PairAsync(CaseTown town)
    {
        var court = await BodyAsync(town.Cluster, Domain.Network.OrganisationKind.Court, "海州区法院工作站");
        var (chen, sun) = (await PersonAsync(town, "陈法官", ChenPhone), await PersonAsync(town, "孙法官", SunPhone));
        var pairing = (await town.UnionOperator.PostAsync("api/pairings", new MakePairingRequest(town.Union, court))).As<PairingView>().Id;
        foreach (var (name, phone) in new[] { ("陈法官", ChenPhone), ("孙法官", SunPhone) })
            (await town.UnionOperator.PostAsync($"api/pairings/{pairing}/guides", new NameGuideRequest(name, phone, GuideBackground.Judge))).As<PairingView>();
        return new(town, court, pairing, chen, sun);
    }

    public static async Task<Guid> BodyAsync(OdrCluster cluster, Domain.Network.OrganisationKind kind, string name)
    {
        var body = new Organisation(Guid.CreateVersion7(), null, name, kind, Domain.Network.OrganisationTier.County, Domain.Network.OrganisationField.Administrative, "320706", "0518");
        await cluster.WithDbAsync(db =>
        {
            db.Add(body);
            return db.SaveChangesAsync();
        });
        return body.Id;
    }

    public static async Task<Visitor> PersonAsync(CaseTown town, string name, string phone)
    {
        var person = await town.PersonAsync(name);
        await town.Cluster.WithDbAsync(db => db.Set<Account>().Where(one => one.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.PhoneNumber, phone)));
        return person;
    }

    public static AskGuideRequest Question(Guid pairing, string facts = "甲方在船上做了三个月，乙方没有付工资，双方没有书面合同。") =>
        new(Guid.CreateVersion7(), pairing, "没有书面合同的工资", facts, "工资标准由谁举证？", []);

    public async Task<CaseQuestionView> AskAsync(Guid caseId, AskGuideRequest? request = null) =>
        (await Town.Wang.PostAsync($"api/cases/{caseId}/guidance", request ?? Question(Pairing))).As<CaseGuidanceView>().Questions[0];

    public static async Task<GuideQuestionView[]> ListAsync(Visitor guide) => (await guide.GetAsync("api/guidance")).As<GuideQuestionView[]>();

    public static Task<Answer> ActAsync(Visitor guide, Guid question, string act, object? request = null) => guide.PostAsync($"api/guidance/{question}/{act}", request ?? new { });

    public Task<Guid> ArticleAsync() => Town.Cluster.WithDbAsync(async db =>
    {
        var article = new StatuteArticle("试验法", new(2020, 5, 28), 1, "第一条", "谁主张，谁举证。", DateTimeOffset.UtcNow);
        db.Add(article);
        await db.SaveChangesAsync();
        return article.Id;
    });
}
