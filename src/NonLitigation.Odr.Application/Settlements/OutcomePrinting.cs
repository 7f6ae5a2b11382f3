using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NonLitigation.Odr.Documents.Settlements;
using NonLitigation.Odr.Documents.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>
/// The printer of outcomes, made when first needed: <c>Odr:Chromium</c> names the browser, <c>Odr:Timestamp:Authority</c> an RFC 3161
/// authority; without one the seal carries no timestamp.
/// </summary>
internal static class OutcomePrinting
{
    public static IServiceCollection AddOutcomePrinting(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new Chromium(provider.GetRequiredService<IConfiguration>()["Odr:Chromium"] is { Length: > 0 } path
            ? ChromiumOptions.Default with { Path = path } : ChromiumOptions.Default));
        return services.AddSingleton(provider => new Lazy<OutcomeRenderer>(() =>
        {
            var timestamps = provider.GetRequiredService<IConfiguration>()["Odr:Timestamp:Authority"] is { Length: > 0 } authority
                ? new TimestampClient(new HttpClient { Timeout = TimeSpan.FromSeconds(10) }, new Uri(authority)) : null;
            return new OutcomeRenderer(provider.GetRequiredService<Chromium>(), OutcomeRenderer.DebianFonts, provider.GetRequiredService<Lazy<KeyStore>>().Value, timestamps,
                new RevocationLists(new HttpClient { Timeout = TimeSpan.FromSeconds(10) }, provider.GetRequiredService<TimeProvider>()));
            // A failure is not remembered: the next outcome tries again.
        }, LazyThreadSafetyMode.PublicationOnly));
    }
}
