using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Application.Archive;
using NonLitigation.Odr.Application.Enterprises;
using NonLitigation.Odr.Application.Law;
using NonLitigation.Odr.Application.Negotiation;
using NonLitigation.Odr.Application.Network;
using NonLitigation.Odr.Application.Partners;
using NonLitigation.Odr.Application.Settlements;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Server.Accounts;
using NonLitigation.Odr.Server.Archive;
using NonLitigation.Odr.Server.Enterprises;
using NonLitigation.Odr.Server.Law;
using NonLitigation.Odr.Server.Negotiation;
using NonLitigation.Odr.Server.Network;
using NonLitigation.Odr.Server.Partners;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Evidence;
using NonLitigation.Odr.Server.Cases;
using NonLitigation.Odr.Server.Evidence;
using NonLitigation.Odr.Server.Rooms;
using NonLitigation.Odr.Server.Settlements;
using NonLitigation.Odr.Persistence.Shared;
using Npgsql;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>Puts the service together. Tests build the same application with other settings.</summary>
public static class OdrApplication
{
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        adjust?.Invoke(builder);
        builder.Services.AddSafeStart(); // before everything that runs by itself
        builder.AddOdrDatabase();
        builder.AddTelemetry();
        AddWire(builder);
        AddFeatures(builder);
        var app = builder.Build();
        UseWire(app);
        MapFeatures(app);
        app.UseWebRoot();
        return app;
    }

    private static void AddWire(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        // Refusals are answers, not faults: RefusalHubFilter logs what is one.
        builder.Logging.AddFilter("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogLevel.Critical);
        // An address may hold what somebody searched for; requests are counted and traced without it.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        services.AddSingleton(provider => new RecordTime(provider.GetRequiredService<NpgsqlDataSource>())).AddHostedService<KeepRecordTime>();
        services.TryAddSingleton<TimeProvider>(provider => provider.GetRequiredService<RecordTime>());
        services.ConfigureHttpJsonOptions(json => OdrJson.Apply(json.SerializerOptions));
        services.AddPacking();
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = RefusalExceptionHandler.Complete);
        services.AddExceptionHandler<RefusalExceptionHandler>();
        services.AddRequestLimits();
        services.AddOpenApi("v1");
        services.AddOptions<DiskOptions>().BindConfiguration("Odr:Disk");
        services.TryAddSingleton<DiskRoom>();
        services.AddSingleton<DiskState>().AddSingleton<DiskWatch>().AddHostedService(provider => provider.GetRequiredService<DiskWatch>());
        services.AddSingleton<OdrHealth>().AddHealthChecks().AddCheck<OdrHealth>("postgresql");
        services.AddOptions<DrainOptions>().BindConfiguration("Odr:Drain");
        services.AddSingleton<Drain>().AddSingleton<IHostLifetime, DrainingLifetime>().Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        services.Configure<ForwardedHeadersOptions>(forwarded => TrustedProxies.Apply(forwarded, builder.Configuration));
        // What a socket brings goes on where it was read instead of being queued once more: 1.50 instead of 1.63 × bare (scripts/bench throughput).
        // Unsafe for code that blocks; a hub method that does holds up other sockets, and none may.
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        services.AddSignalR(hub =>
        {
            hub.MaximumReceiveMessageSize = 32 * 1024;
            hub.MaximumParallelInvocationsPerClient = 1;
            hub.KeepAliveInterval = TimeSpan.FromSeconds(10);
            hub.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
            hub.AddFilter<RefusalHubFilter>();
        }).AddJsonProtocol(json => OdrJson.Apply(json.PayloadSerializerOptions));
    }

    /// <summary>One line per feature, in the declared order.</summary>
    private static void AddFeatures(WebApplicationBuilder builder)
    {
        builder.Services.AddPlatformKeys();
        builder.Services.TryAddSingleton(services => new PublicAddress(PublicRoot(services.GetRequiredService<IConfiguration>())));
        builder.AddAccountsHost();
        builder.AddPush();
        builder.Services.AddNetwork();
        builder.Services.AddLaw();
        builder.Services.AddCases();
        builder.AddExhibitDirectory();
        builder.Services.AddEvidence();
        builder.Services.AddRealTime();
        builder.Services.AddNegotiation().AddSingleton<IStartCheck, BidKeysCheck>();
        builder.Services.AddSettlements();
        builder.Services.AddEnterprises();
        builder.Services.AddPartners();
        builder.Services.AddHttpClient<ISignatureAuthority, HttpSignatureAuthority>(http => http.Timeout = TimeSpan.FromSeconds(20));
        builder.Services.AddArchive();
        builder.Services.AddHttpClient<ICourt, HttpCourt>(http => http.Timeout = TimeSpan.FromSeconds(30));
        builder.Services.AddHttpClient<INotary, HttpNotary>(http => http.Timeout = TimeSpan.FromSeconds(30));
    }

    /// <summary><c>Odr:Web:Address</c>, else the first allowed origin.</summary>
    private static Uri PublicRoot(IConfiguration settings) =>
        new((settings["Odr:Web:Address"] ?? settings["Odr:Web:Origins:0"] ?? "http://localhost").TrimEnd('/') + "/");

    private static void UseWire(WebApplication app)
    {
        app.UseTelemetry();
        app.UseForwardedHeaders();
        app.UseSafeHeaders();
        app.UsePackedAnswers();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseMiddleware<OriginFence>();
        app.UseMiddleware<DrainFence>();
        app.UseMiddleware<NodeCookie>();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseMiddleware<LineOpening>();
    }

    /// <summary>One line per feature, in the declared order.</summary>
    private static void MapFeatures(WebApplication app)
    {
        OdrHealth.Map(app);
        app.MapOpenApi().WithMetadata(new ShowsAttribute(SecuredObject.Public));
        app.MapAccounts();
        app.MapPush();
        app.MapNetwork();
        app.MapPairings();
        app.MapCases();
        app.MapVoices();
        app.MapGuidance();
        app.MapEvidence();
        app.MapRooms();
        app.MapDesk();
        app.MapGuests();
        app.MapPanels();
        app.MapHolds();
        app.MapAgendas();
        app.MapLeaves();
        app.MapDifferentTimes();
        app.MapCheckpoints();
        app.MapSittings();
        app.MapLaw();
        app.MapNegotiation();
        app.MapSettlements();
        app.MapPerformance();
        app.MapVerification();
        app.MapConfirmation();
        app.MapRoutes();
        app.MapEnterprises();
        app.MapSimulatedPartners();
        app.MapArchive();
    }
}
