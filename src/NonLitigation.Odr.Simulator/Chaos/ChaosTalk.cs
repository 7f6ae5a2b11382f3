using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Contracts.Network;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Simulator.People;
using NonLitigation.Odr.Simulator.Shared;

namespace NonLitigation.Odr.Simulator.Chaos;

/// <summary>
/// Rooms full of people who talk until the file <c>stop</c> lies in the output folder, while whoever runs this breaks the service. Judges nothing:
/// everybody's notebook is left in the folder for <see cref="ChaosCheck"/>.
/// </summary>
internal sealed class ChaosTalk(DemoOptions options, Journal journal)
{
    public async Task Play()
    {
        await using var mediator = new DemoPerson("王和", "13900000011", 1, options, journal);
        await mediator.SignIn("wang.mediator", "Odr-demo-2026!");
        var me = await mediator.Http.Get<MeView>("/api/accounts/me");
        var listed = (await mediator.Http.Get<IReadOnlyList<MediatorView>>($"/api/mediators?organisationId={me.OrganisationId}&take=200")).Single(one => one.Id == me.MediatorId);
        List<ChaosRoom> rooms = [.. Enumerable.Range(0, options.Rooms).Select(number => new ChaosRoom(options, journal, mediator, listed.Id, listed.OrganisationId, number))];
        foreach (var room in rooms) await room.OpenAsync();

        var folder = options.Out.CreateSubdirectory("people");
        List<Talker> talkers = [];
        List<Task> talking = [];
        using var over = new CancellationTokenSource();
        void Seat(DemoPerson person, Guid room, params Guid[] mine)
        {
            talkers.Add(new(person, room, mine.ToHashSet(), mine.Length > 2 ? folder.CreateSubdirectory(room.ToString("N")) : folder, options.Seed + talkers.Count));
            talking.Add(talkers[^1].TalkAsync(options.Rate, over.Token));
        }
        Guid[] all = [.. rooms.SelectMany(room => new[] { room.Joint, room.Caucus })];
        foreach (var room in rooms)
        {
            foreach (var party in room.Parties) Seat(party, room.Joint, party == room.Parties[1] ? [room.Joint, room.Caucus] : [room.Joint]);
            Seat(mediator, room.Joint, all);
        }
        journal.Fault($"CHAOS-READY: {talkers.Count} people talk in {rooms.Count} rooms");
        var whispering = WhisperAsync(mediator, rooms, over.Token);
        while (!File.Exists(Path.Combine(options.Out.FullName, "stop"))) await Task.Delay(200);

        journal.Fault("the breaking is over; one of each room is put out of it, the others go on for a while");
        foreach (var room in rooms) talkers.Single(talker => talker.Person == room.Parties[2]).Removed(await room.RemoveAsync(room.Parties[2]));
        await Task.Delay(TimeSpan.FromSeconds(5));
        await over.CancelAsync();
        await Task.WhenAll([.. talking, whispering]);
        await SettleAsync(rooms, mediator);
        foreach (var talker in talkers) talker.Dispose();
        foreach (var party in rooms.SelectMany(room => room.Parties)) await party.DisposeAsync();
    }

    /// <summary>Typing and words in every caucus, all the time: nothing of it may reach anybody else.</summary>
    private static async Task WhisperAsync(DemoPerson mediator, List<ChaosRoom> rooms, CancellationToken over)
    {
        for (var n = 0; !over.IsCancellationRequested; n++)
        {
            var room = rooms[n % rooms.Count];
            await mediator.Rooms.Act(nameof(IRoomHub.SetTyping), new SetTypingRequest(room.Caucus, true));
            await room.Parties[1].Rooms.Say(room.Caucus, $"{Talker.Canary} 私下 {n}");
            await Task.Delay(500, CancellationToken.None);
        }
    }

    /// <summary>A page that has what the service says is the head has all there is.</summary>
    private async Task SettleAsync(List<ChaosRoom> rooms, DemoPerson mediator)
    {
        for (var until = DateTime.UtcNow.AddSeconds(90); DateTime.UtcNow < until; await Task.Delay(200))
        {
            var behind = 0;
            foreach (var room in rooms)
            {
                var head = (await mediator.Http.Get<RoomSnapshot>($"/api/rooms/{room.Joint}")).Head;
                behind += room.Parties.Take(2).Append(mediator).Count(person => person.Rooms.Room(room.Joint).Last < head);
            }
            if (behind == 0) return;
        }
        journal.Fault("90 s after the end somebody still lacks entries");
    }
}
