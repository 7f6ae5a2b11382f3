using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using NonLitigation.Odr.Benchmarks.Hosts;
using NonLitigation.Odr.Contracts.Rooms;
using Npgsql;

namespace NonLitigation.Odr.Benchmarks.Engine;

/// <summary>What a message costs does not depend on how many other rooms there are, nor on how much has been said before.</summary>
internal static class Scale
{
    private const int PerSecond = 600;

    public static async Task RoomsAsync(Plan plan, People people, Figures figures)
    {
        var few = await CostAsync(plan, people, plan.Rooms);
        var many = await CostAsync(plan, people, plan.ManyRooms);
        figures.Add($"{PerSecond} messages/s in {plan.ManyRooms} rooms against {plan.Rooms}: processor time a message, node", many.Message.Nodes, "µs", few.Message.Nodes);
        figures.Add($"{PerSecond} messages/s in {plan.ManyRooms} rooms against {plan.Rooms}: processor time a message, PostgreSQL", many.Message.Postgres, "µs", few.Message.Postgres);
        figures.Add($"{PerSecond} messages/s in {plan.ManyRooms} rooms against {plan.Rooms}: p50", many.Median, "ms", few.Median);
        foreach (var (rooms, cost) in new[] { (plan.Rooms, few), (plan.ManyRooms, many) })
        {
            figures.Add($"{rooms * 3} members in {rooms} rooms, nobody speaks: processor time of a member each second, node", cost.Silent.Nodes / (rooms * 3), "µs/s");
            figures.Add($"{rooms * 3} members in {rooms} rooms, nobody speaks: processor time of a room each second, PostgreSQL", cost.Silent.Postgres / rooms, "µs/s");
        }
        figures.Add($"members connected to one node: memory of all of it, {plan.ManyRooms * 3} members", many.Memory / 1024.0 / 1024, "MiB");
    }

    /// <summary>Fills the table with rooms like the real ones and asks the same again, and for pages of an old room.</summary>
    public static async Task ArchiveAsync(Plan plan, People people, Figures figures)
    {
        await using var contender = await Contender.StartAsync("product", 1);
        await EngineBenchmark.SeatAsync(people, contender, 64, members: 3);
        await Loads.ClosedAsync(contender, plan.WarmUp);
        var empty = await LoadedAsync(plan, contender);
        var made = Stopwatch.StartNew();
        await FillAsync(plan.Archive);
        figures.Add($"archive: making {plan.Archive} entries", made.Elapsed.TotalSeconds, "s");
        var full = await LoadedAsync(plan, contender);
        figures.Add($"archive of {plan.Archive} entries against an empty one: messages", full.Rate, "messages/s", empty.Rate);
        figures.Add($"archive of {plan.Archive} entries against an empty one: processor time a message, PostgreSQL", full.Postgres, "µs", empty.Postgres);
        figures.Add($"archive of {plan.Archive} entries against an empty one: a page of 200 entries, median", full.Page, "ms", empty.Page);
        figures.Add($"archive of {plan.Archive} entries against an empty one: entering a room, median", full.Enter, "ms", empty.Enter);
    }

    /// <summary>What a message costs beyond what the lines cost by being open: signs of life and heartbeats go on while people speak.</summary>
    private static async Task<Cost> CostAsync(Plan plan, People people, int rooms)
    {
        await using var contender = await Contender.StartAsync("product", 1);
        await EngineBenchmark.SeatAsync(people, contender, rooms, members: 3);
        await Loads.OpenAsync(contender, plan.OpenLoop, PerSecond);
        List<Spent> silent = [], spoken = [];
        List<double> medians = [];
        for (var round = 0; round < plan.Rounds; round++)
        {
            var (before, start) = (Spent.By(contender), Stopwatch.GetTimestamp());
            await Task.Delay(plan.OpenLoop);
            var second = Spent.By(contender).Since(before, 1).Over(Stopwatch.GetElapsedTime(start).TotalSeconds);
            silent.Add(second);
            (before, start) = (Spent.By(contender), Stopwatch.GetTimestamp());
            medians.Add(Figures.Percentile(await Loads.OpenAsync(contender, plan.OpenLoop, PerSecond), 0.5));
            var (all, seconds, messages) = (Spent.By(contender).Since(before, 1), Stopwatch.GetElapsedTime(start).TotalSeconds, contender.Flights.Done.Count);
            spoken.Add(new((all.Nodes - second.Nodes * seconds) / messages, (all.Postgres - second.Postgres * seconds) / messages, all.Redis / messages, all.People / messages));
        }
        return new(Middle(spoken), Middle(silent), Figures.Median(medians), await contender.MemoryAsync());
    }

    private static Spent Middle(List<Spent> rounds) =>
        new(Figures.Median(rounds.Select(s => s.Nodes)), Figures.Median(rounds.Select(s => s.Postgres)), Figures.Median(rounds.Select(s => s.Redis)), Figures.Median(rounds.Select(s => s.People)));

    /// <param name="Message">µs of processor time.</param>
    /// <param name="Silent">µs of processor time each second while nobody speaks.</param>
    /// <param name="Median">ms until all members have a message.</param>
    private sealed record Cost(Spent Message, Spent Silent, double Median, long Memory);

    private static async Task<(double Rate, double Postgres, double Page, double Enter)> LoadedAsync(Plan plan, Contender contender)
    {
        List<double> rates = [], postgres = [], pages = [], enters = [];
        for (var round = 0; round < plan.Rounds; round++)
        {
            var before = Spent.By(contender);
            rates.Add(await Loads.ClosedAsync(contender, plan.ClosedLoop));
            postgres.Add(Spent.By(contender).Since(before, Math.Max(1, contender.Flights.Done.Count)).Postgres);
        }
        for (var i = 0; i < 200; i++)
        {
            var room = i % contender.Rooms.Count;
            var line = contender.Rooms[room][1];
            pages.Add(await TimeAsync(() => line.AskAsync(nameof(IRoomHub.ReadEntries), new ReadEntriesRequest(contender.RoomIds[room], 100, 200))));
            enters.Add(await TimeAsync(() => line.AskAsync(nameof(IRoomHub.EnterRoom), new EnterRoomRequest(contender.RoomIds[room], null))));
        }
        return (Figures.Median(rates), Figures.Median(postgres), Figures.Median(pages), Figures.Median(enters));
    }

    private static async Task<double> TimeAsync(Func<Task> ask)
    {
        var start = Stopwatch.GetTimestamp();
        await ask();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>Rooms of fifty entries and three people; ids in the order of time, as the service makes them.</summary>
    private static async Task FillAsync(int entries)
    {
        await using var source = NpgsqlDataSource.Create(Stores.Postgres("odr_owner") + ";Command Timeout=3600");
        const int Rooms = 20_000;
        for (var made = 0; made < entries; made += Rooms * 50)
        {
            await using var command = source.CreateCommand(string.Create(CultureInfo.InvariantCulture, $"""
                insert into room_entries (room_id, sequence, kind, author_id, author_name, author_role, sent_at, client_message_id, reply_to, audience, body, salt, commitment, previous_hash, entry_hash)
                select r.id, s, 'Message', r.author, '李海生', 'Applicant', now(), (lpad(to_hex({made}::bigint + r.n * 50 + s), 8, '0') || '-0000-7000-8000-' || substr(md5(r.n::text || s::text), 1, 12))::uuid, null,
                    array[r.author, r.second, r.third], convert_to('{"{"}"text":"我三月份的工资一直没有发，船东说要等卖了鱼才有钱，我想知道什么时候能给。","type":"text"{"}"}', 'UTF8'), h, h, h, h
                from (select n, (lpad(to_hex({made} / 50 + n), 8, '0') || '-1111-7000-8000-' || substr(md5(n::text), 1, 12))::uuid as id, gen_random_uuid() as author, gen_random_uuid() as second, gen_random_uuid() as third,
                    decode(repeat('ab', 32), 'hex') as h from generate_series(1, {Math.Min(Rooms, (entries - made) / 50)}) n) r, generate_series(1, 50) s
                """));
            await command.ExecuteNonQueryAsync();
        }
        await using var settle = source.CreateCommand("vacuum analyze room_entries");
        await settle.ExecuteNonQueryAsync();
    }
}
