using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Contracts.Archive;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Tests.Negotiation;
using NonLitigation.Odr.Server.Tests.Rooms;

namespace NonLitigation.Odr.Server.Tests.Archive;

public sealed class SealingACase(ArchiveCluster cluster) : IClassFixture<ArchiveCluster>
{
    [Fact]
    public async Task Leaves_nothing_to_read_but_that_it_is_sealed_until_one_is_let_in_by_name()
    {
        await using var archive = await ArchiveStage.OpenAsync(cluster.Cluster);
        var stage = archive.Stage;
        var room = await stage.SitAsync();
        await stage.Li.PostAsync(room, "一句");
        var outcome = (await archive.AgreedAsync()).OutcomeId;
        await archive.PerformedAsync();
        var asked = (await archive.AskAsync(stage.Zhou, "不想再留着")).Requests.Single();
        Assert.Empty((await archive.ReadAsync(stage.Li)).Requests); // another's request is not his to see
        var sealedNow = await archive.KeepAsync($"deletion-requests/{asked.Id}/answer", new AnswerDeletionRequest(DeletionAnswer.Sealed, "保存期限未满，改为封存"));
        Assert.NotNull(sealedNow.SealedAt);

        var reads = new[] { $"api/cases/{archive.CaseId}", $"api/cases/{archive.CaseId}/exhibits", stage.Path, $"api/cases/{archive.CaseId}/sheets", $"api/outcomes/{outcome}", $"api/rooms/{room}",
            $"api/rooms/{room}/entries", $"api/rooms/{room}/transcript", $"api/rooms/{room}/publication", $"api/rooms/{room}/proposals", $"api/rooms/{room}/blind-rounds", $"api/cases/{archive.CaseId}/file",
            $"api/cases/{archive.CaseId}/performance", $"api/cases/{archive.CaseId}/enforcement" };
        foreach (var page in new[] { stage.Li, stage.Zhou, stage.Mediator, archive.Keeper })
            foreach (var read in reads)
                Assert.Contains("not-found", await ProposalWire.RefusedAsync(() => page.AskAsync<object>(read)), StringComparison.Ordinal);
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => stage.Li.EnterAsync(room)));
        Assert.DoesNotContain((await stage.Li.HeadsAsync()).Heads, head => head.RoomId == room);
        var listed = (await stage.Li.AskAsync<CaseSummaryView[]>("api/cases?view=mine")).Single(one => one.Id == archive.CaseId);
        Assert.Equal(("", true), (listed.Title, listed.SealedAt is not null));
        var plain = await archive.ReadAsync(stage.Zhou);
        Assert.Equal(("保存期限未满，改为封存", DeletionAnswer.Sealed), (plain.SealedReason, plain.Requests.Single().Answer));
        Assert.NotNull(plain.Term!.EndsOn);

        var opened = await archive.KeepAsync("openings", new OpenSealedCaseRequest(stage.Li.Person, "法院调卷令（2026）苏07号", 3));
        Assert.Equal("一句", (await stage.Li.ReadAsync(room)).Entries.Single(entry => entry.Kind == EntryKind.Message).Body.GetProperty("text").GetString());
        Assert.NotEmpty(await archive.FileAsync(stage.Li));
        Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => stage.Zhou.AskAsync<object>(reads[0])));
        await archive.KeepAsync($"openings/{opened.Openings.Single().Id}/end", new { });
        Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => stage.Li.AskAsync<object>(reads[0])));
        await archive.KeepAsync("openings", new OpenSealedCaseRequest(archive.Keeper.Person, "法院调卷令", 3));
        Assert.NotEmpty(await archive.FileAsync(archive.Keeper));
    }

    [Fact]
    public async Task Is_refused_with_every_reason_while_the_file_is_still_needed()
    {
        await using var archive = await ArchiveStage.OpenAsync(cluster.Cluster);
        Task<string> RefusedAsync() => ProposalWire.RefusedAsync(() => archive.KeepAsync("seal", new SealCaseRequest("封存")));
        Assert.Null((await archive.ReadAsync(archive.Stage.Li)).Term);
        Assert.Equal("cases.still-needed", await RefusedAsync());
        await archive.AgreedAsync();
        var hold = (await archive.KeepAsync("holds", new PlaceHoldRequest("连云港市中级人民法院", "执行异议"))).Holds.Single();
        var view = await archive.ReadAsync(archive.Keeper);
        Assert.Equal("现在不能封存：协议尚在履行、案卷被依法保全。", view.Obstacles!.Zh);
        Assert.Equal("cases.still-needed", await RefusedAsync());
        await archive.PerformedAsync();
        await archive.KeepAsync($"holds/{hold.Id}/release", new ReleaseHoldRequest("已审结"));
        Assert.NotNull((await archive.KeepAsync("seal", new SealCaseRequest("当事人要求"))).SealedAt);
        Assert.Equal("cases.already-sealed", await RefusedAsync());
    }

    [Fact]
    public async Task Comes_after_a_term_by_the_organisations_own_decision_or_the_default_that_is_shown_as_such()
    {
        await using var archive = await ArchiveStage.OpenAsync(cluster.Cluster);
        var policy = await archive.Keeper.AskAsync<RetentionPolicyView>("api/retention-policy");
        Assert.Equal((10, 30, null), (policy.ShortYears, policy.LongYears, policy.Basis));
        Assert.Equal("《人民调解法》第二十七条", policy.Article);
        Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => archive.Stage.Li.AskAsync<object>("api/retention-policy")));
        await archive.Keeper.PutAsync<RetentionPolicyView>("api/retention-policy", new DecideRetentionRequest(5, 20, RetentionClass.LongTerm, RetentionClass.ShortTerm, "中心2026年第3次会议决定"));
        await archive.AgreedAsync();
        var term = (await archive.ReadAsync(archive.Stage.Zhou)).Term!;
        Assert.Equal((RetentionClass.LongTerm, 20, "中心2026年第3次会议决定", term.EndedOn.AddYears(20)), (term.Class, term.Years, term.Basis, term.EndsOn));
        var forEver = (await archive.KeepAsync("class", new ReclassifyRequest(RetentionClass.Permanent, "重大案件"))).Term!;
        Assert.Equal((null, null, "重大案件"), (forEver.Years, forEver.EndsOn, forEver.Basis));
        Assert.Contains(await archive.Keeper.AskAsync<CaseRecordSummaryView[]>("api/records"), one => one.CaseId == archive.CaseId && one.Class == RetentionClass.Permanent);
        Assert.DoesNotContain(await archive.Stage.Li.AskAsync<CaseRecordSummaryView[]>("api/records"), one => one.CaseId == archive.CaseId);
    }
}
