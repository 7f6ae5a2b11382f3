using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Server.Shared;
using NonLitigation.Odr.Server.Tests.Negotiation;
using NonLitigation.Odr.Server.Tests.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;
using Npgsql;
using static NonLitigation.Odr.Server.Tests.Negotiation.ProposalWire;

namespace NonLitigation.Odr.Server.Tests.Settlements;

/// <summary>Versions, the table, the lease and comments, over the wire.</summary>
public abstract class DraftingTogether(RoomCluster cluster)
{
    private static Task<DraftingView> TableAsync(SettlementStage stage, TestPage page) => page.AskAsync<DraftingView>($"{stage.Path}/drafting");

    private static Task<AgreementView> SaveAsync(SettlementStage stage, int version, string facts, Guid? desk = null) =>
        stage.Mediator.PutAsync<AgreementView>(stage.Path, stage.BothSums(version, facts) with { Desk = desk });

    private static Task<AgreementView> PutAsync(SettlementStage stage, int version) => stage.Mediator.SendAsync<AgreementView>($"{stage.Path}/table", new PutOnTableRequest(version));

    private static Task<DifferenceView> DifferAsync(SettlementStage stage, TestPage page, int before, int after) => page.AskAsync<DifferenceView>($"{stage.Path}/versions/{before}/difference/{after}");

    private static Task<EditLeaseView> LeaseAsync(SettlementStage stage, Guid desk) => stage.Mediator.SendAsync<EditLeaseView>($"{stage.Path}/lease", new HoldEditLeaseRequest(desk));

    private static async Task EndAsync(SettlementStage stage, Guid desk)
    {
        using var answer = await stage.Mediator.Http.PostAsJsonAsync(new Uri($"{stage.Path}/lease/end", UriKind.Relative), new HoldEditLeaseRequest(desk), OdrJson.Options);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    /// <summary>How often a page was told that the agreement has changed.</summary>
    private static int Told(TestPage page, SettlementStage stage) => page.Events<(ChangeTopic, Guid)>(nameof(IRoomClient.Changed)).Count(told => told == (ChangeTopic.Agreement, stage.Case.Id));

    private static string Marked(IEnumerable<TextPieceView> pieces) =>
        string.Concat(pieces.Select(piece => piece.Kind switch { PieceKind.Added => $"[+{piece.Text}]", PieceKind.Removed => $"[-{piece.Text}]", _ => piece.Text }));

    [Fact]
    public async Task Keeps_every_version_with_its_author_and_restores_one_as_a_new_one()
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster);
        await SaveAsync(stage, 0, "工资三千元。");
        await SaveAsync(stage, 1, "工资三千四百元。");
        await SaveAsync(stage, 2, "工资三千四百元。"); // the same words make no version
        var restored = await stage.Mediator.SendAsync<AgreementView>($"{stage.Path}/restore", new RestoreVersionRequest(1, 2, null));
        Assert.Equal((3, "工资三千元。"), (restored.Version, restored.Facts));
        var table = await TableAsync(stage, stage.Mediator);
        Assert.Equal([(3, VersionOrigin.Restored, (int?)1), (2, VersionOrigin.Saved, null), (1, VersionOrigin.Saved, null)], table.Versions.Select(v => (v.Number, v.Origin, v.RestoredFrom)));
        Assert.All(table.Versions, v => Assert.Equal(("王正", false), (v.ByName, v.Shown)));
        var difference = await DifferAsync(stage, stage.Mediator, 1, 2);
        Assert.Equal((1, "工资三千[+四百]元。"), (difference.Changes, Marked(difference.Facts)));
        Assert.Equal(0, (await DifferAsync(stage, stage.Mediator, 1, 3)).Changes);
        Assert.Equal("settlements.version-conflict", await RefusedAsync(() => stage.Mediator.SendAsync<AgreementView>($"{stage.Path}/restore", new RestoreVersionRequest(2, 2, null))));
        Assert.Equal("shared.not-found", await RefusedAsync(() => stage.Mediator.SendAsync<AgreementView>($"{stage.Path}/restore", new RestoreVersionRequest(9, 3, null))));
        var unsaved = await stage.Mediator.SendAsync<DifferenceView>($"{stage.Path}/compare", stage.BothSums(3, "工资四千元。"));
        Assert.Equal((null, "工资[-三][+四]千元。"), (unsaved.After, Marked(unsaved.Facts)));
    }

    [Fact]
    public async Task Shows_the_parties_what_was_put_on_the_table_and_nothing_before_it()
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster);
        Assert.Equal("settlements.nothing-to-show", await RefusedAsync(() => PutAsync(stage, 0)));
        await SaveAsync(stage, 0, "李海生私下说一千也行。");
        await SaveAsync(stage, 1, "工资未付。");
        foreach (var party in new[] { stage.Li, stage.Zhou, stage.Wu })
        {
            var before = await TableAsync(stage, party);
            Assert.Equal((0, 0, false), (before.Version, before.Versions.Count, before.MayComment));
            Assert.Equal("shared.not-found", await RefusedAsync(() => DifferAsync(stage, party, 0, 1)));
        }
        Assert.Equal("settlements.version-conflict", await RefusedAsync(() => PutAsync(stage, 1)));
        await PutAsync(stage, 2);
        await SaveAsync(stage, 2, "工资一直未付。");
        await stage.Zhou.UntilAsync(page => Told(page, stage) > 0);
        var table = await TableAsync(stage, stage.Zhou);
        Assert.Equal([3, 2], table.Versions.Select(v => v.Number));
        Assert.Equal("工资[+一直]未付。", Marked((await DifferAsync(stage, stage.Zhou, 2, 3)).Facts));
        foreach (var hidden in new[] { (1, 3), (3, 1), (1, 1) }) Assert.Equal("shared.not-found", await RefusedAsync(() => DifferAsync(stage, stage.Zhou, hidden.Item1, hidden.Item2)));
        Assert.Equal("", (await stage.ReadAsync(stage.Zhou)).Facts); // the text to be signed is another matter

        await stage.Mediator.SendAsync<AgreementView>($"{stage.Path}/table/off", new { });
        await SaveAsync(stage, 3, "又是调解员一个人的。");
        table = await TableAsync(stage, stage.Wu);
        Assert.Equal((3, (DateTimeOffset?)null), (table.Version, table.OnTableSince));
        Assert.Equal(["agreement-on-table", "agreement-off-table"], await stage.EntriesAsync());
        // What is frozen to be signed is shown; reopened, the same words are the mediator's draft again.
        await stage.Mediator.SendAsync<AgreementView>($"{stage.Path}/freeze", new FreezeAgreementRequest(4));
        Assert.Equal((4, true), (await TableAsync(stage, stage.Wu)) is var shown ? (shown.Version, shown.Versions[0].Frozen) : default);
        await stage.Mediator.SendAsync<AgreementView>($"{stage.Path}/reopen", new ReopenAgreementRequest("金额有误"));
        await SaveAsync(stage, 5, "改过的。");
        Assert.Equal(4, (await TableAsync(stage, stage.Wu)).Version);
        Assert.Equal((6, 4), (await TableAsync(stage, stage.Mediator)) is var mine ? (mine.Version, mine.LastFrozen) : default);
    }

    [Fact]
    public async Task Says_to_each_reader_since_when_he_has_not_looked_and_to_the_mediator_who_has()
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster);
        await PutAsync(stage, (await SaveAsync(stage, 0, "一")).Version);
        await SaveAsync(stage, 1, "二");
        await stage.Zhou.SendAsync<DraftingView>($"{stage.Path}/drafting/looked", new LookedAtDraftRequest(2));
        var zhou = await stage.Zhou.SendAsync<DraftingView>($"{stage.Path}/drafting/looked", new LookedAtDraftRequest(1));
        Assert.Equal((2, 0), (zhou.Looked, zhou.Readers.Count));
        Assert.Equal(0, (await TableAsync(stage, stage.Li)).Looked);
        Assert.Equal([("周永顺", 2)], (await TableAsync(stage, stage.Mediator)).Readers.Select(r => (r.Name, r.Version)));
        Assert.Equal("shared.not-found", await RefusedAsync(() => stage.Li.SendAsync<DraftingView>($"{stage.Path}/drafting/looked", new LookedAtDraftRequest(7))));
    }

    [Fact]
    public async Task Gives_the_pen_to_exactly_one_of_many_pages_and_takes_no_words_from_the_others()
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster);
        await PutAsync(stage, (await SaveAsync(stage, 0, "一")).Version);
        var desks = Enumerable.Range(0, 8).Select(_ => Guid.CreateVersion7()).ToArray();
        var got = await Task.WhenAll(desks.Select(desk => LeaseAsync(stage, desk)));
        var holder = Assert.Single(desks.Zip(got), one => one.Second.Mine).First;
        Assert.All(got, one => Assert.Equal(("王正", true, holder), (one.Editor!.Name, one.Editor.IsMe, one.Editor.Desk)));
        Assert.Equal("settlements.somebody-writes", await RefusedAsync(() => SaveAsync(stage, 1, "二", desks.First(d => d != holder))));
        Assert.Equal("settlements.somebody-writes", await RefusedAsync(() => SaveAsync(stage, 1, "二")));
        Assert.Equal(2, (await SaveAsync(stage, 1, "二", holder)).Version);
        var (first, again) = (got[0].Editor!, (await LeaseAsync(stage, holder)).Editor!);
        Assert.Equal(first.Since, again.Since);
        Assert.True(again.Until >= first.Until);
        var seen = (await TableAsync(stage, stage.Li)).Editor!;
        Assert.Equal(("王正", false, null), (seen.Name, seen.IsMe, seen.Desk)); // the page is nobody else's business

        await EndAsync(stage, holder);
        Assert.Null((await TableAsync(stage, stage.Li)).Editor);
        Assert.True((await LeaseAsync(stage, desks.First(d => d != holder))).Mine);
    }

    [Fact]
    public async Task Lets_a_lease_that_has_run_out_be_taken_and_still_guards_by_the_version()
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster);
        await SaveAsync(stage, 0, "一");
        var (gone, next) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Assert.True((await LeaseAsync(stage, gone)).Mine);
        Assert.False((await LeaseAsync(stage, next)).Mine);
        await cluster.Cluster.WithDbAsync(db => db.Database.ExecuteSqlAsync($"update edit_leases set since = now() - interval '2 minutes', until = now() - interval '1 second' where case_id = {stage.Case.Id}"));
        Assert.True((await LeaseAsync(stage, next)).Mine);
        await SaveAsync(stage, 1, "二", next);
        await EndAsync(stage, next);
        Assert.Equal("settlements.version-conflict", await RefusedAsync(() => SaveAsync(stage, 1, "三", gone)));
        Assert.Equal("settlements.desk-missing", await RefusedAsync(() => LeaseAsync(stage, Guid.Empty)));
    }

    [Fact]
    public async Task Takes_comments_on_what_all_see_follows_their_place_and_has_them_settled()
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster);
        var first = stage.BothSums(0, "工资未付。");
        await stage.Mediator.PutAsync<AgreementView>(stage.Path, first);
        CommentOnDraftRequest On(CommentPlace place, int? number, string text, int version = 1) => new(Guid.CreateVersion7(), version, place, number, text);
        Task<DraftingView> SayAsync(TestPage page, CommentOnDraftRequest request) => page.SendAsync<DraftingView>($"{stage.Path}/comments", request);
        Assert.Equal("shared.not-found", await RefusedAsync(() => SayAsync(stage.Mediator, On(CommentPlace.Whole, null, "只有我看得到"))));
        await PutAsync(stage, 1);
        Assert.Equal("settlements.no-such-clause", await RefusedAsync(() => SayAsync(stage.Zhou, On(CommentPlace.Clause, 2, "没有这一条"))));
        Assert.Equal("shared.text-empty", await RefusedAsync(() => SayAsync(stage.Zhou, On(CommentPlace.Clause, 1, " "))));
        var onClause = On(CommentPlace.Clause, 1, "“其他争议”包括社保吗？");
        await SayAsync(stage.Zhou, onClause);
        await SayAsync(stage.Zhou, onClause); // a repeat is the same comment
        var said = (await SayAsync(stage.Wu, On(CommentPlace.Obligation, 2, "月底有困难"))).Comments;
        Assert.Equal([("周永顺", "各方再无其他争议。", false), ("吴建国", "工资", true)], said.Select(c => (c.ByName, c.Quote, c.MayResolve)));
        Assert.Equal("settlements.comment-of-another", await RefusedAsync(() => stage.Li.SendAsync<DraftingView>($"{stage.Path}/comments/{said[0].Id}/resolve", new { })));

        // The clause moves to number two and changes; the second obligation goes.
        await stage.Mediator.PutAsync<AgreementView>(stage.Path, first with { ExpectedVersion = 1, Clauses = [new("各方对内容保密。"), new("除社会保险外，各方再无其他争议。")], Obligations = [first.Obligations[0]] });
        var now = (await TableAsync(stage, stage.Li)).Comments;
        Assert.Equal([(1, 2, ChangeKind.Changed), (2, null, ChangeKind.Removed)], now.Select(c => (c.Number!.Value, c.NumberNow, c.Since)));
        var settled = (await stage.Mediator.SendAsync<DraftingView>($"{stage.Path}/comments/{said[0].Id}/resolve", new { })).Comments[0];
        Assert.Equal(("王正", false), (settled.ResolvedBy, settled.MayResolve));
        await stage.Zhou.UntilAsync(page => Told(page, stage) >= 4);
        await stage.Mediator.SendAsync<AgreementView>($"{stage.Path}/freeze", new FreezeAgreementRequest(2));
        Assert.Equal("settlements.comments-on-draft-only", await RefusedAsync(() => SayAsync(stage.Zhou, On(CommentPlace.Whole, null, "还有一句", 2))));
    }

    [Theory]
    [InlineData("update agreement_versions set name = 'x'")]
    [InlineData("delete from agreement_versions")]
    [InlineData("truncate agreement_versions")]
    [InlineData("update agreement_showings set version = 9")]
    [InlineData("delete from agreement_showings")]
    [InlineData("delete from draft_comments")]
    [InlineData("update draft_comments set text = 'x'")]
    public async Task Is_never_rewritten_by_the_service_or_by_the_owner(string sql)
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster);
        await PutAsync(stage, (await SaveAsync(stage, 0, "一")).Version);
        await stage.Li.SendAsync<DraftingView>($"{stage.Path}/comments", new CommentOnDraftRequest(Guid.CreateVersion7(), 1, CommentPlace.Facts, null, "对"));
        foreach (var login in new[] { TestStores.Service(cluster.Cluster.Database), TestStores.Owner(cluster.Cluster.Database) })
        {
            await using var source = NpgsqlDataSource.Create(login.ConnectionString);
            await using var command = source.CreateCommand(sql);
            var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
            Assert.Contains(refused.SqlState, new[] { PostgresErrorCodes.InsufficientPrivilege, "23001" });
        }
    }

    [Fact]
    public async Task Offers_the_wordings_of_the_cases_kind_filled_with_its_parties()
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster);
        var sets = await stage.Mediator.AskAsync<TemplateSetView[]>($"{stage.Path}/templates?amountFen=340000&dueOn=2026-12-31");
        Assert.Equal(["labour-wages", "common"], sets.Select(set => set.Id));
        Assert.Contains("周永顺、吴建国尚欠李海生工资3400.00元", sets[0].Facts, StringComparison.Ordinal);
        Assert.Equal([stage.ZhouParty, stage.WuParty], sets[0].Obligations[0].Rows.Select(row => row.ObligorPartyId!.Value));
        Assert.Contains(sets[1].Clauses, clause => clause is { Article: "《人民调解法》第三十二条", Verified: true });
        Assert.Equal("shared.not-found", await RefusedAsync(() => stage.Li.AskAsync<TemplateSetView[]>($"{stage.Path}/templates")));
        var request = new DraftAgreementRequest(0, sets[0].Facts, [.. sets.SelectMany(set => set.Clauses).Select(c => new ClauseDraft(c.Text))],
            [.. sets.SelectMany(set => set.Obligations).SelectMany(one => one.Rows).Select(row => row with { AmountFen = 170_000 })]);
        var draft = await stage.Mediator.PutAsync<AgreementView>(stage.Path, request);
        Assert.Equal([], draft.Findings.Select(f => f.Code));
        Assert.True(draft.MayFreeze);
    }
}

public sealed class DraftingTogetherOnOneNode(OneNode cluster) : DraftingTogether(cluster), IClassFixture<OneNode>;

public sealed class DraftingTogetherOnTwoNodes(TwoNodes cluster) : DraftingTogether(cluster), IClassFixture<TwoNodes>;
