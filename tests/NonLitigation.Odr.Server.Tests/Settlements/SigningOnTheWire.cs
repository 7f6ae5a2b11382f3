using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Server.Tests.Negotiation;
using NonLitigation.Odr.Server.Tests.Rooms;
using static NonLitigation.Odr.Server.Tests.Negotiation.ProposalWire;

namespace NonLitigation.Odr.Server.Tests.Settlements;

public abstract class SigningOnTheWire(RoomCluster cluster)
{
    [Fact]
    public async Task Needs_a_fresh_proof_made_for_this_person_these_bytes_and_used_once()
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster);
        var frozen = await stage.FrozenAsync();
        var zhous = await stage.ProofAsync(stage.Zhou, $"sign:{frozen.Id}:{frozen.FrozenHash}");
        var other = await stage.ProofAsync(stage.Li, $"sign:{frozen.Id}:{new string('0', 64)}");
        foreach (var proof in new[] { zhous, other, Guid.NewGuid() })
            Assert.Equal("accounts.proof-not-valid", await RefusedAsync(() => stage.SignAsync(stage.Li, frozen, "李海生", proof: proof)));
        var mine = await stage.ProofAsync(stage.Li, $"sign:{frozen.Id}:{frozen.FrozenHash}");
        Assert.Equal("settlements.name-differs", await RefusedAsync(() => stage.SignAsync(stage.Li, frozen, "李海", proof: mine)));
        await stage.SignAsync(stage.Li, frozen, " 李海生 ", proof: mine);
        Assert.Equal("settlements.already-signed", await RefusedAsync(() => stage.SignAsync(stage.Li, frozen, "李海生", proof: mine)));
    }

    [Fact]
    public async Task Is_refused_for_any_other_text_and_void_after_reopening()
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster);
        var first = await stage.FrozenAsync();
        await stage.SignAsync(stage.Li, first, "李海生");
        Assert.Equal("settlements.text-conflict", await RefusedAsync(() => stage.SignAsync(stage.Zhou, first, "周永顺", hash: new string('0', 64))));
        Assert.Equal("settlements.reopen-first", await RefusedAsync(() => stage.Mediator.PutAsync<AgreementView>(stage.Path, stage.BothSums(first.Version, "改"))));
        Assert.Equal("settlements.reason-missing", await RefusedAsync(() => stage.Mediator.SendAsync<AgreementView>($"{stage.Path}/reopen", new ReopenAgreementRequest(" "))));
        var open = await stage.Mediator.SendAsync<AgreementView>($"{stage.Path}/reopen", new ReopenAgreementRequest("金额有误"));
        Assert.Equal("settlements.not-frozen", await RefusedAsync(() => stage.SignAsync(stage.Zhou, first, "周永顺")));
        Assert.Equal("settlements.version-conflict", await RefusedAsync(() => stage.Mediator.PutAsync<AgreementView>(stage.Path, stage.BothSums(first.Version, "改"))));
        var second = await stage.Mediator.SendAsync<AgreementView>($"{stage.Path}/freeze", new FreezeAgreementRequest(open.Version));
        Assert.NotEqual(first.FrozenHash, second.FrozenHash);
        Assert.DoesNotContain(second.Signatures, s => s.HasSigned);
        Assert.Equal("settlements.text-conflict", await RefusedAsync(() => stage.SignAsync(stage.Zhou, first, "周永顺")));
    }

    [Fact]
    public async Task Can_be_declined_with_a_reason_and_then_only_reopened()
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster);
        var frozen = await stage.FrozenAsync();
        await stage.SignAsync(stage.Li, frozen, "李海生");
        Assert.Equal("settlements.reason-missing", await RefusedAsync(() => stage.Zhou.SendAsync<AgreementView>($"api/agreements/{frozen.Id}/decline", new DeclineToSignRequest(frozen.FrozenHash!, ""))));
        var declined = await stage.Zhou.SendAsync<AgreementView>($"api/agreements/{frozen.Id}/decline", new DeclineToSignRequest(frozen.FrozenHash!, "日期太早"));
        Assert.Equal((AgreementState.Declined, "日期太早"), (declined.State, declined.Signatures.Single(s => s.IsMe).DeclinedReason));
        Assert.Equal("settlements.already-declined", await RefusedAsync(() => stage.SignAsync(stage.Wu, frozen, "吴建国")));
        Assert.True((await stage.ReadAsync(stage.Mediator)).MayReopen);
        Assert.Equal(AgreementState.Draft, (await stage.Mediator.SendAsync<AgreementView>($"{stage.Path}/reopen", new ReopenAgreementRequest("改日期"))).State);
    }

    [Fact]
    public async Task Takes_effect_once_when_the_last_signatures_come_at_the_same_moment()
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster);
        var frozen = await stage.FrozenAsync();
        var views = await Task.WhenAll(
            stage.SignAsync(stage.Li, frozen, "李海生"), stage.SignAsync(stage.Zhou, frozen, "周永顺"),
            stage.SignAsync(stage.Wu, frozen, "吴建国"), stage.SignAsync(stage.Mediator, frozen, "王正"));
        var last = Assert.Single(views, v => v.State == AgreementState.Effective);
        Assert.Equal(last.Signatures.Max(s => s.At), last.EffectiveAt);
        Assert.All(await Task.WhenAll(stage.ReadAsync(stage.Li), stage.ReadAsync(stage.Wu)), v => Assert.Equal((AgreementState.Effective, last.EffectiveAt), (v.State, v.EffectiveAt)));
    }

    [Fact]
    public async Task And_reopening_at_the_same_moment_never_leaves_a_signature_on_another_text()
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster);
        var frozen = await stage.FrozenAsync();
        await stage.SignAsync(stage.Li, frozen, "李海生");
        await stage.SignAsync(stage.Zhou, frozen, "周永顺");
        await stage.SignAsync(stage.Wu, frozen, "吴建国");
        var race = await Task.WhenAll(
            WinsAsync(() => stage.SignAsync(stage.Mediator, frozen, "王正")),
            WinsAsync(() => stage.Mediator.SendAsync<AgreementView>($"{stage.Path}/reopen", new ReopenAgreementRequest("再改"))));
        Assert.Single(race, won => won);
        Assert.Equal(race[0] ? AgreementState.Effective : AgreementState.Draft, (await stage.ReadAsync(stage.Mediator)).State);
    }

    [Fact]
    public async Task Is_over_when_the_case_has_ended_in_between()
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster);
        var frozen = await stage.FrozenAsync();
        await cluster.Cluster.WithDbAsync(async db =>
        {
            var file = (await db.Set<Case>().FindAsync(stage.Case.Id))!;
            file.Close(CaseRole.Mediator, stage.Mediator.Person, ClosingReason.RefusedToSign, "一方拒绝签署", DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync();
        });
        Assert.Equal("settlements.case-ended", await RefusedAsync(() => stage.SignAsync(stage.Li, frozen, "李海生")));
        Assert.False((await stage.ReadAsync(stage.Li)).MaySign);
    }

    [Fact]
    public async Task Leaves_a_draft_saved_by_two_at_once_with_one_of_them_and_tells_the_other_the_version()
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster);
        var race = await Task.WhenAll(
            WinsAsync(() => stage.Mediator.PutAsync<AgreementView>(stage.Path, stage.BothSums(0, "甲稿"))),
            WinsAsync(() => stage.Mediator.PutAsync<AgreementView>(stage.Path, stage.BothSums(0, "乙稿"))));
        Assert.Single(race, won => won);
        Assert.Equal((1, race[0] ? "甲稿" : "乙稿"), (await stage.ReadAsync(stage.Mediator)) is var v ? (v.Version, v.Facts) : default);
    }

    private static async Task<bool> WinsAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (RefusedOverHttpException)
        {
            return false;
        }
    }
}

public sealed class SigningOnTheWireOnOneNode(OneNode cluster) : SigningOnTheWire(cluster), IClassFixture<OneNode>;

public sealed class SigningOnTheWireOnTwoNodes(TwoNodes cluster) : SigningOnTheWire(cluster), IClassFixture<TwoNodes>;
