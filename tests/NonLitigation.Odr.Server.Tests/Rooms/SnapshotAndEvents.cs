using CsCheck;
using NonLitigation.Odr.Contracts.Rooms;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>A page that was given a snapshot and then only events is where a page is that asks afresh.</summary>
public abstract class SnapshotAndEvents(RoomCluster cluster)
{
    private enum Act { Mediator, Applicant, Respondent, Open, Adjourn, Remove, RespondentLeaves, RespondentEnters, MediatorLeaves, MediatorEnters, Read, Admit, Reenter }

    [Fact]
    public async Task Give_what_a_fresh_snapshot_gives_after_any_acts()
    {
        var act = Gen.Frequency((6, Gen.Enum<Act>().Where(a => a is Act.Mediator or Act.Applicant or Act.Respondent)), (5, Gen.Enum<Act>().Where(a => a != Act.Remove)), (1, Gen.Const(Act.Remove)));
        await act.Array[5, 25].SampleAsync(RunAsync, iter: 12, threads: 1);
    }

    private async Task RunAsync(Act[] acts)
    {
        await using var stage = await RoomStage.ConnectedAsync(cluster.Cluster);
        var observers = new[] { stage.Mediator, stage.Applicant, stage.Respondent };
        var models = new Dictionary<TestPage, PageModel>();
        foreach (var page in observers) models[page] = new PageModel(page, await page.EnterAsync(stage.Id));
        await stage.Mediator.AdmitAsync(stage.Id, stage.Room.Applicant);
        foreach (var act in acts) await TryAsync(() => DoAsync(stage, act));
        bool HasLeft(TestPage page) => page == stage.Mediator ? LastOf(Act.MediatorLeaves, Act.MediatorEnters) : page == stage.Respondent && LastOf(Act.RespondentLeaves, Act.RespondentEnters);
        bool LastOf(Act leave, Act enter) => acts.LastOrDefault(a => a == leave || a == enter) == leave && acts.Contains(leave);
        foreach (var (page, model) in models)
        {
            if (page == stage.Respondent && acts.Contains(Act.Remove))
            {
                Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => page.EnterAsync(stage.Id)));
                // Unless the page had gone by itself, or asked again in the meantime and was told so.
                if (!HasLeft(page) && !acts.SkipWhile(a => a != Act.Remove).Any(a => a is Act.RespondentEnters or Act.RespondentLeaves)) await page.UntilAsync(p => p.Events<Guid>(nameof(IRoomClient.AccessRevoked)).Contains(stage.Id));
                continue;
            }
            // A page that said good-bye hears nothing; it starts from its own next snapshot.
            if (HasLeft(page)) model.Take(await page.EnterAsync(stage.Id));
            await model.SettleAsync(stage.Id);
            var fresh = await page.EnterAsync(stage.Id);
            Assert.Equal(fresh.Room.MyStanding, model.Snapshot.Room.MyStanding);
            Assert.Equal(fresh.Room.State, model.Snapshot.Room.State);
            Assert.Equal(fresh.Members.Select(m => (m.PersonId, m.Standing)), model.Snapshot.Members.Select(m => (m.PersonId, m.Standing)));
            Assert.Equal(fresh.SeenBy, model.Snapshot.SeenBy);
            Assert.Equal((fresh.MayPost, fresh.RefusalCode), (model.Snapshot.MayPost, model.Snapshot.RefusalCode));
            Assert.Equal(fresh.Entries.Select(e => (e.Sequence, e.EntryHash)), model.Entries.Select(e => (e.Sequence, e.EntryHash)));
            Assert.Equal(fresh.Members.Where(m => m.Joined).Select(m => m.PersonId).Order(), model.Joined.Order());
        }
    }

    private static Task DoAsync(RoomStage stage, Act act) => act switch
    {
        Act.Mediator => stage.Mediator.PostAsync(stage.Id, "调解员"),
        Act.Applicant => stage.Applicant.PostAsync(stage.Id, "申请人"),
        Act.Respondent => stage.Respondent.PostAsync(stage.Id, "被申请人"),
        Act.Open => stage.Mediator.OpenSessionAsync(stage.Id),
        Act.Adjourn => stage.Mediator.ActAsync(nameof(IRoomHub.AdjournSession), new AdjournSessionRequest(stage.Id, null, null)),
        Act.Remove => stage.Mediator.ActAsync(nameof(IRoomHub.RemoveFromRoom), new RemoveFromRoomRequest(stage.Id, stage.Room.Respondent, "")),
        Act.Admit => stage.Mediator.AdmitAsync(stage.Id, stage.Room.Respondent),
        Act.RespondentLeaves => stage.Respondent.ActAsync(nameof(IRoomHub.LeaveRoom), new LeaveRoomRequest(stage.Id)),
        Act.RespondentEnters => stage.Respondent.EnterAsync(stage.Id),
        Act.MediatorLeaves => stage.Mediator.ActAsync(nameof(IRoomHub.LeaveRoom), new LeaveRoomRequest(stage.Id)),
        Act.MediatorEnters => stage.Mediator.EnterAsync(stage.Id),
        Act.Read => stage.Applicant.ActAsync(nameof(IRoomHub.MarkRead), new MarkReadRequest(stage.Id, 3)),
        _ => stage.Applicant.EnterAsync(stage.Id),
    };

    private static async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Microsoft.AspNetCore.SignalR.HubException refused)
        {
            Assert.Contains("\"code\"", refused.Message, StringComparison.Ordinal); // a refusal is an answer; the rest is a fault
            Assert.DoesNotContain("shared.fault", refused.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>What a browser does: applies events, drops what it knows, asks for what is missing, enters again when told to.</summary>
    private sealed class PageModel(TestPage page, RoomSnapshot first)
    {
        private readonly SortedDictionary<long, EntryView> _entries = new(first.Entries.ToDictionary(e => e.Sequence));
        private int _standings;

        public RoomSnapshot Snapshot { get; private set; } = first;

        public IEnumerable<EntryView> Entries => _entries.Values;

        public IEnumerable<Guid> Joined
        {
            get
            {
                var joined = Snapshot.Members.Where(m => m.Joined).Select(m => m.PersonId).ToHashSet();
                foreach (var entry in _entries.Values.Where(e => e.Kind == EntryKind.System && e.Sequence > Snapshot.Head))
                {
                    var type = entry.Body.GetProperty("type").GetString();
                    if (type is "joined" or "admitted") joined.Add(entry.Body.GetProperty("personId").GetGuid());
                    if (type is "left" or "removed") joined.Remove(entry.Body.GetProperty("personId").GetGuid());
                }
                return joined;
            }
        }

        public async Task SettleAsync(Guid room)
        {
            for (var quiet = 0; quiet < 3; await Task.Delay(60))
            {
                var before = (_entries.Count, _standings);
                foreach (var entry in page.Posted) _entries.TryAdd(entry.Sequence, entry);
                var standings = page.Events<Guid>(nameof(IRoomClient.StandingChanged)).Count();
                if (standings > _standings)
                {
                    _standings = standings;
                    Take(await page.AskAsync<RoomSnapshot>(nameof(IRoomHub.EnterRoom), new EnterRoomRequest(room, 1)));
                }
                if (Snapshot.Room.MyStanding == Standing.Admitted)
                {
                    var (from, last) = (Snapshot.FirstVisible - 1, _entries.Count > 0 ? _entries.Keys.Last() : 0);
                    while (_entries.ContainsKey(from + 1)) from++;
                    if (from < Math.Max(last, Snapshot.Head)) foreach (var entry in (await page.ReadAsync(room, from)).Entries) _entries.TryAdd(entry.Sequence, entry);
                }
                quiet = before == (_entries.Count, _standings) ? quiet + 1 : 0;
            }
        }

        public void Take(RoomSnapshot snapshot)
        {
            Snapshot = snapshot;
            foreach (var entry in snapshot.Entries) _entries.TryAdd(entry.Sequence, entry);
        }
    }
}

public sealed class SnapshotAndEventsOnOneNode(OneNode cluster) : SnapshotAndEvents(cluster), IClassFixture<OneNode>;

public sealed class SnapshotAndEventsOnTwoNodes(TwoNodes cluster) : SnapshotAndEvents(cluster), IClassFixture<TwoNodes>;
