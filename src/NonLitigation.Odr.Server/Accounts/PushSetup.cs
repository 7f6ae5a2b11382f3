using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Accounts;

/// <summary>Alerts by push (docs/decisions/0020). Without a key none are offered.</summary>
public static class PushSetup
{
    public static void AddPush(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(provider => new Lazy<PushKey?>(() => Open(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IHostEnvironment>()), LazyThreadSafetyMode.PublicationOnly));
        builder.Services.AddSingleton<PushServices>().AddScoped<PushAlerts>().AddScoped<ReadPushOffer>().AddScoped<TurnPushOn>().AddScoped<TurnPushOff>();
        builder.Services.AddHttpClient<IPushCarrier, HttpPushCarrier>(http => http.Timeout = TimeSpan.FromSeconds(10))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
    }

    public static void MapPush(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/api/accounts/push").WithTags("Accounts").RequireAuthorization().WithMetadata(new ShowsAttribute(SecuredObject.Own));
        own.MapGet("", (HttpContext http, ReadPushOffer read, CancellationToken cancellation) => read.Handle(http.ToCaller(), cancellation)).WithName(nameof(ReadPushOffer));
        own.MapPost("devices", async (TurnOnPushRequest request, HttpContext http, TurnPushOn on, CancellationToken cancellation) =>
        {
            await on.Handle(http.ToCaller(), Session.Of(http.User)?.Id, request, cancellation);
            return TypedResults.NoContent();
        }).WithName(nameof(TurnPushOn));
        own.MapPost("devices/removal", async (TurnOffPushRequest request, HttpContext http, TurnPushOff off, CancellationToken cancellation) =>
        {
            await off.Handle(http.ToCaller(), request, cancellation);
            return TypedResults.NoContent();
        }).WithName(nameof(TurnPushOff));
    }

    private static PushKey? Open(IConfiguration settings, IHostEnvironment environment) =>
        settings["Odr:Keys:Directory"] is { Length: > 0 } directory && settings.GetValue("Odr:Push:Enabled", true)
            ? PushKey.Open(Path.Combine(directory, "push.key"), environment.IsDevelopment() || settings.GetValue("Odr:Keys:MayCreate", false)) : null;
}
