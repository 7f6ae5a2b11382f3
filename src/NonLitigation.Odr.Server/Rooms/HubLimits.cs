using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>
/// One caller cannot slow others down: a token bucket for each person and one for each connection, and so many sockets a person. A refusal
/// is answered late: as a connection has one call at a time, a flooder waits for himself. Failure-mode row K9.
/// </summary>
/// <remarks>
/// Of too many sockets the newest is refused. Closing the oldest would let the pages of one person, which all come back by themselves, close
/// each other for ever; and dead lines of a phone are given up after 30 s anyway.
/// </remarks>
public sealed class HubLimits : IHubFilter, IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(250);
    private static readonly object Refusals = new();

    private readonly ConcurrentDictionary<Guid, int> _sockets = new();
    private readonly PartitionedRateLimiter<Guid> _persons;
    private readonly PartitionedRateLimiter<string> _connections;
    private readonly LimitsOptions _limits;

    public HubLimits(IOptions<LimitsOptions> limits)
    {
        _limits = limits.Value;
        _persons = PartitionedRateLimiter.Create<Guid, Guid>(person => RateLimitPartition.GetTokenBucketLimiter(person, _ => _limits.Person.Bucket()));
        _connections = PartitionedRateLimiter.Create<string, string>(connection => RateLimitPartition.GetTokenBucketLimiter(connection, _ => _limits.Connection.Bucket()));
    }

    /// <summary>What a call takes out of the buckets.</summary>
    internal static int WeightOf(string method) => method switch
    {
        nameof(IRoomHub.PostMessage) => 10,
        nameof(IRoomHub.SetTyping) or nameof(IRoomHub.MarkRead) or nameof(IRoomHub.ReadHeads) => 1,
        _ => 2,
    };

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (!_limits.Enabled) return await next(invocationContext);
        var (weight, line) = (WeightOf(invocationContext.HubMethodName), invocationContext.Context);
        using var own = _connections.AttemptAcquire(line.ConnectionId, weight);
        using var all = own.IsAcquired ? _persons.AttemptAcquire(line.ToCaller().Person, weight) : own;
        if (!all.IsAcquired) throw await RefuseAsync(line, all);
        if (RefusalsOf(line) is > 0 and var before) line.Items[Refusals] = before - 1;
        return await next(invocationContext);
    }

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        var person = context.Context.ToCaller().Person;
        try
        {
            if (_sockets.AddOrUpdate(person, 1, (_, open) => open + 1) > _limits.Sockets && _limits.Enabled) throw RefusalHubFilter.Answer(RefusalTranslation.TooManyLines);
            await next(context);
        }
        catch
        {
            Closed(person); // a line that was never taken is not told to have ended
            throw;
        }
    }

    public Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        Closed(context.Context.ToCaller().Person);
        return next(context, exception);
    }

    public void Dispose()
    {
        _persons.Dispose();
        _connections.Dispose();
    }

    private static int RefusalsOf(HubCallerContext line) => line.Items.TryGetValue(Refusals, out var count) ? (int)count! : 0;

    private void Closed(Guid person)
    {
        _sockets.AddOrUpdate(person, 0, (_, open) => open - 1);
        _sockets.TryRemove(KeyValuePair.Create(person, 0));
    }

    private async Task<HubException> RefuseAsync(HubCallerContext line, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        var refused = RefusalsOf(line) + 1;
        line.Items[Refusals] = refused;
        if (refused > _limits.RefusalsBeforeClosing) line.Abort();
        // Of a line that is closed hundreds of calls may lie in the buffer: they must not wait one by one.
        await Task.WhenAny(Task.Delay(wait < LongestWait ? wait : LongestWait, line.ConnectionAborted));
        return RefusalHubFilter.Answer(RefusalTranslation.TooFast with { RetryAfterMs = (int)Math.Ceiling(wait.TotalMilliseconds) });
    }
}
