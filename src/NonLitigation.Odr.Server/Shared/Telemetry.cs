using NonLitigation.Odr.Application.Shared;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>
/// Metrics and traces (<c>Odr:Telemetry</c>): <c>Metrics</c> is an address of its own, such as <c>http://127.0.0.1:9464</c>, whose
/// <c>/metrics</c> Prometheus reads; <c>Otlp</c> an OpenTelemetry collector that gets metrics and traces. Neither holds what people say, their names or tokens.
/// </summary>
public static class Telemetry
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var (metrics, otlp) = (Address(builder.Configuration, "Metrics"), Address(builder.Configuration, "Otlp"));
        if (metrics is not null) builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, $"{builder.Configuration[WebHostDefaults.ServerUrlsKey] ?? "http://localhost:5000"};{metrics.GetLeftPart(UriPartial.Authority)}");
        if (metrics is null && otlp is null) return;
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("odr", serviceInstanceId: builder.Configuration["Odr:Node"] ?? Environment.MachineName));
        telemetry.WithMetrics(all =>
        {
            all.AddMeter(ServerMeters.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections", "Npgsql", "System.Runtime");
            if (metrics is not null) all.AddPrometheusExporter();
            if (otlp is not null) all.AddOtlpExporter(exporter => exporter.Endpoint = otlp);
        });
        if (otlp is not null) telemetry.WithTracing(all => all.AddSource(Sources).AddOtlpExporter(exporter => exporter.Endpoint = otlp));
    }

    /// <summary>Whose spans are kept. Npgsql's hold statements with places for values, never values.</summary>
    public static readonly string[] Sources = ["Microsoft.AspNetCore", "Microsoft.AspNetCore.SignalR.Server", "Npgsql"];

    /// <summary>The figures are at their own address alone, and nothing else is there but the health.</summary>
    public static void UseTelemetry(this WebApplication app)
    {
        if (Address(app.Configuration, "Metrics") is not { } metrics) return;
        app.Use((context, next) =>
        {
            var inside = context.Connection.LocalPort == metrics.Port;
            var figures = context.Request.Path.StartsWithSegments("/metrics");
            if (inside ? figures || context.Request.Path.StartsWithSegments("/health") : !figures) return next(context);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        app.MapPrometheusScrapingEndpoint("/metrics").AllowAnonymous().WithMetadata(new ShowsAttribute(SecuredObject.Telemetry));
    }

    private static Uri? Address(IConfiguration configuration, string name) => configuration[$"Odr:Telemetry:{name}"] is { Length: > 0 } address ? new(address) : null;
}
