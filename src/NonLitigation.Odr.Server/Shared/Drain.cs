using Microsoft.Extensions.Options;
using NonLitigation.Odr.Application.Shared;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>How a node leaves (<c>Odr:Drain</c>).</summary>
public sealed class DrainOptions
{
    /// <summary>The longest that it waits for people to have gone to another node.</summary>
    public TimeSpan Longest { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>People are asked to come back at a random moment within this, so that they do not all arrive at once.</summary>
    public TimeSpan Spread { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Between readiness going off and people being asked to go: as long as the balancer needs to see it.</summary>
    public TimeSpan Notice { get; set; } = TimeSpan.Zero;
}

/// <summary>Sends a feature's people elsewhere.</summary>
public interface IDrainStep
{
    /// <summary>Asks them to go and returns when they have, or when it is cancelled.</summary>
    Task DrainAsync(TimeSpan spread, CancellationToken cancellation);
}

/// <summary>Leaving without a failed send: not ready any more, no new lines, those open are asked to go, and only then the end. Failure-mode row R7.</summary>
public sealed class Drain(IServiceProvider services, IOptions<DrainOptions> options)
{
    private Task? _running;
    private readonly Lock _gate = new();

    public bool Begun => Volatile.Read(ref _running) is not null;

    /// <summary>Done when everybody has gone, or after the longest time. A second call waits for the first.</summary>
    public Task RunAsync()
    {
        lock (_gate) return _running ??= Task.Run(GoAsync);
    }

    private async Task GoAsync()
    {
        await Task.Delay(options.Value.Notice);
        using var longest = new CancellationTokenSource(options.Value.Longest);
        await Task.WhenAll(services.GetServices<IDrainStep>().Select(step => step.DrainAsync(options.Value.Spread, longest.Token)));
    }
}

/// <summary>No new line is opened at a node that leaves, or that alone is cut off from the record; nginx passes a 503 on to another node. Polls of lines that are open go through.</summary>
public sealed class DrainFence(RequestDelegate next, Drain drain, RecordReach reach)
{
    public Task InvokeAsync(HttpContext context)
    {
        var opens = context.Request.Path.StartsWithSegments("/hubs") && (context.WebSockets.IsWebSocketRequest || !context.Request.Query.ContainsKey("id"));
        if (!opens || !(drain.Begun || reach.Alone)) return next(context);
        context.Response.Headers.RetryAfter = "1";
        return RefusalExceptionHandler.AnswerAsync(context, RefusalTranslation.Draining, StatusCodes.Status503ServiceUnavailable);
    }
}
