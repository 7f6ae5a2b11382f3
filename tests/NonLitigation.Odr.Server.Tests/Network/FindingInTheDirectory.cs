using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Network;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Shared;
using Npgsql;
using Places = NonLitigation.Odr.Domain.Network;

namespace NonLitigation.Odr.Server.Tests.Network;

/// <summary>The city's real size: 1,903 organisations, 5,200 mediators. Every query of the directory goes by an index and gives a page.</summary>
public sealed class FindingInTheDirectory(FindingInTheDirectory.City city) : IClassFixture<FindingInTheDirectory.City>
{
    public sealed class City : IAsyncLifetime
    {
        private const string Surnames = "王李张刘陈杨黄周吴徐胡朱高林何郭马罗梁宋", Given = "和平清明远淑芬建国海生永顺春华秋实志强晓燕";

        public OdrCluster Cluster { get; private set; } = null!;
        public Guid Town { get; private set; }
        public HttpClient Http { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Cluster = await OdrCluster.StartAsync();
            Http = new() { BaseAddress = Cluster.Addresses[0] };
            await Cluster.WithDbAsync(async db =>
            {
                var organisations = new List<Places.Organisation> { New(null, "市非诉服务中心", Places.OrganisationTier.City, 0) };
                for (var at = 1; organisations.Count < 1_903; at++)
                {
                    var parent = organisations[(at - 1) / 9];
                    organisations.Add(New(parent, $"{Surnames[at % 20]}{Given[at % Given.Length]}{(at % 2 == 0 ? "街道" : "镇")}第{at}非诉服务站", Places.OrganisationTier.Town, at));
                }
                Town = organisations[10].Id;
                db.AddRange(organisations);
                await db.SaveChangesAsync();
                await db.Database.ExecuteSqlAsync($"""
                    insert into "AspNetUsers" (id, display_name, created_at, user_name, normalized_user_name, email_confirmed, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count)
                    select gen_random_uuid(), 'm' || n, now(), 'm' || n, 'M' || n, false, false, false, true, 0 from generate_series(1, 5200) n
                    """);
                var people = await db.Users.OrderBy(one => one.Id).Select(one => one.Id).ToListAsync();
                db.AddRange(people.Select((person, at) => new Places.Mediator(Guid.CreateVersion7(), person, organisations[at * 7 % 1_903].Id, $"{Surnames[at % 20]}{Given[at / 20 % Given.Length]}{Given[at / 400 % Given.Length]}",
                    (Places.MediatorPool)(at % 3), 1 + at % 4, 5, "专职人民调解员。", [(Places.DisputeKind)(at % 15), (Places.DisputeKind)(at * 3 % 15)])));
                await db.SaveChangesAsync();
                await db.Set<Places.Mediator>().Where(one => one.Grade == 2).ExecuteUpdateAsync(set => set.SetProperty(one => one.OpenCases, 5));
                return true;
            });
            await using var owner = new NpgsqlConnection(TestStores.Owner(Cluster.Database).ConnectionString);
            await owner.OpenAsync();
            await using var analyze = new NpgsqlCommand("vacuum analyze", owner);
            await analyze.ExecuteNonQueryAsync();
        }

        public async ValueTask DisposeAsync()
        {
            Http.Dispose();
            await Cluster.DisposeAsync();
        }

        private static Places.Organisation New(Places.Organisation? parent, string name, Places.OrganisationTier tier, int at) =>
            new Places.Organisation(Guid.CreateVersion7(), parent, name, (Places.OrganisationKind)(at % 9), tier, Places.OrganisationField.Social, "320700", "0518").Takes(at % 40 == 1 ? [(Places.DisputeKind)(at % 15)] : []);
    }

    [Theory]
    [InlineData("api/organisations", "ix_organisations_path")]
    [InlineData("api/organisations?parentId=TOWN", "ix_organisations_parent_id")]
    [InlineData("api/organisations?search=第1024非诉", "ix_organisations_name_letters")]
    [InlineData("api/organisations/TOWN", "pk_organisations")]
    [InlineData("api/mediators", "ix_mediators_published")]
    [InlineData("api/mediators?take=200&skip=400", "ix_mediators_published")]
    [InlineData("api/mediators?organisationId=TOWN", "ix_mediators_organisation_id")]
    [InlineData("api/mediators?search=王和远", "ix_mediators_name_letters")]
    [InlineData("api/mediators?disputeKind=Maritime", "ix_mediators")]
    public async Task Goes_by_an_index_and_gives_a_page(string path, string index)
    {
        var where = path.Replace("TOWN", city.Town.ToString(), StringComparison.Ordinal);
        var before = await UsedAsync(index);
        var statement = Assert.Single(await QueryLog.GetAsync(city.Http, where));
        Assert.Contains("LIMIT", statement, StringComparison.OrdinalIgnoreCase);
        // The record counts the use of its indexes and tells it about a second later.
        for (var end = DateTime.UtcNow.AddSeconds(10); await UsedAsync(index) == before; await Task.Delay(250))
        {
            Assert.True(DateTime.UtcNow < end, $"{index} was not used for {path}");
            await QueryLog.GetAsync(city.Http, where);
        }
    }

    [Fact]
    public async Task Finds_by_any_part_of_a_name_whatever_is_typed()
    {
        var some = (await ListAsync<MediatorView>("api/mediators?take=1"))[0];
        Assert.Contains(await ListAsync<MediatorView>($"api/mediators?search={Uri.EscapeDataString(some.Name[1..])}&take=200"), one => one.Name == some.Name);
        Assert.Equal("市非诉服务中心", (await ListAsync<OrganisationView>("api/organisations?search=市非诉"))[0].Name);
        foreach (var odd in new[] { "%", "_", "\\", "'", "\"; drop table mediators; --", "𠮷", "诉非", new string('长', 500), "{}", "%00" })
            Assert.Empty(odd is "%00" ? [] : await ListAsync<MediatorView>($"api/mediators?search={Uri.EscapeDataString(odd)}"));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await city.Http.GetAsync(new Uri("api/mediators?search=a%00b", UriKind.Relative))).StatusCode);
        Assert.Equal(50, (await ListAsync<OrganisationView>("api/organisations?search=%20%20")).Count);
    }

    [Fact]
    public async Task Never_gives_more_than_two_hundred_and_every_one_of_them_once()
    {
        Assert.Equal(200, (await ListAsync<MediatorView>("api/mediators?take=100000")).Count);
        Assert.Single(await ListAsync<MediatorView>("api/mediators?take=-5&skip=-5"));
        var all = new List<MediatorView>();
        for (List<MediatorView> page; (page = await ListAsync<MediatorView>($"api/mediators?take=200&skip={all.Count}")).Count > 0;) all.AddRange(page);
        Assert.Equal((5_200, 5_200), (all.Count, all.Select(one => one.Id).Distinct().Count()));
        // Those with a place left come first.
        Assert.Equal(all.OrderBy(one => one.OpenCases >= one.Capacity).ThenBy(one => one.Grade).Select(one => one.OpenCases >= one.Capacity), all.Select(one => one.OpenCases >= one.Capacity));
        var places = new List<OrganisationView>();
        for (List<OrganisationView> page; (page = await ListAsync<OrganisationView>($"api/organisations?take=200&skip={places.Count}")).Count > 0;) places.AddRange(page);
        Assert.Equal(1_903, places.Select(one => one.Id).Distinct().Count());
    }

    [Fact]
    public async Task Reads_a_boards_subtree_by_its_prefix_and_a_duty_list_by_its_kinds()
    {
        await city.Cluster.WithDbAsync(async db =>
        {
            var path = (await db.Set<Places.Organisation>().SingleAsync(one => one.Id == city.Town)).Path;
            var below = db.Set<Places.Organisation>().Where(one => one.Path.StartsWith(path)).Select(one => one.Id);
            Assert.InRange((await below.ToListAsync()).Count, 2, 200);
            Assert.Contains("ix_organisations_path", await ExplainAsync(below.ToQueryString().Split("\n\n")[^1].Replace("@path_startswith", $"'{path}%'", StringComparison.Ordinal)), StringComparison.Ordinal);
            var kind = Places.DisputeKind.Maritime;
            var duties = db.Set<Places.Organisation>().Where(one => one.DutyList.Contains(kind)).Select(one => one.Id);
            Assert.Contains("ix_organisations_duty_list", await ExplainAsync(duties.ToQueryString().Split("\n\n")[^1].Replace("@kind", "'Maritime'", StringComparison.Ordinal)), StringComparison.Ordinal);
            return true;
        });
    }

    private Task<string> ExplainAsync(string sql) => QueryPlan.OfAsync(TestStores.Service(city.Cluster.Database), "explain", sql);

    /// <summary>How often an index (or those whose names begin so) was used so far.</summary>
    private async Task<long> UsedAsync(string index)
    {
        await using var connection = new NpgsqlConnection(TestStores.Owner(city.Cluster.Database).ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select coalesce(sum(idx_scan), 0) from pg_stat_user_indexes where indexrelname like $1 || '%'", connection) { Parameters = { new() { Value = index } } };
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private async Task<List<T>> ListAsync<T>(string path)
    {
        using var answer = await city.Http.GetAsync(new Uri(path, UriKind.Relative));
        return new Answer((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()).As<List<T>>();
    }
}
