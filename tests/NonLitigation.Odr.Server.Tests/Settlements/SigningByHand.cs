using System.Net;
using NonLitigation.Odr.Contracts.Evidence;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Server.Tests.Documents;
using NonLitigation.Odr.Server.Tests.Evidence;
using NonLitigation.Odr.Server.Tests.Negotiation;
using NonLitigation.Odr.Server.Tests.Rooms;

namespace NonLitigation.Odr.Server.Tests.Settlements;

/// <summary>A clause on personal status: blocked in the draft, split off, printed, signed by hand, the scan in the file (电子签名法 3).</summary>
public sealed class SigningByHand(OneNode cluster) : IClassFixture<OneNode>
{
    private const string Custody = "李海生与周永顺解除收养关系。";

    private static async Task<AgreementView> SplitAsync(SettlementStage stage)
    {
        var request = stage.BothSums(0);
        var draft = await stage.Mediator.PutAsync<AgreementView>(stage.Path, request with { Clauses = [.. request.Clauses, new(Custody)] });
        Assert.Contains(draft.Findings, f => f is { Code: "personal-status", Blocks: true } && f.Article.Contains("电子签名法", StringComparison.Ordinal));
        return await stage.Mediator.SendAsync<AgreementView>($"{stage.Path}/paper/split", new SplitOffRequest(draft.Version, [2], []));
    }

    private static Task<AgreementView> DoAsync(SettlementStage stage, string act, object? request = null) => stage.Mediator.SendAsync<AgreementView>($"{stage.Path}/paper/{act}", request ?? new { });

    private static async Task<Guid> ScanAsync(TestPage page, byte[] bytes, string name, Guid? caseId = null)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", name } };
        if (caseId is { } id) form.Add(new StringContent($"{id}"), "caseId");
        using var answer = await page.Http.PostAsync(new Uri("api/exhibits", UriKind.Relative), form);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return System.Text.Json.JsonSerializer.Deserialize<ExhibitView>(await answer.Content.ReadAsStringAsync(), Server.Shared.OdrJson.Options)!.Id;
    }

    [Fact]
    public async Task Goes_its_own_way_beside_the_electronic_agreement()
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster);
        var split = await SplitAsync(stage);
        Assert.Equal([Custody], split.Paper!.Clauses);
        Assert.DoesNotContain(split.Findings, f => f.Code == "personal-status");
        Assert.True(split.MayFreeze);
        Assert.Null((await stage.ReadAsync(stage.Li)).Paper); // a draft is the mediator's alone
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stage.Li.Http.GetAsync(new Uri($"{stage.Path}/paper/print", UriKind.Relative))).StatusCode);

        var fixedPart = (await DoAsync(stage, "fix")).Paper!;
        Assert.Equal(fixedPart.Hash, (await stage.ReadAsync(stage.Li)).Paper!.Hash);
        var printed = await stage.Li.Http.GetAsync(new Uri($"{stage.Path}/paper/print", UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (printed.StatusCode, printed.Content.Headers.ContentType!.MediaType));
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, await printed.Content.ReadAsByteArrayAsync());
        var (_, words) = OutsideTool.Run("pdftotext", "-layout", file, "-");
        File.Delete(file);
        var text = string.Concat(words.Where(c => !char.IsWhiteSpace(c)));
        Assert.Contains(Custody, text, StringComparison.Ordinal);
        Assert.Contains("电子签名法》第三条", text, StringComparison.Ordinal);
        Assert.Contains(fixedPart.Hash!, text, StringComparison.Ordinal);

        // The electronic agreement is signed meanwhile; people come to sign by hand afterwards.
        var frozen = await stage.Mediator.SendAsync<AgreementView>($"{stage.Path}/freeze", new FreezeAgreementRequest(split.Version));
        Assert.DoesNotContain(Custody, frozen.Text, StringComparison.Ordinal);
        await stage.AllSignAsync(frozen);
        var scan = await ScanAsync(stage.Mediator, SampleFiles.Pdf(), "签署件.pdf"); // the case has ended: laid aside until it is recorded
        var done = (await DoAsync(stage, "signed", new RecordPaperSigningRequest(scan, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1), "海州区非诉服务站"))).Paper!;
        Assert.Equal((PaperState.SignedByHand, scan, false, false), (done.State, done.ScanId!.Value, done.MayChange, done.MayRecord));
        Assert.Equal(done, (await stage.ReadAsync(stage.Wu)).Paper! with { Clauses = done.Clauses });
        var entries = await stage.EntriesAsync();
        Assert.Equal(["paper-fixed", "paper-signed"], entries.Where(type => type.StartsWith("paper", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Needs_a_scan_of_this_case_and_a_fixed_text()
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster);
        Assert.Equal("settlements.paper-is-empty", await ProposalWire.RefusedAsync(() => DoAsync(stage, "fix")));
        await SplitAsync(stage);
        var scan = await ScanAsync(stage.Mediator, SampleFiles.Pdf(), "签署件.pdf", stage.Case.Id);
        var signing = new RecordPaperSigningRequest(scan, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1), "海州区");
        Assert.Equal("settlements.paper-not-fixed", await ProposalWire.RefusedAsync(() => DoAsync(stage, "signed", signing)));
        await DoAsync(stage, "fix");
        var (elsewhere, words) = (await ScanAsync(stage.Li, SampleFiles.Pdf(), "别人的.pdf"), await ScanAsync(stage.Mediator, SampleFiles.Text(), "文字.txt", stage.Case.Id));
        foreach (var wrong in new[] { elsewhere, words, Guid.CreateVersion7() })
            Assert.Equal("settlements.scan-missing", await ProposalWire.RefusedAsync(() => DoAsync(stage, "signed", signing with { ScanId = wrong })));
        Assert.Equal("settlements.paper-is-fixed", await ProposalWire.RefusedAsync(() => DoAsync(stage, "drop", new DropPaperClauseRequest(1))));
        Assert.Equal(PaperState.Collecting, (await DoAsync(stage, "reopen")).Paper!.State);
        Assert.Empty((await DoAsync(stage, "drop", new DropPaperClauseRequest(1))).Paper!.Clauses);
        Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => stage.Li.SendAsync<AgreementView>($"{stage.Path}/paper/fix", new { })));
    }
}
