using System.Globalization;
using System.Text.RegularExpressions;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

public sealed partial class ReadingALongRoom(OneNode one) : IClassFixture<OneNode>
{
    /// <summary>PostgreSQL holds every room for short when nearly all are.</summary>
    [Theory]
    [InlineData("e.sequence limit", "5", "200", 200)]
    [InlineData("e.sequence desc limit", "100", "100", 100)]
    public async Task Costs_a_page_also_in_an_archive_of_short_ones(string statement, string third, string fourth, int most)
    {
        await using var stage = await RoomStage.OpenAsync(one.Cluster);
        await FillAsync(stage.Id, stage.Room.Applicant);
        var texts = await QueryLog.DuringAsync(async () =>
        {
            Assert.Equal(200, (await stage.Applicant.ReadAsync(stage.Id, 5)).Entries.Count);
            Assert.NotEmpty((await stage.Applicant.EnterAsync(stage.Id)).Entries);
        });
        string[] values = [$"'{stage.Id}'", $"'{stage.Room.Applicant}'", third, fourth];
        var read = texts.First(text => text.Contains(statement, StringComparison.Ordinal)).Split(';')[0];
        for (var at = 0; at < values.Length; at++) read = read.Replace($"${at + 1}", values[at], StringComparison.Ordinal);

        var plan = await QueryPlan.OfAsync(TestStores.Owner(one.Cluster.Database), "explain (analyze, costs off, timing off)", read);

        var touched = Touched().Matches(plan).Sum(node => int.Parse(node.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        Assert.True(touched is > 0 && touched <= most, plan);
    }

    /// <summary>His first page lies beyond many that are not his.</summary>
    [Fact]
    public async Task Begins_where_somebody_came_in_later()
    {
        await using var stage = await RoomStage.OpenAsync(one.Cluster);
        await FillAsync(stage.Id, stage.Room.Applicant);
        await one.Cluster.AsOwnerAsync($"update room_members set from_sequence = 2900 where room_id = '{stage.Id}' and person_id = '{stage.Room.Applicant}'");

        var page = await stage.Applicant.ReadAsync(stage.Id, 0, 50);
        Assert.Equal(Enumerable.Range(2900, 50).Select(n => (long)n), page.Entries.Select(entry => entry.Sequence));
        var rest = await stage.Applicant.ReadAsync(stage.Id, 2949);
        Assert.Equal(page.Entries[^1].Sequence + 1, rest.Entries[0].Sequence);
        foreach (var after in new[] { rest.Entries[^1].Sequence, long.MaxValue - 1, long.MaxValue }) Assert.Empty((await stage.Applicant.ReadAsync(stage.Id, after)).Entries);
        Assert.Equal(2900, (await stage.Applicant.ReadAsync(stage.Id, long.MinValue, 1)).Entries.Single().Sequence);
        Assert.Equal(rest.Entries[^1].Sequence, (await stage.Applicant.EnterAsync(stage.Id)).Entries[^1].Sequence);
    }

    /// <summary>Three thousand entries more in this room, fifty in each of four hundred others.</summary>
    private async Task FillAsync(Guid room, Guid reader)
    {
        const string Into = "insert into room_entries (room_id, sequence, kind, author_id, author_name, author_role, sent_at, client_message_id, reply_to, audience, body, salt, commitment, previous_hash, entry_hash) ";
        const string Rest = "'Message', null, '', 'Applicant', now(), gen_random_uuid(), null, array['{0}'::uuid], convert_to('{{\"text\":\"一句话\",\"type\":\"text\"}}', 'UTF8'), h, h, h, h";
        var rest = string.Format(CultureInfo.InvariantCulture, Rest, reader);
        await one.Cluster.AsOwnerAsync(Into + $"select '{room}', head + s, {rest} from room_heads, generate_series(1, 3000) s, (select decode(repeat('ab', 32), 'hex') as h) k where room_id = '{room}'");
        await one.Cluster.AsOwnerAsync($"update room_heads set head = head + 3000 where room_id = '{room}'");
        await one.Cluster.AsOwnerAsync(Into + $"select r, s, {rest} from (select gen_random_uuid() as r from generate_series(1, 400)) rooms, generate_series(1, 50) s, (select decode(repeat('ab', 32), 'hex') as h) k");
        await one.Cluster.AsOwnerAsync("vacuum analyze room_entries");
    }

    /// <summary>Rows that come out of the table, whatever becomes of them.</summary>
    [GeneratedRegex(@"Scan (?:using \w+ )?on room_entries e[^\n]*actual rows=(\d+)")]
    private static partial Regex Touched();
}
