using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Network;
using NonLitigation.Odr.Server.Tests.Negotiation;
using NonLitigation.Odr.Server.Tests.Settlements;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>Who waits unheard is told of: to the mediator after three minutes, to his organisation after six, once, whatever number of nodes looks.</summary>
public sealed class RingingUnheard : IAsyncLifetime
{
    private const string MediatorPhone = "13900000010", ClerkPhone = "13900000011";
    private readonly ShiftedTime _time = new();
    private OdrCluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await OdrCluster.StartAsync(2, adjust: builder =>
    {
        RoomCluster.Quick(builder);
        builder.Configuration["Odr:Rooms:Waits:Sweep"] = "00:00:00.200";
        builder.Configuration["Odr:Rooms:Waits:Limit"] = "00:03:00";
        builder.Services.AddSingleton<TimeProvider>(_time);
    });

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Is_told_first_to_the_mediator_then_to_the_organisation_each_once_and_ends_when_he_has_read()
    {
        await using var stage = await SettlementStage.OpenAsync(_cluster);
        var clerk = await ReachableAsync(stage);
        var room = await stage.SitAsync();
        var words = await stage.Zhou.PostAsync(room, "canarywords");
        await UntilAsync(() => WordsAsync(stage), waits => waits.Count == 1);
        After(minutes: 2);
        await LooksAsync();
        Assert.Empty(await SentAsync(MediatorPhone));

        After(minutes: 4);
        await UntilAsync(() => SentAsync(MediatorPhone), sent => sent.Count > 0);
        await stage.Zhou.PostAsync(room, "canarywords again"); // the same wait
        await LooksAsync();
        Assert.Single(await SentAsync(MediatorPhone));
        Assert.Empty(await SentAsync(ClerkPhone));
        Assert.Empty((await clerk.AskAsync<UnattendedView>("api/unattended")).Cases);

        After(minutes: 7);
        await UntilAsync(() => SentAsync(ClerkPhone), sent => sent.Count > 0);
        await LooksAsync();
        var texts = (await SentAsync(MediatorPhone)).Concat(await SentAsync(ClerkPhone)).ToList();
        Assert.Equal(2, texts.Count);
        Assert.All(texts, text => Assert.Contains(stage.Case.Number, text, StringComparison.Ordinal));
        foreach (var secret in new[] { "canarywords", "周永顺", "李海生", "联合", "欠薪" }) Assert.All(texts, text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        var entry = Assert.Single((await clerk.AskAsync<UnattendedView>("api/unattended")).Cases);
        Assert.Equal((stage.Case.Id, stage.Case.Number, "王正"), (entry.CaseId, entry.CaseNumber, entry.MediatorName));
        await clerk.UntilAsync(page => page.Events<(ChangeTopic, Guid)>(nameof(IRoomClient.Changed)).Contains((ChangeTopic.Waits, stage.Case.Id)));

        var last = (await stage.Mediator.ReadAsync(room)).Head;
        Assert.True(last > words.Sequence);
        await stage.Mediator.ActAsync(nameof(IRoomHub.MarkRead), new MarkReadRequest(room, last));
        await UntilAsync(() => clerk.AskAsync<UnattendedView>("api/unattended"), view => view.Cases.Count == 0);
        await LooksAsync();
        Assert.Single(await SentAsync(ClerkPhone));
        Assert.NotNull(Assert.Single(await WordsAsync(stage)).EndedAt);
    }

    [Fact]
    public async Task Counts_words_that_wait_for_review_until_they_were_decided()
    {
        await using var stage = await SettlementStage.OpenAsync(_cluster);
        var room = await stage.SitAsync();
        using var started = await stage.Mediator.Http.PostAsync(new Uri($"api/rooms/{room}/hold", UriKind.Relative), JsonContent.Create(new StartHoldRequest(null)));
        Assert.True((await stage.Zhou.PostAsync(room, "等您看的话")).Held);
        await UntilAsync(() => WordsAsync(stage), waits => waits.Exists(one => one.EndedAt is null));
        using var ended = await stage.Mediator.Http.PostAsync(new Uri($"api/rooms/{room}/hold/end", UriKind.Relative), JsonContent.Create(new EndHoldRequest(false, "换个说法")));
        Assert.True(started.IsSuccessStatusCode && ended.IsSuccessStatusCode);
        await UntilAsync(() => WordsAsync(stage), waits => waits.TrueForAll(one => one.EndedAt is not null));
    }

    [Fact]
    public async Task Is_told_to_nobody_when_the_mediator_attends_to_it_in_time()
    {
        await using var stage = await SettlementStage.OpenAsync(_cluster);
        await ReachableAsync(stage);
        var room = await stage.SitAsync();
        // Answered without a read position, read without an answer, let in from the lobby: each is attention.
        await stage.Li.PostAsync(room, "在吗？");
        await UntilAsync(() => WaitsAsync(stage), waits => waits.Exists(one => one.EndedAt is null));
        await stage.Mediator.PostAsync(room, "在。");
        await UntilAsync(() => WaitsAsync(stage), waits => waits.TrueForAll(one => one.EndedAt is not null));
        var asked = await stage.Wu.PostAsync(room, "我也问一下。");
        await stage.Mediator.ActAsync(nameof(IRoomHub.MarkRead), new MarkReadRequest(room, asked.Sequence));
        await using var other = await SettlementStage.OpenAsync(_cluster);
        await ReachableAsync(other);
        var lobby = await JointAsync(other);
        await other.Li.EnterAsync(lobby);
        await UntilAsync(() => WaitsAsync(other), waits => waits.Count == 1);
        await other.Mediator.EnterAsync(lobby); // a page that is open is no attention
        await LooksAsync();
        Assert.Null((await WaitsAsync(other)).Single().AttendedAt);
        await other.Zhou.EnterAsync(lobby);
        await UntilAsync(() => WaitsAsync(other), waits => waits.Count == 2);
        await other.Mediator.AdmitAsync(lobby, other.Zhou.Person); // he sees both and lets one in: the other he leaves knowingly
        await UntilAsync(() => WaitsAsync(other), waits => waits.Exists(one => one.PersonId == other.Li.Person && one.AttendedAt is not null) && waits.Exists(one => one.PersonId == other.Zhou.Person && one.EndedAt is not null));
        After(minutes: 30);
        await LooksAsync();
        Assert.Empty(await SentAsync(MediatorPhone));
        Assert.Empty(await SentAsync(ClerkPhone));
    }

    [Fact]
    public async Task Shows_nothing_of_a_caucus_and_is_on_the_board_of_operators_alone()
    {
        await using var stage = await SettlementStage.OpenAsync(_cluster);
        var clerk = await ReachableAsync(stage);
        await stage.SitAsync();
        var caucus = await stage.Mediator.AskAsync<RoomView>(nameof(IRoomHub.OpenCaucus), new OpenCaucusRequest(stage.Case.Id, stage.ZhouParty));
        await stage.Mediator.EnterAsync(caucus.Id);
        await stage.Zhou.EnterAsync(caucus.Id);
        await stage.Zhou.PostAsync(caucus.Id, "底线是一千五。");
        await UntilAsync(() => WordsAsync(stage), waits => waits.Count == 1);
        var before = (stage.Li.Received.Count(Tells), stage.Wu.Received.Count(Tells));
        After(minutes: 10); // late: both are due, and only the one who can act at once is told
        await UntilAsync(() => SentAsync(ClerkPhone), sent => sent.Count > 0);
        await LooksAsync();
        Assert.Empty(await SentAsync(MediatorPhone));
        var answer = await clerk.Http.GetStringAsync(new Uri("api/unattended", UriKind.Relative));
        var texts = (await SentAsync(ClerkPhone)).Append(answer).ToList();
        foreach (var secret in new[] { "底线", "单独", "周永顺", caucus.Id.ToString(), "Caucus" }) Assert.All(texts, text => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(before, (stage.Li.Received.Count(Tells), stage.Wu.Received.Count(Tells)));
        foreach (var outsider in new[] { stage.Li, stage.Zhou, stage.Mediator }) Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => outsider.AskAsync<UnattendedView>("api/unattended")));
    }

    [Fact]
    public async Task Is_told_after_the_organisations_own_time()
    {
        await using var stage = await SettlementStage.OpenAsync(_cluster);
        var clerk = await ReachableAsync(stage);
        Assert.Equal("rooms.attention-limit", await ProposalWire.RefusedAsync(() => clerk.PutAsync<UnattendedView>("api/attention-limit", new SetAttentionLimitRequest(61))));
        Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => stage.Mediator.PutAsync<UnattendedView>("api/attention-limit", new SetAttentionLimitRequest(9))));
        Assert.Equal((10, 3d), (await clerk.PutAsync<UnattendedView>("api/attention-limit", new SetAttentionLimitRequest(10))) is var set ? (set.LimitMinutes!.Value, set.DefaultMinutes) : default);
        var room = await stage.SitAsync();
        await stage.Zhou.PostAsync(room, "有人吗？");
        await UntilAsync(() => WordsAsync(stage), waits => waits.Count == 1);
        After(minutes: 9);
        await LooksAsync();
        Assert.Empty(await SentAsync(MediatorPhone));
        After(minutes: 11);
        await UntilAsync(() => SentAsync(MediatorPhone), sent => sent.Count == 1);
    }

    private static bool Tells((string Event, object Content) one) => one.Event is not (nameof(IRoomClient.HeadsMoved) or nameof(IRoomClient.PresenceChanged));

    private void After(double minutes) => _time.By = TimeSpan.FromMinutes(minutes);

    /// <summary>Both nodes have looked several times.</summary>
    private static Task LooksAsync() => Task.Delay(1_500);

    /// <summary>The mediator and an operator of his organisation have telephones.</summary>
    private async Task<TestPage> ReachableAsync(SettlementStage stage)
    {
        var clerk = await stage.ClerkAsync();
        foreach (var (person, phone) in new[] { (stage.Mediator.Person, MediatorPhone), (clerk.Person, ClerkPhone) })
            await _cluster.WithDbAsync(db => db.Set<Account>().Where(one => one.Id == person).ExecuteUpdateAsync(set => set.SetProperty(one => one.PhoneNumber, phone)));
        Assert.True(await _cluster.WithDbAsync(db => db.Set<OperatorSeat>().AnyAsync(seat => seat.PersonId == clerk.Person && seat.OrganisationId == stage.Organisation)));
        return clerk;
    }

    private Task<Guid> JointAsync(SettlementStage stage) => _cluster.WithDbAsync(async db =>
        (await _cluster.Services.GetRequiredService<Application.Rooms.IRooms>().JointRoomOfAsync(db, stage.Case.Id, default))!.Value);

    private Task<List<RoomWait>> WaitsAsync(SettlementStage stage) => _cluster.WithDbAsync(db => db.Set<RoomWait>().AsNoTracking().Where(one => one.CaseId == stage.Case.Id).ToListAsync());

    /// <summary>Those for words that nobody has read: who sat in the lobby for a moment before the sitting may have been noticed too.</summary>
    private async Task<List<RoomWait>> WordsAsync(SettlementStage stage) => (await WaitsAsync(stage)).FindAll(one => one.PersonId is null);

    private Task<List<string>> SentAsync(string to) => _cluster.WithDbAsync(db => db.Set<DeliveryMessage>().Where(one => one.To == to).Select(one => one.TextZh + one.TextEn + one.Link).ToListAsync());

    private static async Task UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> holds)
    {
        for (var end = DateTime.UtcNow.AddSeconds(20); ; await Task.Delay(100))
        {
            var now = await ask();
            if (holds(now)) return;
            Assert.True(DateTime.UtcNow < end, $"still {now}");
        }
    }
}
