using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Contracts.Partners;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Partners;
using NonLitigation.Odr.Server.Shared;
using NonLitigation.Odr.Server.Tests.Negotiation;
using NonLitigation.Odr.Server.Tests.Settlements;
using NonLitigation.Odr.Server.Tests.Shared;
using Npgsql;

namespace NonLitigation.Odr.Server.Tests.Partners;

/// <summary>Whatever breaks between here and the court: exactly one filing, and its receipt.</summary>
public sealed class CarryingAFiling
{
    [Fact]
    public async Task Leaves_one_filing_at_the_court_when_the_receipt_is_lost_and_the_replay_brings_the_same_one()
    {
        var line = new BadLine(down: 1, lost: 1);
        await using var cluster = await OdrCluster.StartAsync(adjust: line.Apply);
        await using var stage = await ConfirmationStage.OpenAsync(cluster);
        await stage.AllJoinAsync();
        var done = await stage.UntilAsync(ConfirmationState.Confirmed);
        Assert.Equal(2, line.Receipts.Count);
        Assert.Equal(line.Receipts[0], line.Receipts[1]);
        Assert.Single(await stage.AtTheCourtAsync());
        var filing = Assert.Single(await stage.FilingsAsync());
        var receipt = JsonSerializer.Deserialize<FilingReceiptView>(line.Receipts[0], OdrJson.Options)!;
        Assert.Equal((receipt.ReceiptSha256, receipt.Number), (Digest.Of(filing.Receipt).ToString(), done.ReceiptNumber));
        Assert.Single(done.Marks, mark => mark.Step == ConfirmationStep.Received);
    }

    [Fact]
    public async Task Is_refused_by_the_counter_for_other_bytes_under_the_same_key_and_for_a_wrong_hash()
    {
        await using var cluster = await OdrCluster.StartAsync(adjust: ConfirmationStage.Quick);
        using var http = new HttpClient { BaseAddress = cluster.Addresses[0] };
        var key = Guid.CreateVersion7();
        async Task<HttpStatusCode> FileAsync(string packet, string? hash = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "simulated-court/filings") { Content = new StringContent(packet) };
            request.Headers.Add("Idempotency-Key", key.ToString());
            request.Headers.Add("X-Content-SHA256", hash ?? Digest.Of(System.Text.Encoding.UTF8.GetBytes(packet)).ToString());
            return (await http.SendAsync(request)).StatusCode;
        }
        Assert.Equal(HttpStatusCode.OK, await FileAsync("{}"));
        Assert.Equal(HttpStatusCode.OK, await FileAsync("{}"));
        Assert.Equal(HttpStatusCode.Conflict, await FileAsync("{\"a\":1}"));
        key = Guid.CreateVersion7();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await FileAsync("{}", new string('0', 64)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await FileAsync("no json"));
        Assert.Equal(1, await cluster.WithDbAsync(db => db.Set<SimulatedFilingRow>().CountAsync()));
    }

    [Fact]
    public async Task Does_not_happen_without_a_court_and_the_packet_is_there_to_take_along()
    {
        await using var cluster = await OdrCluster.StartAsync(adjust: builder =>
        {
            ConfirmationStage.Quick(builder);
            builder.Configuration["Odr:Court:Simulated"] = "false";
        });
        await using var stage = await ConfirmationStage.OpenAsync(cluster);
        await stage.BeginAsync(stage.Stage.Li);
        Assert.Equal("settlements.packet-not-complete", await ProposalWire.RefusedAsync(() => stage.Stage.Li.AskAsync<object>($"api/cases/{stage.CaseId}/confirmation/packet")));
        await stage.JoinAsync(stage.Stage.Zhou);
        await stage.JoinAsync(stage.Stage.Wu);
        EnforcementView view;
        for (var end = DateTime.UtcNow.AddSeconds(60); !(view = await stage.ReadAsync(stage.Stage.Zhou)).Confirmation!.MayDownload; await Task.Delay(200))
            Assert.True(DateTime.UtcNow < end, "no download within 60 s");
        Assert.Equal((CourtLink.None, ConfirmationState.Joined), (view.CourtLink, view.Confirmation.State));
        var answer = await stage.Stage.Zhou.Http.GetAsync(new Uri($"api/cases/{stage.CaseId}/confirmation/packet", UriKind.Relative));
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        byte[] Read(string name)
        {
            var bytes = new MemoryStream();
            using var entry = zip.GetEntry(name)!.Open();
            entry.CopyTo(bytes);
            return bytes.ToArray();
        }
        var manifest = (CanonicalObject)CanonicalJsonReader.Parse(Read("manifest.json"));
        Assert.Equal(Digest.Of(Read("调解协议书.pdf")).ToString(), ((CanonicalObject)manifest["agreement"]!).Text("sha256"));
        Assert.Equal(["manifest.json", "司法确认申请书.txt", "主持调解的证明.txt", "调解协议书.pdf"], zip.Entries.Select(entry => entry.FullName));
        Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => stage.Stage.Mediator.AskAsync<object>($"api/cases/{stage.CaseId}/confirmation/packet")));
        Assert.Empty(await stage.FilingsAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await stage.Stage.Li.Http.GetAsync(new Uri($"simulated-court/filings/{Guid.NewGuid()}", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Reminds_once_in_the_last_week_and_is_too_late_after_the_thirty_days()
    {
        var time = new ShiftedTime();
        await using var cluster = await OdrCluster.StartAsync(adjust: builder =>
        {
            ConfirmationStage.Quick(builder);
            builder.Configuration["Odr:Cases:ClockSweep"] = "00:00:00.300";
            builder.Services.AddSingleton<TimeProvider>(time);
        });
        await using var stage = await ConfirmationStage.OpenAsync(cluster);
        await stage.BeginAsync(stage.Stage.Li);
        Assert.Equal(["13900000002", "13900000003"], await ToldAsync(cluster, "已申请"));
        time.By = TimeSpan.FromDays(26);
        for (var end = DateTime.UtcNow.AddSeconds(20); (await ToldAsync(cluster, "还在等您答复")).Count == 0; await Task.Delay(100)) Assert.True(DateTime.UtcNow < end, "nobody was reminded");
        await Task.Delay(1_000);
        Assert.Equal(["13900000002", "13900000003"], await ToldAsync(cluster, "还在等您答复"));
        time.By = TimeSpan.FromDays(40);
        var view = await stage.ReadAsync(stage.Stage.Zhou);
        Assert.False(view.Routes[0].IsOpen || view.Confirmation!.MayAnswer || view.MayBegin);
        Assert.Equal("settlements.confirmation-too-late", await ProposalWire.RefusedAsync(() => stage.JoinAsync(stage.Stage.Zhou)));
    }

    [Fact]
    public async Task Keeps_packet_and_receipt_as_they_are_also_past_the_program()
    {
        await using var cluster = await OdrCluster.StartAsync(adjust: ConfirmationStage.Quick);
        await using var stage = await ConfirmationStage.OpenAsync(cluster);
        await stage.AllJoinAsync();
        await stage.UntilAsync(ConfirmationState.Confirmed);
        foreach (var sql in new[] { "update partner_filings set packet = 'x'", "update partner_filings set receipt = 'x'", "delete from partner_filings", "delete from confirmations" })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => cluster.WithDbAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
            Assert.True(refused.SqlState == "23001", $"{sql}: {refused.SqlState}");
        }
    }

    private static Task<List<string>> ToldAsync(OdrCluster cluster, string words) => cluster.WithDbAsync(db =>
        db.Set<DeliveryMessage>().AsNoTracking().Where(one => one.TextZh.Contains(words)).OrderBy(one => one.To).Select(one => one.To).ToListAsync());
}
