using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Domain.Tests.Settlements;

public sealed class ChoosingACourt
{
    [Fact]
    public void Lists_the_organisations_court_and_each_partys_with_the_reason()
    {
        var choice = CourtChoice.Of([("李海生", "安徽省阜阳市"), ("周永顺", "连云港市连云区"), ("吴建国", "盐城市响水县"), ("钱进", "连云区墟沟街道")], "市总工会非诉讼服务分中心", "320700");
        Assert.Equal(["连云港市海州区人民法院", "连云港市连云区人民法院", "响水县人民法院"], choice.Candidates.Select(one => one.Court.Name));
        Assert.Equal([new(CourtGround.OrganisationPlace, "市总工会非诉讼服务分中心")], choice.Candidates[0].Reasons);
        Assert.Equal([new(CourtGround.Domicile, "周永顺"), new(CourtGround.Domicile, "钱进")], choice.Candidates[1].Reasons);
        Assert.Equal([true, true, false], choice.Candidates.Select(one => one.Court.Listed));
        Assert.Equal(["李海生"], choice.Unclear);
        Assert.Equal("响水县人民法院", choice.Find("响水县人民法院")!.Name);
        Assert.Null(choice.Find("320724"));
    }

    [Theory]
    [InlineData("江苏省盐城市亭湖区", "盐城市亭湖区人民法院")]
    [InlineData("江苏省苏州市虎丘区", "苏州市虎丘区人民法院")]
    [InlineData("苏州市昆山市", "昆山市人民法院")]
    [InlineData("响水县", "响水县人民法院")]
    [InlineData("江苏省连云港市东海县", "东海县人民法院")]
    [InlineData("安徽省阜阳市", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Reads_the_county_or_district_out_of_an_address(string? place, string? court) => Assert.Equal(court, BasicCourts.OfPlace(place)?.Name);

    [Fact]
    public void Knows_the_citys_own_courts_by_area() =>
        Assert.Equal(["连云港市连云区人民法院", "东海县人民法院", null], new[] { "320703", "320722", "110000" }.Select(area => BasicCourts.OfArea(area)?.Name));
}
