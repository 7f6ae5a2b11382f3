using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Server.Shared;
using NonLitigation.Odr.Server.Tests.Rooms;

namespace NonLitigation.Odr.Server.Tests.Shared;

/// <summary>Figures and spans say how it goes, never what is said or by whom.</summary>
public sealed class Measuring
{
    [Fact]
    public async Task Shows_the_engine_at_an_address_of_its_own_and_nowhere_else()
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        await using var cluster = await OdrCluster.StartAsync(adjust: builder =>
        {
            RoomCluster.Quick(builder);
            builder.Configuration["Odr:Telemetry:Metrics"] = address.ToString();
        });
        await using var stage = await RoomStage.OpenAsync(cluster);
        await stage.Applicant.PostAsync(stage.Id, "一句");
        await TestPage.RefusalAsync(() => stage.Applicant.OpenSessionAsync(stage.Id));
        using var http = new HttpClient();
        var figures = await http.GetStringAsync(new Uri(address, "metrics"));
        foreach (var name in new[] { "odr_hub_call_seconds_bucket", "odr_refusals", "odr_sockets", "odr_rooms_open", "odr_engine_commit_seconds_bucket", "odr_engine_delivery_seconds_bucket" })
            Assert.Contains(name, figures, StringComparison.Ordinal);
        Assert.Contains("code=\"shared.not-found\"", figures, StringComparison.Ordinal);
        // The public address knows nothing of it, and this one of nothing else.
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(cluster.Addresses[0], "metrics"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(address, "api/organisations"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(address, "health/ready"))).StatusCode);
    }

    [Fact]
    public async Task Shows_no_word_no_name_and_no_token_in_logs_figures_or_spans()
    {
        var seen = new ConcurrentQueue<string>();
        using var spans = new ActivityListener
        {
            ShouldListenTo = source => Telemetry.Sources.Contains(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => seen.Enqueue($"{span.Source.Name} {span.DisplayName} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Baggage)} {string.Join(' ', span.Events.SelectMany(one => one.Tags))}"),
        };
        ActivitySource.AddActivityListener(spans);
        using var figures = new MeterListener { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        figures.SetMeasurementEventCallback<long>((instrument, value, tags, _) => seen.Enqueue($"{instrument.Name} {value} {string.Join(' ', tags.ToArray())}"));
        figures.SetMeasurementEventCallback<int>((instrument, value, tags, _) => seen.Enqueue($"{instrument.Name} {value} {string.Join(' ', tags.ToArray())}"));
        figures.SetMeasurementEventCallback<double>((instrument, value, tags, _) => seen.Enqueue($"{instrument.Name} {value} {string.Join(' ', tags.ToArray())}"));
        figures.Start();
        var log = new LogBook();
        await using var cluster = await OdrCluster.StartAsync(adjust: builder =>
        {
            RoomCluster.Quick(builder);
            log.Keep(builder);
            // What a node logs as it is shipped.
            builder.Logging.SetMinimumLevel(LogLevel.Information);
        });
        await using var stage = await RoomStage.OpenAsync(cluster);
        var canaries = Enumerable.Range(0, 20).Select(_ => $"canary{Guid.NewGuid():N}").ToList();
        foreach (var canary in canaries) await stage.Applicant.PostAsync(stage.Id, $"{canary} 的话");
        await TestPage.RefusalAsync(() => stage.Applicant.ActAsync("CloseSession", new Contracts.Rooms.CloseSessionRequest(stage.Id, canaries[0])));
        using var answer = await stage.Applicant.Http.GetAsync(new Uri($"api/organisations?search={canaries[1]}", UriKind.Relative));
        await stage.Mediator.UntilAsync(page => page.Posted.Count > 20);
        figures.RecordObservableInstruments();
        var cookie = (await TestSignIn.CookieAsync(cluster, stage.Room.Applicant))["odr=".Length..];
        string[] secrets = [.. canaries, "李海生", "周永顺", "王调解员", cookie[..40]];
        Assert.Empty(log.Find(secrets));
        Assert.DoesNotContain(seen, text => Array.Exists(secrets, secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)));
        // The net has no holes: spans of the record and of the hub, and figures, did come by.
        foreach (var expected in new[] { "Npgsql ", "Microsoft.AspNetCore.SignalR.Server ", "odr.hub.call ", "odr.refusals " }) Assert.Contains(seen, text => text.StartsWith(expected, StringComparison.Ordinal));
        Assert.NotEmpty(log.Lines);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
