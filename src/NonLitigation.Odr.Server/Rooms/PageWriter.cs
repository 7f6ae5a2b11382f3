using Microsoft.AspNetCore.SignalR;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>Writes frames to the pages of this node.</summary>
public sealed partial class PageWriter(ILogger<PageWriter> logger)
{
    /// <summary>A phone that takes nothing gets no backlog: the next heartbeat tells it the head, and it asks for what it misses.</summary>
    private const int MostInFlight = 256;

    /// <returns>Whether the connection got it; it may still break before it has sent it.</returns>
    public bool Send(OpenPage page, SerializedHubMessage frame)
    {
        if (page.Line is not { } line || !MaySend(page)) return false;
        var sending = line.WriteAsync(frame, line.ConnectionAborted);
        if (sending.IsCompletedSuccessfully) Interlocked.Decrement(ref page.InFlight);
        else _ = FinishAsync(page, sending);
        return true;
    }

    private static bool MaySend(OpenPage page)
    {
        if (Interlocked.Increment(ref page.InFlight) <= MostInFlight) return true;
        Interlocked.Decrement(ref page.InFlight);
        return false;
    }

    private async Task FinishAsync(OpenPage page, ValueTask sending)
    {
        try
        {
            await sending;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            LogNotSent(logger, failure, page.ConnectionId);
        }
        finally
        {
            Interlocked.Decrement(ref page.InFlight);
        }
    }

    [LoggerMessage(LogLevel.Information, "Connection {ConnectionId} did not take a message")]
    private static partial void LogNotSent(ILogger logger, Exception exception, string connectionId);
}
