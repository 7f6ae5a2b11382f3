using System.Globalization;
using System.Text.RegularExpressions;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

public sealed partial class CountingTheUnread(OneNode one) : IClassFixture<OneNode>
{
    /// <summary>A mediator's list counts in each of his rooms; an archive of years lies in the same table.</summary>
    [Fact]
    public async Task Of_a_list_of_rooms_touches_none_of_the_entries()
    {
        await using var stage = await RoomStage.OpenAsync(one.Cluster);
        for (var at = 0; at < 40; at++) await stage.Respondent.PostAsync(stage.Id, $"第 {at} 句");
        var list = Assert.Single(await QueryLog.GetAsync(stage.Applicant.Http, "api/rooms"), text => text.Contains("as unread", StringComparison.Ordinal));

        var (plan, fetched) = ("", 1);
        for (var end = DateTime.UtcNow.AddSeconds(20); fetched > 0 && DateTime.UtcNow < end; await Task.Delay(200))
        {
            // What a statement that runs just now might still have to leave out is fetched; the next vacuum finds it visible to all.
            plan = await PlanAsync(list.Replace("$1", $"'{stage.Room.Applicant}'", StringComparison.Ordinal));
            fetched = int.Parse(Assert.Single(Fetched().Matches(plan)).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        }
        Assert.Equal(0, fetched);
        Assert.Matches(@"Index Only Scan using pk_room_entries on room_entries e .*rows=[1-9]\d+ ", plan);
        Assert.DoesNotMatch("(Seq|Index|Bitmap Heap) Scan (using [a-z_]+ )?on room_entries", plan);
    }

    /// <summary>As PostgreSQL plans it when the table is too large to be read through.</summary>
    private Task<string> PlanAsync(string sql) => QueryPlan.OfAsync(
        TestStores.Owner(one.Cluster.Database), "explain (analyze, costs off, timing off)", sql, "vacuum analyze room_entries", "set enable_seqscan = off; set enable_bitmapscan = off");

    [GeneratedRegex(@"room_entries e[^\n]*\n(?:[^\n]*\n){0,3}?\s*Heap Fetches: (\d+)")]
    private static partial Regex Fetched();
}
