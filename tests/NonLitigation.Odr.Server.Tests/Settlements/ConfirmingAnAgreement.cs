using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Server.Tests.Negotiation;

namespace NonLitigation.Odr.Server.Tests.Settlements;

/// <summary>The joint application as its people see it, from the routes to the court's ruling.</summary>
public sealed class ConfirmingAnAgreement(CourtCluster cluster) : IClassFixture<CourtCluster>
{
    [Fact]
    public async Task Ends_with_the_ruling_of_the_court_when_all_have_joined()
    {
        await using var stage = await ConfirmationStage.OpenAsync(cluster.Cluster);
        var before = await stage.ReadAsync(stage.Stage.Li);
        Assert.Equal(Enum.GetValues<EnforcementRouteKind>(), before.Routes.Select(one => one.Kind));
        Assert.True(before is { MayBegin: true, NeedsIdNumber: true, CourtLink: CourtLink.Simulated, Confirmation: null });
        Assert.True(before.Routes[0].IsOpen && before.Routes[0].DueAt > DateTimeOffset.UtcNow.AddDays(29));
        Assert.Equal("《民事诉讼法》第二百零五条", before.Routes[0].Articles[0].Article);
        Assert.Equal(["李海生", "周永顺", "吴建国"], before.Packet.Where(item => item is { Part: PacketPart.Application, IsThere: false }).Select(item => item.PartyName));

        var begun = await stage.BeginAsync(stage.Stage.Li);
        Assert.True(begun is { MayBegin: false, Confirmation: { State: ConfirmationState.Joining, MayAnswer: false, MayWithdraw: true } });
        Assert.True((await stage.ReadAsync(stage.Stage.Zhou)).Confirmation!.MayAnswer);
        await stage.JoinAsync(stage.Stage.Zhou);
        Assert.Equal(["吴建国"], (await stage.ReadAsync(stage.Stage.Mediator)).Packet.Where(item => item is { Part: PacketPart.Application, IsThere: false }).Select(item => item.PartyName));
        await stage.JoinAsync(stage.Stage.Wu);

        var done = await stage.UntilAsync(ConfirmationState.Confirmed);
        Assert.Equal(
            [ConfirmationStep.Begun, ConfirmationStep.Joined, ConfirmationStep.Joined, ConfirmationStep.Sent, ConfirmationStep.Received, ConfirmationStep.Accepted, ConfirmationStep.Confirmed],
            done.Marks.Select(mark => mark.Step));
        Assert.All(done.Seats, seat => Assert.True(seat.ConsentedAt == seat.JoinedAt && seat.JoinedAt is not null));
        Assert.Contains("模拟调确", done.CourtCaseNumber!, StringComparison.Ordinal);
        Assert.False(done.MayWithdraw || done.MaySupply || done.MayDownload);
        var kept = Assert.Single(await stage.AtTheCourtAsync());
        Assert.Equal(done.PacketSha256, Digest.Of(kept.Packet).ToString());
        var packet = (CanonicalObject)CanonicalJsonReader.Parse(kept.Packet);
        Assert.Equal(kept.Packet, CanonicalJson.Serialize(packet));
        var pdf = Convert.FromBase64String(((CanonicalObject)packet["agreement"]!).Text("base64")!);
        Assert.Equal((await stage.Stage.ReadAsync(stage.Stage.Li)).OutcomeSha256, Digest.Of(pdf).ToString());
        Assert.Equal("settlements.already-sent", await ProposalWire.RefusedAsync(() => stage.ActAsync(stage.Stage.Li, "/withdraw", new WithdrawConfirmationRequest(null))));
    }

    [Fact]
    public async Task Is_seen_by_parties_and_mediator_and_acted_on_by_parties_alone()
    {
        await using var stage = await ConfirmationStage.OpenAsync(cluster.Cluster);
        await using var other = await ConfirmationStage.OpenAsync(cluster.Cluster);
        var begun = await stage.BeginAsync(stage.Stage.Li);
        Assert.False((await stage.ReadAsync(stage.Stage.Mediator)).Confirmation!.MayAnswer);
        Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => stage.ActAsync(stage.Stage.Mediator, "/join", new JoinConfirmationRequest(Guid.CreateVersion7(), ConfirmationStage.Details, begun.Confirmation!.ConsentZh))));
        foreach (var stranger in new[] { other.Stage.Li, other.Stage.Mediator })
        {
            Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => stage.ReadAsync(stranger)));
            Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => stage.ActAsync(stranger, "/withdraw", new WithdrawConfirmationRequest(null))));
        }
    }

    [Fact]
    public async Task Takes_each_act_once_under_its_id()
    {
        await using var stage = await ConfirmationStage.OpenAsync(cluster.Cluster);
        var (begin, join) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var first = await stage.BeginAsync(stage.Stage.Li, begin);
        Assert.Equal(first.Confirmation!.Id, (await stage.BeginAsync(stage.Stage.Li, begin)).Confirmation!.Id);
        Assert.Equal("settlements.already-begun", await ProposalWire.RefusedAsync(() => stage.BeginAsync(stage.Stage.Zhou)));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => stage.JoinAsync(stage.Stage.Zhou, join)));
        var seen = await stage.ReadAsync(stage.Stage.Wu);
        Assert.Equal([ConfirmationStep.Begun, ConfirmationStep.Joined], seen.Confirmation!.Marks.Select(mark => mark.Step));
        Assert.Equal("settlements.already-answered", await ProposalWire.RefusedAsync(() => stage.JoinAsync(stage.Stage.Zhou)));
        Assert.Equal("settlements.confirmation-id-reused", await ProposalWire.RefusedAsync(() => stage.ActAsync(stage.Stage.Zhou, "/decline", new DeclineConfirmationRequest(join, "不"))));
    }

    [Fact]
    public async Task Is_refused_for_another_court_another_consent_and_a_wrong_number()
    {
        await using var stage = await ConfirmationStage.OpenAsync(cluster.Cluster);
        var consent = (await stage.ReadAsync(stage.Stage.Li)).Courts[0].ConsentZh;
        Task<string> RefusedAsync(string court, string words, string? number) => ProposalWire.RefusedAsync(() =>
            stage.ActAsync(stage.Stage.Li, "", new BeginConfirmationRequest(Guid.CreateVersion7(), court, new(number, ConfirmationStage.Address), words)));
        Assert.Equal("settlements.no-such-court", await RefusedAsync("320724", consent, null));
        Assert.Equal("settlements.consent-conflict", await RefusedAsync(ConfirmationStage.Court, "同意", null));
        Assert.Equal("settlements.id-number-doubtful", await RefusedAsync(ConfirmationStage.Court, consent, "340321199001011235"));
        Assert.Equal("settlements.no-confirmation", await ProposalWire.RefusedAsync(() => stage.ActAsync(stage.Stage.Li, "/withdraw", new WithdrawConfirmationRequest(null))));
    }

    [Fact]
    public async Task Ends_with_one_who_declines_or_withdraws_and_may_then_begin_anew()
    {
        await using var stage = await ConfirmationStage.OpenAsync(cluster.Cluster);
        await stage.BeginAsync(stage.Stage.Li);
        var declined = await stage.ActAsync(stage.Stage.Wu, "/decline", new DeclineConfirmationRequest(Guid.CreateVersion7(), "想去响水县法院"));
        Assert.True(declined is { MayBegin: true, Confirmation.State: ConfirmationState.Declined });
        await stage.BeginAsync(stage.Stage.Wu);
        var withdrawn = await stage.ActAsync(stage.Stage.Zhou, "/withdraw", new WithdrawConfirmationRequest("再想想"));
        Assert.Equal((ConfirmationState.Withdrawn, "再想想"), (withdrawn.Confirmation!.State, withdrawn.Confirmation.Marks[^1].Note));
        Assert.Equal(ConfirmationState.Withdrawn, (await stage.ActAsync(stage.Stage.Zhou, "/withdraw", new WithdrawConfirmationRequest(null))).Confirmation!.State);
        await stage.AllJoinAsync();
        await stage.UntilAsync(ConfirmationState.Confirmed);
    }

    [Fact]
    public async Task Names_what_is_missing_before_it_is_sent_and_goes_once_it_is_supplied()
    {
        await using var stage = await ConfirmationStage.OpenAsync(cluster.Cluster);
        await stage.BeginAsync(stage.Stage.Li);
        await stage.JoinAsync(stage.Stage.Zhou, details: new(null, ""));
        await stage.JoinAsync(stage.Stage.Wu);
        await Task.Delay(1_500); // both nodes have looked at it
        var waiting = await stage.ReadAsync(stage.Stage.Zhou);
        Assert.Equal(
            [(PacketPart.Identity, "周永顺", PacketSupplier.Party), (PacketPart.Address, "周永顺", PacketSupplier.Party)],
            waiting.Packet.Where(item => !item.IsThere && item.Part != PacketPart.Agreement).Select(item => (item.Part, item.PartyName, item.Supplier)));
        Assert.True(waiting is { NeedsIdNumber: true, Confirmation: { State: ConfirmationState.Joined, MaySupply: true } });
        Assert.Empty(await stage.FilingsAsync());
        await stage.ActAsync(stage.Stage.Zhou, "/supply", new SupplyConfirmationRequest(ConfirmationStage.Details, null));
        await stage.UntilAsync(ConfirmationState.Confirmed);
    }

    [Fact]
    public async Task Brings_back_what_the_court_asks_for_and_sends_the_supplement_as_a_filing_of_its_own()
    {
        await using var stage = await ConfirmationStage.OpenAsync(cluster.Cluster);
        await stage.BeginAsync(stage.Stage.Li, details: new("E12345678", "海州"));
        await stage.JoinAsync(stage.Stage.Zhou);
        await stage.JoinAsync(stage.Stage.Wu);
        var asked = await stage.UntilAsync(ConfirmationState.MoreAsked);
        Assert.Equal((ConfirmationStep.MoreAsked, "请补充李海生的详细住所，写到门牌号。", true), (asked.Marks[^1].Step, asked.Marks[^1].Note, asked.MaySupply));
        await stage.ActAsync(stage.Stage.Li, "/supply", new SupplyConfirmationRequest(new(null, ConfirmationStage.Address), null));
        var done = await stage.UntilAsync(ConfirmationState.Confirmed);
        var filings = await stage.FilingsAsync();
        Assert.Equal([1, 2], filings.Select(one => one.Number));
        Assert.Equal(filings[1].PacketSha256, done.PacketSha256);
        Assert.Equal(2, (await stage.AtTheCourtAsync()).Count);
    }

    [Fact]
    public async Task Shows_the_ground_on_which_the_court_refused()
    {
        await using var stage = await ConfirmationStage.OpenAsync(cluster.Cluster, facts: "李海生在两船上工作，各方表示酌情处理。");
        await stage.AllJoinAsync();
        var refused = await stage.UntilAsync(ConfirmationState.Refused);
        Assert.Contains("第三百五十八条", refused.Marks[^1].Note!, StringComparison.Ordinal);
        Assert.False((await stage.ReadAsync(stage.Stage.Li)).MayBegin);
    }

    [Fact]
    public async Task Is_not_there_before_the_agreement_takes_effect()
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster);
        await stage.FrozenAsync();
        Assert.Equal("settlements.not-effective", await ProposalWire.RefusedAsync(() => stage.Li.AskAsync<EnforcementView>($"api/cases/{stage.Case.Id}/enforcement")));
    }

    [Fact]
    public async Task Proves_a_right_to_property_by_papers_of_this_case_alone()
    {
        await using var stage = await ConfirmationStage.OpenAsync(cluster.Cluster);
        await stage.BeginAsync(stage.Stage.Li);
        Assert.Equal("settlements.no-such-proof", await ProposalWire.RefusedAsync(() =>
            stage.ActAsync(stage.Stage.Li, "/supply", new SupplyConfirmationRequest(ConfirmationStage.Details, [Guid.CreateVersion7()]))));
    }
}
