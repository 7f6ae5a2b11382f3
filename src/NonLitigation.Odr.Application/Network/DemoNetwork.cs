using System.Security.Cryptography;
using System.Text;
using NonLitigation.Odr.Domain.Network;

namespace NonLitigation.Odr.Application.Network;

/// <summary>The demo's organisations and people; all names are made up.</summary>
public static class DemoNetwork
{
    public const string Password = "Odr-demo-2026!";

    /// <summary>The same id for the same name, so that seeding again finds what is there.</summary>
    public static Guid IdOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes("odr-demo/" + name)).AsSpan(0, 16));

    /// <param name="User">Login; null for a mediator who is only in the directory.</param>
    public sealed record DemoMediator(string Name, string? User, string? Phone, string Organisation, MediatorPool Pool, int Grade, string Introduction, params DisputeKind[] Skills);

    public sealed record DemoOperator(string Name, string User, string Phone, string Organisation);

    public static readonly IReadOnlyList<(string Name, string Area)> Counties =
        [("海州区", "320706"), ("连云区", "320703"), ("赣榆区", "320707"), ("东海县", "320722"), ("灌云县", "320723"), ("灌南县", "320724")];

    public const string City = "连云港市非诉讼服务中心";
    public const string Union = "市总工会非诉讼服务分中心";
    public const string FreeTradeZone = "自贸区企业非诉讼服务分中心";

    public const string Court = "海州区人民法院法官工作站";
    public const string LawFirm = "港城律师事务所";

    public static IEnumerable<Organisation> Organisations()
    {
        var city = New(null, City, OrganisationKind.Centre, OrganisationTier.City, OrganisationField.Administrative, "320700", "0518-12348001").WithSeal();
        yield return city;
        yield return New(city, Union, OrganisationKind.SubCentre, OrganisationTier.City, OrganisationField.Social, "320700", "0518-12351").WithSeal().Takes(DisputeKind.LabourWages, DisputeKind.LabourOther);
        yield return New(city, FreeTradeZone, OrganisationKind.SubCentre, OrganisationTier.City, OrganisationField.Professional, "320703", "0518-12348003").WithSeal().Takes(DisputeKind.Commercial, DisputeKind.Contract);
        yield return New(city, "市妇联非诉讼服务分中心", OrganisationKind.SubCentre, OrganisationTier.City, OrganisationField.Social, "320700", "0518-12338").WithSeal().Takes(DisputeKind.Family);
        yield return New(city, "市消费者协会非诉讼服务分中心", OrganisationKind.SubCentre, OrganisationTier.City, OrganisationField.Social, "320700", "0518-12315").WithSeal().Takes(DisputeKind.ConsumerPurchase);
        yield return New(city, "海事海商非诉讼服务分中心", OrganisationKind.SubCentre, OrganisationTier.City, OrganisationField.Professional, "320703", "0518-12348006").WithSeal().Takes(DisputeKind.Maritime);
        yield return New(city, "医疗纠纷人民调解委员会", OrganisationKind.MediationCommittee, OrganisationTier.City, OrganisationField.Professional, "320700", "0518-12348007").WithSeal().Takes(DisputeKind.Medical);
        yield return New(city, "道路交通事故人民调解委员会", OrganisationKind.MediationCommittee, OrganisationTier.City, OrganisationField.Professional, "320700", "0518-12348008").WithSeal().Takes(DisputeKind.Traffic, DisputeKind.Tort);
        yield return New(city, "行政争议调解中心", OrganisationKind.SubCentre, OrganisationTier.City, OrganisationField.Administrative, "320700", "0518-12348009").WithSeal().Takes(DisputeKind.Administrative);
        // They give guidance and take no cases.
        yield return New(city, Court, OrganisationKind.Court, OrganisationTier.County, OrganisationField.Administrative, "320706", "0518-12348011");
        yield return New(city, "连云区公安分局港口派出所", OrganisationKind.PoliceStation, OrganisationTier.County, OrganisationField.Administrative, "320703", "0518-12348012");
        yield return New(city, "海州区司法局城东司法所", OrganisationKind.JusticeOffice, OrganisationTier.Town, OrganisationField.Administrative, "320706", "0518-12348013");
        yield return New(city, LawFirm, OrganisationKind.LawFirm, OrganisationTier.City, OrganisationField.Professional, "320700", "0518-12348014");
        foreach (var (county, area) in Counties)
        {
            var centre = New(city, county + "非诉讼服务中心", OrganisationKind.Centre, OrganisationTier.County, OrganisationField.Administrative, area, "0518-1234802").WithSeal()
                .Takes(DisputeKind.Neighbour, DisputeKind.Property, DisputeKind.Loan);
            yield return centre;
            foreach (var town in new[] { "城东街道", "滨河镇" })
            {
                var office = New(centre, county + town + "非诉讼服务中心", OrganisationKind.Centre, OrganisationTier.Town, OrganisationField.Administrative, area, "0518-1234803").WithSeal();
                yield return office;
                yield return New(office, county + town + "向阳村非诉讼服务站", OrganisationKind.Station, OrganisationTier.Village, OrganisationField.Elders, area, "0518-1234804");
            }

            yield return New(centre, county + "邻里和调解工作室", OrganisationKind.Studio, OrganisationTier.County, OrganisationField.Elders, area, "0518-1234805");
        }
    }

    public static IEnumerable<DemoMediator> Mediators()
    {
        yield return new("王和", "wang.mediator", "13900000011", Union, MediatorPool.Special, 1, "工会劳动争议调解员，从事劳动报酬和工伤争议调解十五年。", DisputeKind.LabourWages, DisputeKind.LabourOther);
        yield return new("李敏", "li.mediator", "13900000012", FreeTradeZone, MediatorPool.Expert, 1, "商事调解员，熟悉买卖合同与港口物流纠纷。", DisputeKind.Commercial, DisputeKind.Contract, DisputeKind.Maritime);
        yield return new("孙管家", "sun.butler", "13900000021", FreeTradeZone, MediatorPool.Special, 2, "自贸区企业管家团队负责人，兼任商事调解员。", DisputeKind.Commercial);
        yield return new("赵清", "zhao.mediator", "13900000013", City, MediatorPool.General, 2, "市中心专职调解员，全科。", Enum.GetValues<DisputeKind>());
        string[] surnames = ["张", "刘", "陈", "杨", "黄", "周", "吴", "徐", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁", "宋"];
        string[] given = ["明远", "淑芬"];
        var places = Organisations().Where(one => one.Tier is OrganisationTier.County or OrganisationTier.City && one.Name != Union && one.Name != FreeTradeZone && !Pairing.Guides(one.Kind)).ToList();
        for (var i = 0; i < surnames.Length * given.Length; i++)
        {
            var place = places[i % places.Count];
            DisputeKind[] skills = place.DutyList.Count > 0 ? [.. place.DutyList] : [DisputeKind.Neighbour, DisputeKind.Contract, DisputeKind.Other];
            yield return new(surnames[i % surnames.Length] + given[i / surnames.Length], $"demo.mediator{i + 1:00}", null, place.Name, (MediatorPool)(i % 3), 1 + (i % 4), "专职人民调解员。", skills);
        }
    }

    public static readonly IReadOnlyList<DemoOperator> Operators =
    [
        new("工会值班员", "union.operator", "13900000031", Union), new("自贸区值班员", "ftz.operator", "13900000032", FreeTradeZone), new("市中心值班员", "city.operator", "13900000033", City),
    ];

    /// <summary>Butlers who do not mediate.</summary>
    public static readonly IReadOnlyList<DemoOperator> Butlers = [new("钱管家", "qian.butler", "13900000022", FreeTradeZone)];

    public sealed record DemoGuide(string Name, string User, string Phone, string Organisation, GuideBackground Background);

    public static readonly IReadOnlyList<DemoGuide> Guides =
    [
        new("陈法官", "chen.judge", "13900000041", Court, GuideBackground.Judge), new("苏律师", "su.lawyer", "13900000042", LawFirm, GuideBackground.Lawyer),
    ];

    /// <summary>Whose mediators ask whom.</summary>
    public static readonly IReadOnlyList<(string Organisation, string Partner)> Pairings = [(Union, Court), (FreeTradeZone, Court), (FreeTradeZone, LawFirm), (City, Court)];

    private static Organisation New(Organisation? parent, string name, OrganisationKind kind, OrganisationTier tier, OrganisationField field, string area, string phone) =>
        new(IdOf(name), parent, name, kind, tier, field, area, phone);
}
