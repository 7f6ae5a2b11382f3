using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Shared;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>Every error of a hub method is a HubException whose message is a RefusalView as JSON.</summary>
public sealed partial class RefusalHubFilter(ILogger<RefusalHubFilter> logger) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (invocationContext.HubMethodArguments.Contains(null)) throw Answer(RefusalTranslation.Malformed);
        var since = Stopwatch.GetTimestamp();
        try
        {
            var answer = await next(invocationContext);
            ServerMeters.Called(invocationContext.HubMethodName, since);
            return answer;
        }
        catch (Exception exception) when (exception is not HubException && !invocationContext.Context.ConnectionAborted.IsCancellationRequested)
        {
            var refusal = RefusalTranslation.Describe(exception);
            if (refusal is null or { Status: >= 500 }) LogFault(logger, exception, invocationContext.HubMethodName);
            throw Answer(refusal?.View ?? RefusalTranslation.Fault);
        }
    }

    public static HubException Answer(RefusalView refusal)
    {
        ServerMeters.Refused(refusal.Code);
        return new(JsonSerializer.Serialize(refusal, OdrJson.Options));
    }

    [LoggerMessage(LogLevel.Error, "Fault in hub method {Method}")]
    private static partial void LogFault(ILogger logger, Exception exception, string method);
}
