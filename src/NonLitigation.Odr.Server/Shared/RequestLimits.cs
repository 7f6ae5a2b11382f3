using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using NonLitigation.Odr.Application.Shared;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>Limits of HTTP requests to the service itself; its built pages are not counted.</summary>
public static class RequestLimits
{
    public static void AddRequestLimits(this IServiceCollection services)
    {
        services.AddOptions<LimitsOptions>().BindConfiguration("Odr:Limits");
        services.AddRateLimiter(limiter => limiter.OnRejected = async (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
            context.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await RefusalExceptionHandler.AnswerAsync(context.HttpContext, RefusalTranslation.TooManyRequests, StatusCodes.Status429TooManyRequests);
        });
        services.AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>().Configure<IOptions<LimitsOptions>>((limiter, limits) => limiter.GlobalLimiter = Limiter(limits.Value));
    }

    private static PartitionedRateLimiter<HttpContext> Limiter(LimitsOptions limits) => PartitionedRateLimiter.Create<HttpContext, string>(context =>
    {
        var path = context.Request.Path;
        if (!limits.Enabled || !(path.StartsWithSegments("/api") || path.StartsWithSegments("/hubs"))) return RateLimitPartition.GetNoLimiter("");
        return context.ToCaller().PersonId is { } person
            ? RateLimitPartition.GetTokenBucketLimiter($"person {person:N}", _ => limits.Requests.Bucket())
            : RateLimitPartition.GetTokenBucketLimiter($"address {context.Connection.RemoteIpAddress}", _ => limits.Address.Bucket());
    });
}
