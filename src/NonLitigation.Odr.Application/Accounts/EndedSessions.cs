using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Accounts;

/// <summary>
/// Sessions that were signed out. Each node has them in memory, so that a request costs no query; it hears of a new one at once,
/// and reads what it may have missed once a minute.
/// </summary>
public sealed class EndedSessions(IDbContextFactory<OdrDb> contexts, TimeProvider time)
{
    /// <summary>Longer than any cookie lives.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(13);

    /// <summary>Clocks of nodes may differ by less than <see cref="Overlap"/>.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1), Overlap = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _known = new();
    private DateTimeOffset? _read;

    public async Task EndAsync(Guid session, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        await db.Database.ExecuteSqlAsync($"insert into ended_sessions (id, ended_at) values ({session}, {now}) on conflict do nothing", cancellation);
        Heard(session);
    }

    /// <summary>Another node ended it.</summary>
    public void Heard(Guid session) => _known[session] = time.GetUtcNow();

    public async ValueTask<bool> HasAsync(Guid session, CancellationToken cancellation)
    {
        if (_read is not { } read || time.GetUtcNow() - read > Fresh) await ReadAsync(cancellation);
        return _known.ContainsKey(session);
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var since = _read is { } read ? read - Overlap : now - Kept;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        foreach (var one in await db.Set<EndedSession>().AsNoTracking().Where(one => one.EndedAt > since).ToListAsync(cancellation)) _known[one.Id] = one.EndedAt;
        foreach (var (id, endedAt) in _known) if (endedAt < now - Kept) _known.TryRemove(id, out _);
        _read = now;
    }
}
