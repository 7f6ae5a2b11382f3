using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Accounts;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>人民调解法 20: a guest comes by everybody's consent, sees from his admission on, and nothing afterwards.</summary>
public sealed class AskingAGuestIn
{
    [Fact]
    public async Task Invites_when_the_last_party_consents_and_once_however_they_answer_at_the_same_moment_on_two_nodes()
    {
        await using var stage = await GuestStage.OpenAsync(2);
        var town = stage.Town;
        var guest = await stage.ProposeAsync(stage.Joint);
        Assert.Equal(0, await LinksAsync(stage));
        await GuestStage.ConsentAsync(guest, town.Li);
        var answers = await Task.WhenAll(
            stage.Zhou.Http.PostAsync(new Uri($"api/guests/{guest}/answer", UriKind.Relative), System.Net.Http.Json.JsonContent.Create(new AnswerGuestRequest(true))),
            GuestStage.AnswerAsync(town.Wu, guest, true).ContinueWith(done => new HttpResponseMessage((System.Net.HttpStatusCode)done.Result.Status), TaskScheduler.Default),
            stage.Li.Http.PostAsync(new Uri($"api/guests/{guest}/answer", UriKind.Relative), System.Net.Http.Json.JsonContent.Create(new AnswerGuestRequest(true))));
        Assert.All(answers, answer => Assert.True(answer.IsSuccessStatusCode, answer.StatusCode.ToString()));
        Assert.Equal(1, await LinksAsync(stage));
        var view = await stage.GuestAsync(town.Wang, guest);
        Assert.Equal(GuestState.Invited, view.State);
        Assert.All(view.Consents, one => Assert.True(one.Consents));
        // Each answer stands in the record once.
        var entries = (await stage.Wang.ReadAsync(stage.Joint)).Entries.Where(e => Type(e) == "guest-answered").ToList();
        Assert.Equal(3, entries.Count);
        Assert.Single(entries, e => e.Body.GetProperty("invites").GetBoolean());
        Assert.DoesNotContain((await stage.Wang.ReadAsync(stage.Joint)).Entries, e => e.Body.ToString().Contains(GuestStage.LinContact, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_stopped_by_one_refusal_which_ends_a_link_already_sent_and_a_place_already_taken()
    {
        await using var stage = await GuestStage.OpenAsync();
        var town = stage.Town;
        var guest = await stage.ProposeAsync(stage.Joint);
        await GuestStage.ConsentAsync(guest, town.Li, town.Zhou);
        (await GuestStage.AnswerAsync(town.Wu, guest, false)).As<GuestView[]>();
        Assert.Equal((0, GuestState.Refused), (await LinksAsync(stage), (await stage.GuestAsync(town.Li, guest)).State));
        await GuestStage.ConsentAsync(guest, town.Wu);
        var token = await town.TokenAsync(GuestStage.LinContact);
        (await GuestStage.AnswerAsync(town.Li, guest, false)).As<GuestView[]>();
        Assert.Equal("cases.invitation-expired", (await town.Nobody.PostAsync("api/guest-invitations/open", new OpenGuestInvitationRequest(token))).Code);
        // He has undertaken and waits in the lobby; a consent taken back now still ends it.
        await GuestStage.ConsentAsync(guest, town.Li);
        var words = (await stage.ReadInvitationAsync()).WordsSha256;
        await town.EnterAsync(GuestStage.LinContact, stage.Lin);
        (await stage.UndertakeAsync(guest, words)).As<GuestInvitationView>();
        var page = await stage.PageAsync(stage.Lin, 0);
        Assert.Equal(Standing.Waiting, (await page.EnterAsync(stage.Joint)).Room.MyStanding);
        (await GuestStage.AnswerAsync(town.Zhou, guest, false)).As<GuestView[]>();
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => page.EnterAsync(stage.Joint)));
        Assert.Empty((await stage.Lin.GetAsync("api/guests/mine")).As<GuestInvitationView[]>());
    }

    [Fact]
    public async Task Shows_him_nothing_before_his_admission_and_nothing_after_his_removal()
    {
        await using var stage = await GuestStage.OpenAsync();
        var town = stage.Town;
        await stage.Li.PostAsync(stage.Joint, "先前的秘密一");
        var guest = await stage.ProposeAsync(stage.Joint);
        await GuestStage.ConsentAsync(guest, town.Li, town.Zhou, town.Wu);
        var words = (await stage.ReadInvitationAsync()).WordsSha256;
        await town.EnterAsync(GuestStage.LinContact, stage.Lin);
        Assert.Equal("guests.other-words", (await stage.UndertakeAsync(guest, new string('0', 64))).Code);
        Assert.Equal(404, (await stage.Lin.GetAsync($"api/rooms/{stage.Joint}")).Status);
        Assert.Equal(stage.Joint, (await stage.UndertakeAsync(guest, words)).As<GuestInvitationView>().RoomId);
        var page = await stage.PageAsync(stage.Lin, 0);
        var lobby = await page.EnterAsync(stage.Joint);
        Assert.Equal((Standing.Waiting, 0), (lobby.Room.MyStanding, lobby.Entries.Count));
        await stage.Zhou.PostAsync(stage.Joint, "先前的秘密二");
        await stage.Wang.AdmitAsync(stage.Joint, stage.Lin.Id);
        await page.EnterAsync(stage.Joint);
        var first = await stage.Li.PostAsync(stage.Joint, "他听得到的话");
        await page.UntilAsync(p => p.Has(first.Sequence));
        foreach (var path in new[] { $"api/rooms/{stage.Joint}/entries", $"api/rooms/{stage.Joint}", $"api/rooms/{stage.Joint}/transcript" })
        {
            var text = (await stage.Lin.GetAsync(path)).Text;
            Assert.DoesNotContain("秘密", text, StringComparison.Ordinal);
        }
        Assert.Empty((await stage.Lin.PostAsync($"api/rooms/{stage.Joint}/search", new SearchRoomRequest("秘密"))).As<SearchHitsView>().Hits);
        // Neither the case, nor proposals, nor the guests of it are his.
        foreach (var path in new[] { $"api/cases/{stage.CaseId}", $"api/cases/{stage.CaseId}/guests", $"api/cases/{stage.CaseId}/agreement", $"api/cases/{stage.CaseId}/exhibits" })
            Assert.Equal(404, (await stage.Lin.GetAsync(path)).Status);
        (await GuestStage.AnswerAsync(stage.Lin, guest, true)).IsRefused(404, "shared.not-found");
        Assert.Equal("guests.came-in", (await GuestStage.AnswerAsync(town.Li, guest, false)).Code);
        Assert.Equal("guests.remove-instead", (await town.Wang.PostAsync($"api/guests/{guest}/withdraw", new { })).Code);
        await stage.Wang.ActAsync(nameof(IRoomHub.RemoveFromRoom), new RemoveFromRoomRequest(stage.Joint, stage.Lin.Id, "翻译已经完成"));
        await page.UntilAsync(p => p.Events<Guid>(nameof(IRoomClient.AccessRevoked)).Contains(stage.Joint));
        var later = await stage.Li.PostAsync(stage.Joint, "之后的秘密");
        Assert.Equal(404, (await stage.Lin.GetAsync($"api/rooms/{stage.Joint}/entries")).Status);
        Assert.False(page.Has(later.Sequence));
        Assert.Equal(GuestState.Removed, (await stage.GuestAsync(town.Zhou, guest)).State);
    }

    [Fact]
    public async Task Of_a_caucus_needs_that_side_alone_and_shows_nothing_outside()
    {
        await using var stage = await GuestStage.OpenAsync();
        var town = stage.Town;
        var zhou = stage.View.Parties.Single(party => party.IsMe).Id;
        var caucus = (await stage.Wang.AskAsync<RoomView>(nameof(IRoomHub.OpenCaucus), new OpenCaucusRequest(stage.CaseId, zhou))).Id;
        var before = (await town.Li.GetAsync($"api/rooms/{stage.Joint}/entries")).Text;
        var guest = await stage.ProposeAsync(caucus);
        (await GuestStage.AnswerAsync(town.Li, guest, true)).IsRefused(404, "shared.not-found");
        await stage.Wang.EnterAsync(caucus);
        var page = await stage.BringInAsync(caucus, guest, town.Zhou);
        var said = await stage.Zhou.PostAsync(caucus, "只在这里说");
        await page.UntilAsync(p => p.Has(said.Sequence));
        foreach (var outside in new[] { town.Li, town.Wu }) Assert.Empty(await stage.GuestsAsync(outside));
        Assert.Single(await stage.GuestsAsync(town.Zhou));
        Assert.Equal(before, (await town.Li.GetAsync($"api/rooms/{stage.Joint}/entries")).Text);
        Assert.DoesNotContain(stage.Li.Received, told => JsonSerializer.Serialize(told.Content, Server.Shared.OdrJson.Options).Contains("林译员", StringComparison.Ordinal));
        Assert.DoesNotContain(stage.Li.Events<(Contracts.Shared.ChangeTopic Topic, Guid Id)>(nameof(IRoomClient.Changed)), told => told.Topic == Contracts.Shared.ChangeTopic.Guests);
        // The joint room is not his by that.
        Assert.Equal(404, (await stage.Lin.GetAsync($"api/rooms/{stage.Joint}")).Status);
    }

    [Fact]
    public async Task Is_the_mediators_to_propose_and_to_withdraw_and_never_for_a_party_of_the_case()
    {
        await using var stage = await GuestStage.OpenAsync();
        var town = stage.Town;
        foreach (var other in new[] { town.Li, town.UnionOperator, town.Ma })
            (await other.PostAsync($"api/rooms/{stage.Joint}/guests", GuestStage.Interpreter())).IsRefused(404, "shared.not-found");
        var request = GuestStage.Interpreter();
        var guest = await stage.ProposeAsync(stage.Joint, request);
        await stage.ProposeAsync(stage.Joint, request);
        Assert.Single(await stage.GuestsAsync(town.Wang));
        Assert.Equal("guests.id-reused", (await town.Wang.PostAsync($"api/rooms/{stage.Joint}/guests", request with { Reason = "另一个理由" })).Code);
        Assert.Equal("guests.party-answers", (await GuestStage.AnswerAsync(town.Wang, guest, true)).Code);
        await GuestStage.ConsentAsync(guest, town.Li, town.Zhou, town.Wu);
        Assert.Equal("guests.already-here", (await Assert.ThrowsAsync<Domain.Shared.RefusalException>(() => town.EnterAsync(GuestStage.LinContact, town.Li))).Code);
        (await town.Wang.PostAsync($"api/guests/{guest}/withdraw", new { })).As<GuestView[]>();
        Assert.Equal("guests.not-invited", (await Assert.ThrowsAsync<Domain.Shared.RefusalException>(() => town.EnterAsync(GuestStage.LinContact, stage.Lin))).Code);
        Assert.Equal("guests.withdrawn", (await GuestStage.AnswerAsync(town.Li, guest, false)).Code);
    }

    private static string? Type(EntryView entry) => entry.Body.GetProperty("type").GetString();

    private static Task<int> LinksAsync(GuestStage stage) => stage.Town.Cluster.WithDbAsync(db => db.Set<DeliveryMessage>().CountAsync(one => one.To == GuestStage.LinContact && one.Link != null));
}
