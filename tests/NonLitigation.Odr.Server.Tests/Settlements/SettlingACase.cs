using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Negotiation;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Server.Tests.Negotiation;
using NonLitigation.Odr.Server.Tests.Rooms;

namespace NonLitigation.Odr.Server.Tests.Settlements;

/// <summary>The whole way from an empty draft to the sealed document, each step as its people see it.</summary>
public sealed class SettlingACase(OneNode cluster) : IClassFixture<OneNode>
{
    [Fact]
    public async Task Ends_with_an_effective_agreement_over_both_sums_and_a_valid_document()
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster);
        var empty = await stage.ReadAsync(stage.Mediator);
        Assert.Equal((0, AgreementState.Draft, true, false), (empty.Version, empty.State, empty.MayDraft, empty.MayFreeze));
        var frozen = await stage.FrozenAsync();
        Assert.Equal((AgreementState.Frozen, CaseStage.Signing), (frozen.State, await StageOfAsync(stage)));
        Assert.Contains("¥1,600.00（人民币壹仟陆佰元整）", frozen.Text, StringComparison.Ordinal);

        var bytes = await stage.Li.Http.GetAsync(new Uri($"api/agreements/{frozen.Id}/text", UriKind.Relative));
        Assert.Equal(frozen.FrozenHash, Convert.ToHexStringLower(SHA256.HashData(await bytes.Content.ReadAsByteArrayAsync())));
        Assert.Equal($"\"{frozen.FrozenHash}\"", bytes.Headers.ETag!.Tag);

        var signed = await stage.AllSignAsync(frozen);
        Assert.Equal((AgreementState.Effective, CaseStage.Agreed), (signed.State, await StageOfAsync(stage)));
        Assert.Equal(signed.Signatures.Max(s => s.At), signed.EffectiveAt);
        Assert.All(signed.Signatures, s => Assert.True(s.HasSigned));

        var done = await UntilReadyAsync(stage);
        var pdf = await stage.Wu.Http.GetAsync(new Uri($"api/outcomes/{done.OutcomeId}", UriKind.Relative));
        var document = await pdf.Content.ReadAsByteArrayAsync();
        Assert.Equal(("application/pdf", "attachment"), (pdf.Content.Headers.ContentType!.MediaType, pdf.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal(done.OutcomeSha256, Convert.ToHexStringLower(SHA256.HashData(document)));
        var said = await PdfSigAsync(document);
        Assert.Contains("Signature is Valid", said, StringComparison.Ordinal);
        Assert.Contains("Total document signed", said, StringComparison.Ordinal);

        var check = await stage.Li.AskAsync<OutcomeCheckView>($"api/verify/{done.VerificationCode!.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal)}");
        Assert.Equal((done.FrozenHash, done.EffectiveAt, done.OutcomeSha256), (check.FrozenHash, check.EffectiveAt, check.OutcomeSha256));
        Assert.Equal(["李*生", "周*顺", "吴*国", "王正", "第0级非诉服务分中心"], check.Signatures.Select(s => s.MaskedName));
        Assert.Equal(["agreement-frozen", "agreement-signed", "agreement-signed", "agreement-signed", "agreement-signed", "agreement-effective", "outcome-ready"], await stage.EntriesAsync());
    }

    [Fact]
    public async Task Starts_from_two_sums_proposed_at_once_each_agreed_by_the_owner_it_binds_and_the_deckhand()
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster);
        var room = await stage.SitAsync();
        var due = new DateOnly(2026, 12, 15);
        var proposals = await Task.WhenAll(
            stage.Mediator.ProposeAsync(ProposalWire.Request(room, [stage.LiParty, stage.ZhouParty], new TermDraft(stage.ZhouParty, stage.LiParty, 160_000, "工资", due, "银行转账"))),
            stage.Mediator.ProposeAsync(ProposalWire.Request(room, [stage.LiParty, stage.WuParty], new TermDraft(stage.WuParty, stage.LiParty, 180_000, "工资", due, "银行转账"))));
        Assert.Equal("negotiation.not-bound", await ProposalWire.RefusedAsync(() => stage.Zhou.AnswerAsync(proposals[1].Id, ProposalAnswer.Accept)));
        await Task.WhenAll(stage.Li.AnswerAsync(proposals[0].Id, ProposalAnswer.Accept), stage.Li.AnswerAsync(proposals[1].Id, ProposalAnswer.Accept));
        Assert.Equal(ProposalState.Agreed, (await stage.Wu.AnswerAsync(proposals[1].Id, ProposalAnswer.Accept)).State);
        Assert.Equal(ProposalState.Agreed, (await stage.Zhou.AnswerAsync(proposals[0].Id, ProposalAnswer.Accept)).State);
        Assert.Equal(["壹仟陆佰元整", "壹仟捌佰元整"], (await stage.Li.ProposalsAsync(room)).SelectMany(p => p.Terms).OrderBy(t => t.AmountFen).Select(t => t.AmountCapitals));
        var signed = await stage.AllSignAsync(await stage.FrozenAsync());
        Assert.Equal([160_000, 180_000], signed.Obligations.Select(o => o.AmountFen));
        Assert.Equal("rooms.closed", await TestPage.RefusalAsync(() => stage.Li.PostAsync(room, "谢谢")));
    }

    [Fact]
    public async Task Keeps_the_drafts_words_with_the_mediator_until_they_are_frozen()
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster);
        await stage.DraftedAsync();
        var seen = await stage.ReadAsync(stage.Zhou);
        Assert.Equal((AgreementState.Draft, "", "", false), (seen.State, seen.Facts, seen.Text, seen.MayDraft));
        Assert.Empty(seen.Obligations);
        Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => stage.Zhou.PutAsync<AgreementView>(stage.Path, stage.BothSums(1, "我来写"))));
        Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => stage.Zhou.SendAsync<AgreementView>($"{stage.Path}/freeze", new FreezeAgreementRequest(1))));
        var id = (await stage.ReadAsync(stage.Mediator)).Id;
        Assert.Equal("settlements.not-frozen", await ProposalWire.RefusedAsync(() => stage.Zhou.AskAsync<object>($"api/agreements/{id}/text")));
    }

    [Fact]
    public async Task Is_nothing_to_strangers_and_to_a_respondent_who_refused()
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster, wuConsents: false);
        var draft = await stage.Mediator.PutAsync<AgreementView>(stage.Path, stage.BothSums(0));
        Assert.Contains(draft.Findings, f => f is { Code: "party-not-taking-part", Obligation: 2, Blocks: true });
        Assert.Equal("settlements.not-ready", await ProposalWire.RefusedAsync(() => stage.Mediator.SendAsync<AgreementView>($"{stage.Path}/freeze", new FreezeAgreementRequest(1))));
        draft = await stage.Mediator.PutAsync<AgreementView>(stage.Path, stage.BothSums(1) with { Obligations = [stage.BothSums(1).Obligations[0]] });
        var frozen = await stage.Mediator.SendAsync<AgreementView>($"{stage.Path}/freeze", new FreezeAgreementRequest(draft.Version));
        var stranger = await stage.PageAsync(Guid.CreateVersion7());
        foreach (var nobody in new[] { stranger, stage.Wu })
        {
            Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => stage.ReadAsync(nobody)));
            Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => nobody.AskAsync<object>($"api/agreements/{frozen.Id}/text")));
            Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => stage.SignAsync(nobody, frozen, "吴建国")));
        }
        await stage.SignAsync(stage.Li, frozen, "李海生");
        await stage.SignAsync(stage.Zhou, frozen, "周永顺");
        var outcome = (await stage.SignAsync(stage.Mediator, frozen, "王正"), await UntilReadyAsync(stage)).Item2.OutcomeId;
        Assert.Equal(HttpStatusCode.NotFound, (await stage.Wu.Http.GetAsync(new Uri($"api/outcomes/{outcome}", UriKind.Relative))).StatusCode);
        Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => stage.Li.AskAsync<object>("api/verify/0000-0000-0000-0000")));
    }

    [Fact]
    public async Task Uses_the_seal_of_the_nearest_organisation_above_and_is_refused_when_there_is_none()
    {
        await using (var above = await SettlementStage.OpenAsync(cluster.Cluster, seals: [false, true]))
        {
            Assert.Equal("第1级非诉服务分中心", (await above.FrozenAsync()).SealedBy);
        }
        await using var none = await SettlementStage.OpenAsync(cluster.Cluster, seals: [false]);
        Assert.Equal("settlements.not-ready", await ProposalWire.RefusedAsync(none.FrozenAsync));
        Assert.Contains((await none.ReadAsync(none.Mediator)).Findings, f => f.Code == "no-seal");
    }

    [Fact]
    public async Task Is_signed_for_an_organisation_by_its_representatives_own_name()
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster, wuRepresentative: "赵远帆");
        var frozen = await stage.FrozenAsync();
        Assert.Contains("海州航运有限公司", frozen.Text, StringComparison.Ordinal);
        Assert.Equal("settlements.name-differs", await ProposalWire.RefusedAsync(() => stage.SignAsync(stage.Wu, frozen, "海州航运有限公司")));
        var seat = (await stage.SignAsync(stage.Wu, frozen, "赵远帆")).Signatures.Single(s => s.IsMe);
        Assert.Equal(("赵远帆", "海州航运有限公司"), (seat.Name, seat.For));
    }

    private static async Task<AgreementView> UntilReadyAsync(SettlementStage stage)
    {
        for (var end = DateTime.UtcNow.AddSeconds(60); ; await Task.Delay(200))
        {
            var view = await stage.ReadAsync(stage.Li);
            if (view.OutcomeId is not null) return view;
            Assert.True(DateTime.UtcNow < end, "The document was not made within 60 s.");
        }
    }

    private static Task<CaseStage> StageOfAsync(SettlementStage stage) =>
        stage.Cluster.WithDbAsync(db => db.Set<Case>().AsNoTracking().Where(c => c.Id == stage.Case.Id).Select(c => c.Stage).SingleAsync());

    private static async Task<string> PdfSigAsync(byte[] pdf)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, pdf);
            using var pdfsig = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("pdfsig", ["-nocert", path]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
            return await pdfsig.StandardOutput.ReadToEndAsync();
        }
        finally
        {
            File.Delete(path);
        }
    }
}
