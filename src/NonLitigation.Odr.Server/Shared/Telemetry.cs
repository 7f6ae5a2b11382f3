using Microsoft.AspNetCore.Http.Features;
using NonLitigation.Odr.Application.Shared;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>
/// Metrics and traces (<c>Odr:Telemetry</c>): <c>Metrics</c> is an address of its own, such as <c>http://127.0.0.1:9464</c>, whose
/// <c>/metrics</c> Prometheus reads; <c>Otlp</c> an OpenTelemetry collector that gets metrics and traces, by <c>OtlpProtocol</c> <c>grpc</c> or <c>http/protobuf</c>.
/// Neither holds what people say, their names or tokens.
/// </summary>
public static class Telemetry
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var (metrics, otlp) = (Address(builder.Configuration, "Metrics"), Address(builder.Configuration, "Otlp"));
        var protocol = Protocol(builder.Configuration["Odr:Telemetry:OtlpProtocol"]);
        if (metrics is not null) builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, $"{builder.Configuration[WebHostDefaults.ServerUrlsKey] ?? "http://localhost:5000"};{metrics.GetLeftPart(UriPartial.Authority)}");
        if (metrics is null && otlp is null) return;
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("odr", serviceInstanceId: builder.Configuration["Odr:Node"] ?? Environment.MachineName));
        telemetry.WithMetrics(all =>
        {
            all.AddMeter(ServerMeters.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections", "Npgsql", "System.Runtime");
            if (metrics is not null) all.AddPrometheusExporter();
            if (otlp is not null) all.AddOtlpExporter(exporter => Send(exporter, otlp, protocol, "metrics"));
        });
        if (otlp is not null) telemetry.WithTracing(all => all.AddSource(Sources).AddOtlpExporter(exporter => Send(exporter, otlp, protocol, "traces")));
    }

    /// <summary>Whose spans are kept. Npgsql's hold statements with places for values, never values.</summary>
    public static readonly string[] Sources = ["Microsoft.AspNetCore", "Microsoft.AspNetCore.SignalR.Server", "Npgsql"];

    /// <summary>The figures are at their own address alone, and nothing else is there but the health.</summary>
    public static void UseTelemetry(this WebApplication app)
    {
        if (Address(app.Configuration, "Otlp") is not null) app.Use(NameAsync);
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

    /// <summary>A request's span is named by its route: the address itself may be a right (a calendar's) or hold what somebody searched for.</summary>
    private static async Task NameAsync(HttpContext context, RequestDelegate next)
    {
        var endpoint = context.GetEndpoint(); // handling a fault takes it away
        try
        {
            await next(context);
        }
        finally
        {
            if (context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span)
            {
                var route = ((context.GetEndpoint() ?? endpoint) as RouteEndpoint)?.RoutePattern.RawText;
                span.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} {route}";
                span.SetTag("http.request.method", context.Request.Method).SetTag("http.route", route).SetTag("http.response.status_code", context.Response.StatusCode);
            }
        }
    }

    private static OtlpExportProtocol Protocol(string? named) => named switch
    {
        null or "" or "grpc" => OtlpExportProtocol.Grpc,
        "http/protobuf" => OtlpExportProtocol.HttpProtobuf,
        var other => throw new InvalidOperationException($"Odr:Telemetry:OtlpProtocol is grpc or http/protobuf, not {other}."),
    };

    /// <summary>Over HTTP each signal has a path of its own (OTLP 1.x); the exporter adds it to an address from its own variables only.</summary>
    private static void Send(OtlpExporterOptions exporter, Uri collector, OtlpExportProtocol protocol, string signal)
    {
        exporter.Protocol = protocol;
        exporter.Endpoint = protocol == OtlpExportProtocol.Grpc ? collector : new($"{collector.AbsoluteUri.TrimEnd('/')}/v1/{signal}");
    }

    private static Uri? Address(IConfiguration configuration, string name) => configuration[$"Odr:Telemetry:{name}"] is { Length: > 0 } address ? new(address) : null;
}
