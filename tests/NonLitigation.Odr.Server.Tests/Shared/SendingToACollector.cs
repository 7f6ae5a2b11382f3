using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Server.Tests.Evidence;
using NonLitigation.Odr.Server.Tests.Rooms;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace NonLitigation.Odr.Server.Tests.Shared;

/// <summary>What leaves for an OpenTelemetry collector by <c>Odr:Telemetry:Otlp</c>, byte for byte.</summary>
public sealed class SendingToACollector
{
    private static readonly string[] Histograms = ["odr.engine.commit", "odr.hub.call", "odr.engine.delivery", "odr.engine.queue", "odr.engine.batch", "odr.engine.behind"];

    [Theory]
    [InlineData(null)]
    [InlineData("grpc")]
    [InlineData("http/protobuf")]
    public async Task Brings_the_figures_and_traces_and_no_word_no_name_no_file_name_and_no_secret_address(string? protocol)
    {
        await using var collector = await OtlpCollector.StartAsync();
        await using var cluster = await OdrCluster.StartAsync(adjust: builder =>
        {
            RoomCluster.Quick(builder);
            builder.Configuration["Odr:Node"] = "node-7";
            builder.Configuration["Odr:Telemetry:Otlp"] = (protocol == "http/protobuf" ? collector.HttpAddress : collector.GrpcAddress).ToString();
            builder.Configuration["Odr:Telemetry:OtlpProtocol"] = protocol;
        });
        await using var stage = await RoomStage.OpenAsync(cluster);
        var canaries = Enumerable.Range(0, 24).Select(_ => $"canary{Guid.NewGuid():N}").ToArray();
        var caucus = await stage.CaucusAsync(stage.Room.ApplicantParty);
        await stage.Applicant.EnterAsync(caucus.Id);
        foreach (var canary in canaries[..10]) await stage.Applicant.PostAsync(stage.Id, $"{canary} 的话");
        foreach (var canary in canaries[10..20]) await stage.Applicant.PostAsync(caucus.Id, canary);
        await TestPage.RefusalAsync(() => stage.Applicant.ActAsync("CloseSession", new Contracts.Rooms.CloseSessionRequest(stage.Id, canaries[20])));
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(SampleFiles.Text()), "file", $"{canaries[21]}.txt" }, { new StringContent($"{stage.Id}"), "roomId" }, { new StringContent($"{Guid.CreateVersion7()}"), "clientMessageId" },
        };
        using var shown = await stage.Applicant.Http.PostAsync(new Uri("api/exhibits", UriKind.Relative), form);
        Assert.True(shown.IsSuccessStatusCode);
        using var searched = await stage.Applicant.Http.GetAsync(new Uri($"api/organisations?search={canaries[22]}", UriKind.Relative));
        // The address of a calendar is the right to it, a printed code the way to an outcome: neither may lie in a collector.
        using var calendar = await stage.Applicant.Http.GetAsync(new Uri($"api/calendars/{canaries[23]}", UriKind.Relative));
        using var code = await stage.Applicant.Http.GetAsync(new Uri($"api/verify/{canaries[0]}", UriKind.Relative));
        await stage.Mediator.UntilAsync(page => page.Posted.Count > 10);
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken); // a heartbeat or two: who is behind

        Assert.True(cluster.Services.GetRequiredService<MeterProvider>().ForceFlush(20_000));
        Assert.True(cluster.Services.GetRequiredService<TracerProvider>().ForceFlush(20_000));

        var metrics = collector.Metrics.Where(one => one.Scope == "NonLitigation.Odr").ToLookup(one => one.Name);
        Assert.All(Histograms, name => Assert.Contains(metrics[name], one => one.Points.Any(point => point.Count > 0 && point.Sum >= 0)));
        Assert.Contains(metrics["odr.hub.call"], one => one.Points.Any(point => point.Count >= 20 && point.Tags["method"] == "PostMessage"));
        Assert.Contains(metrics["odr.sockets"], one => one.Points.Count > 0);
        Assert.Contains(metrics["odr.refusals"], one => one.Points.Any(point => point.Tags["code"] == "shared.not-found"));
        Assert.All(collector.Metrics, one => Assert.Equal("odr", one.Service));
        var spans = collector.Spans.ToList();
        Assert.All(Server.Shared.Telemetry.Sources, source => Assert.Contains(spans, span => span.Scope == source));
        // Requests are told apart by their routes.
        Assert.Contains(spans, span => span.Name == "POST /api/exhibits" && span.Tags["http.route"] == "/api/exhibits");
        Assert.Contains(spans, span => span.Name == "GET /api/calendars/{address}");
        // A call and what it asks of the record are one trace.
        var calls = spans.Where(span => span.Scope == "Microsoft.AspNetCore.SignalR.Server").Select(span => span.TraceId).ToHashSet();
        Assert.Contains(spans, span => span is { Scope: "Npgsql", HasParent: true } && calls.Contains(span.TraceId) && span.Tags["db.npgsql.data_source"] == "odr");

        string[] secrets = [.. canaries, "李海生", "周永顺", "王调解员", "的话", TestStores.Service(cluster.Database).Password!, (await TestSignIn.CookieAsync(cluster, stage.Room.Applicant))["odr=".Length..][..40]];
        Assert.Empty(collector.Everything.SelectMany(text => secrets.Where(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)).Select(secret => Around(text, secret))));
        // The net has no holes: what is looked for would be found, and what may stand there does.
        Assert.Contains(collector.Everything, text => text.Contains("node-7", StringComparison.Ordinal));
        Assert.Contains(collector.Everything, text => text.Contains("PostMessage", StringComparison.Ordinal));
    }

    private static string Around(string text, string secret)
    {
        var at = text.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
        return text[Math.Max(0, at - 120)..Math.Min(text.Length, at + 80)];
    }
}
