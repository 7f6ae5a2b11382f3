using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Server.Tests.Negotiation;
using NonLitigation.Odr.Server.Tests.Rooms;
using static NonLitigation.Odr.Server.Tests.Negotiation.ProposalWire;

namespace NonLitigation.Odr.Server.Tests.Settlements;

public sealed class AgreeingOnFacts(OneNode cluster) : IClassFixture<OneNode>
{
    private static string Path(SettlementStage stage, string rest = "") => $"api/cases/{stage.Case.Id}/sheets{rest}";

    private static async Task<SheetView> WriteAsync(SettlementStage stage, int version, string text, SheetKind kind = SheetKind.UndisputedFacts) =>
        (await stage.Mediator.PutAsync<SheetView[]>(Path(stage), new WriteSheetRequest(kind, version, text))).Last(s => s.Kind == kind);

    private static async Task<SheetView> AskAsync(SettlementStage stage, SheetView sheet) =>
        (await stage.Mediator.SendAsync<SheetView[]>(Path(stage, $"/{sheet.Id}/ask"), new AskSheetRequest(sheet.Version))).Single(s => s.Id == sheet.Id);

    private static Task<SheetView[]> AnswerAsync(SettlementStage stage, TestPage party, SheetView sheet, string? correction = null) =>
        party.SendAsync<SheetView[]>(Path(stage, $"/{sheet.Id}/answer"), new AnswerSheetRequest(sheet.Hash!, correction is null, correction));

    [Fact]
    public async Task Is_written_put_to_all_corrected_and_confirmed_by_all()
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster);
        var draft = await WriteAsync(stage, 0, "三月份出海二十天。");
        Assert.Empty(await stage.Li.AskAsync<SheetView[]>(Path(stage))); // a draft is the mediator's alone
        Assert.Equal("shared.not-found", await RefusedAsync(() => AnswerAsync(stage, stage.Li, draft with { Hash = "x" })));
        var asked = await AskAsync(stage, draft);
        Assert.Equal(["李海生", "周永顺", "吴建国"], asked.Waiting);
        await AnswerAsync(stage, stage.Li, asked);
        Assert.Empty(await AnswerAsync(stage, stage.Zhou, asked, "是十九天"));
        var corrected = Assert.Single(await stage.Mediator.AskAsync<SheetView[]>(Path(stage)));
        Assert.Equal((SheetState.Draft, "是十九天", true), (corrected.State, Assert.Single(corrected.Answers).Correction, corrected.MayWrite));

        var again = await AskAsync(stage, await WriteAsync(stage, corrected.Version, "三月份出海十九天。"));
        Assert.Equal("settlements.text-conflict", await RefusedAsync(() => AnswerAsync(stage, stage.Li, asked)));
        foreach (var party in new[] { stage.Li, stage.Zhou, stage.Wu }) await AnswerAsync(stage, party, again);
        var stands = Assert.Single(await stage.Wu.AskAsync<SheetView[]>(Path(stage)));
        Assert.Equal((SheetState.Confirmed, 3, false), (stands.State, stands.Answers.Count, stands.MayAnswer));
        Assert.Equal(["sheet-asked", "sheet-answered", "sheet-answered", "sheet-asked", "sheet-answered", "sheet-answered", "sheet-answered"], await stage.EntriesAsync());
        Assert.Equal(2, (await WriteAsync(stage, 0, "四月份出海二十一天。")).Number); // more facts are another sheet
    }

    [Fact]
    public async Task Counts_every_confirmation_when_all_come_at_once()
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster);
        var asked = await AskAsync(stage, await WriteAsync(stage, 0, "工资标准每月四千元。"));
        await Task.WhenAll(new[] { stage.Li, stage.Zhou, stage.Wu }.Select(party => AnswerAsync(stage, party, asked)));
        Assert.Equal(SheetState.Confirmed, Assert.Single(await stage.Mediator.AskAsync<SheetView[]>(Path(stage))).State);
    }

    [Fact]
    public async Task Drafts_minutes_from_what_was_said_and_leaves_concessions_out()
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster);
        var room = await stage.SitAsync();
        await stage.Li.PostAsync(room, "三月一共干了二十天。");
        await stage.Mediator.ProposeAsync(Request(room, [stage.LiParty, stage.ZhouParty], Pays(stage.ZhouParty, stage.LiParty, 1_600)));
        await stage.Zhou.PostAsync(room, "天数我认。");
        var minutes = (await stage.Mediator.AskAsync<MinutesDraftView>(Path(stage, "/minutes-draft"))).Text;
        Assert.Contains($"案号：{stage.Case.Number}", minutes, StringComparison.Ordinal);
        Assert.Contains("李海生：三月一共干了二十天。", minutes, StringComparison.Ordinal);
        Assert.Contains("周永顺：天数我认。", minutes, StringComparison.Ordinal);
        Assert.Contains("王正提出了调解方案", minutes, StringComparison.Ordinal);
        Assert.DoesNotContain("1600", minutes.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var asked = await AskAsync(stage, await WriteAsync(stage, 0, minutes, SheetKind.Minutes));
        Assert.Equal(minutes, asked.Text);
        await stage.Zhou.UntilAsync(p => p.Posted.Any(e => e.Kind == EntryKind.Agreement && e.Body.GetProperty("type").GetString() == "sheet-asked"));
    }
}
