using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Cases;

public sealed class AskingForMoreTime : IAsyncLifetime
{
    private CaseTown _town = null!;
    private Guid _id;

    public async ValueTask InitializeAsync()
    {
        _town = await CaseTown.BuildAsync(await OdrCluster.StartAsync());
        _id = await _town.MediateAsync();
    }

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task Is_proposed_by_the_mediator_and_holds_when_all_parties_agree()
    {
        var before = Clock(await CaseAsync(_town.Wang));
        var lastDay = Deadline.DayOf(before.DueAt).AddDays(40);
        Assert.Contains("extend-term", (await CaseAsync(_town.Wang)).MayAct);
        (await _town.Li.PostAsync($"api/cases/{_id}/term/extension", new ProposeExtensionRequest(lastDay))).IsRefused(404, "shared.not-found");
        (await _town.Wang.PostAsync($"api/cases/{_id}/term/extension", new ProposeExtensionRequest(Deadline.DayOf(DateTimeOffset.UtcNow)))).IsRefused(422, "cases.extension-not-later");

        var proposed = (await _town.Wang.PostAsync($"api/cases/{_id}/term/extension", new ProposeExtensionRequest(lastDay))).As<CaseView>();
        Assert.Equal((lastDay, 3, "《人民调解工作若干规定》第三十三条"), (proposed.Term!.Pending!.LastDay, proposed.Term.Pending.Waiting.Count, proposed.Term.ExtendedBy));
        Assert.DoesNotContain("extend-term", proposed.MayAct);
        foreach (var party in new[] { _town.Li, _town.Zhou, _town.Wu })
        {
            var asked = await CaseAsync(party);
            Assert.Equal((before.DueAt, null), (Clock(asked).DueAt, asked.Term!.Pending!.MyAnswer));
            Assert.Contains("answer-extension", asked.MayAct);
            (await party.PostAsync($"api/cases/{_id}/term/extension/answer", new AnswerExtensionRequest(true))).As<CaseView>();
        }
        var agreed = await CaseAsync(_town.Li);
        Assert.True(Clock(agreed).DueAt >= Deadline.EndOf(lastDay) && Clock(agreed).ExtendedFrom == before.DueAt && agreed.Term!.Pending is null);
        // The lists count with it too: of the two clocks of a wage dispute this one is no longer the next.
        Assert.Equal(LawRules.ConcludeLabour, (await ListAsync(_town.Wang, "queue")).NextClock!.Code);
        (await _town.Li.PostAsync($"api/cases/{_id}/term/extension/answer", new AnswerExtensionRequest(true))).IsRefused(422, "cases.no-extension-pending");
        Assert.Equal(["extension-proposed", "extension-answered True False", "extension-answered True False", "extension-answered True True"], await EntriesAsync());
    }

    /// <summary>What the joint room's record says of it.</summary>
    private async Task<List<string>> EntriesAsync()
    {
        var room = (await _town.Wang.GetAsync("api/rooms")).As<RoomView[]>().Single(one => one.CaseId == _id && one.Kind == RoomKind.Joint);
        var entries = (await _town.Wang.GetAsync($"api/rooms/{room.Id}/entries")).As<EntriesPage>().Entries.Where(one => one.Kind == EntryKind.Agreement);
        return [.. entries.Select(one => one.Body.GetProperty("type").GetString() + (one.Body.TryGetProperty("agrees", out var agrees) ? $" {agrees.GetBoolean()} {one.Body.GetProperty("agreed").GetBoolean()}" : ""))];
    }

    [Fact]
    public async Task Ends_with_one_who_declines_and_says_so()
    {
        var lastDay = Deadline.DayOf(Clock(await CaseAsync(_town.Wang)).DueAt).AddDays(10);
        (await _town.Wang.PostAsync($"api/cases/{_id}/term/extension", new ProposeExtensionRequest(lastDay))).As<CaseView>();
        (await _town.Zhou.PostAsync($"api/cases/{_id}/term/extension/answer", new AnswerExtensionRequest(false))).As<CaseView>();
        var view = await CaseAsync(_town.Wang);
        Assert.Equal((null, lastDay), (view.Term!.Pending, view.Term.Declined!.LastDay));
        Assert.Null(Clock(view).ExtendedFrom);
        Assert.DoesNotContain("answer-extension", (await CaseAsync(_town.Li)).MayAct);
        Assert.Equal(["extension-proposed", "extension-answered False False"], await EntriesAsync());
    }

    [Fact]
    public async Task Stops_the_clock_for_an_appraisal_and_starts_it_again()
    {
        (await _town.Wang.PostAsync($"api/cases/{_id}/term/suspension", new SuspendTermRequest(" "))).IsRefused(422, "cases.reason-needed");
        var suspended = (await _town.Wang.PostAsync($"api/cases/{_id}/term/suspension", new SuspendTermRequest("船舶价值评估"))).As<CaseView>();
        Assert.NotNull(Clock(suspended).SuspendedSince);
        Assert.Equal("船舶价值评估", (await CaseAsync(_town.Zhou)).Term!.SuspendedFor);
        Assert.Null((await CaseAsync(_town.CityOperator)).Term); // clocks, no content
        Assert.Contains("resume-term", suspended.MayAct);
        (await _town.Zhou.PostAsync($"api/cases/{_id}/term/suspension/end", new { })).IsRefused(404, "shared.not-found");
        var resumed = (await _town.Wang.PostAsync($"api/cases/{_id}/term/suspension/end", new { })).As<CaseView>();
        Assert.Equal((null, null), (Clock(resumed).SuspendedSince, resumed.Term!.SuspendedFor));
        (await _town.Wang.PostAsync($"api/cases/{_id}/term/suspension/end", new { })).IsRefused(422, "cases.not-suspended");
        Assert.Equal(["term-suspended", "term-resumed"], await EntriesAsync());
    }

    private static ClockView Clock(CaseView view) => view.Clocks.Single(clock => clock.Code == LawRules.Conclude);

    private async Task<CaseView> CaseAsync(Visitor visitor) => (await visitor.GetAsync($"api/cases/{_id}")).As<CaseView>();

    private async Task<CaseSummaryView> ListAsync(Visitor visitor, string view) => (await visitor.GetAsync($"api/cases?view={view}")).As<CaseSummaryView[]>().Single(one => one.Id == _id);
}
