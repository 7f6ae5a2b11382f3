using System.Collections.Concurrent;
using System.Diagnostics;

namespace NonLitigation.Odr.Server.Tests.Shared;

/// <summary>The statements that are sent to PostgreSQL: those of one HTTP request, told from everybody else's by the request's trace, or of everybody for a while.</summary>
public sealed class QueryLog : IDisposable
{
    private readonly ConcurrentQueue<string> _statements = new();
    private readonly ActivityListener _listener;

    /// <param name="trace">Null: of everybody.</param>
    private QueryLog(ActivityTraceId? trace)
    {
        _listener = new()
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if ((trace is null || activity.TraceId == trace) && activity.Source.Name == "Npgsql" && Text(activity) is { } text) _statements.Enqueue(text);
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Runs one request whose header names a trace of its own.</summary>
    /// <returns>One text for each command; a batch is one command.</returns>
    public static async Task<IReadOnlyList<string>> OfAsync(HttpClient http, HttpRequestMessage request)
    {
        var trace = ActivityTraceId.CreateRandom();
        using var log = new QueryLog(trace);
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        using var answer = await http.SendAsync(request);
        await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode < 500, $"{(int)answer.StatusCode} {request.RequestUri}");
        return [.. log._statements];
    }

    public static Task<IReadOnlyList<string>> GetAsync(HttpClient http, string path) => OfAsync(http, new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)));

    /// <returns>Also what the service asked by itself meanwhile.</returns>
    public static async Task<IReadOnlyList<string>> DuringAsync(Func<Task> work)
    {
        using var log = new QueryLog(trace: null);
        await work();
        return [.. log._statements];
    }

    public void Dispose() => _listener.Dispose();

    private static string? Text(Activity activity) =>
        (activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) as string ?? (activity.OperationName is "CONNECT" ? null : activity.OperationName);
}
