using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Accounts;

/// <summary>Whether people whose sockets are open may still be here: a cookie is checked at each request, a socket would outlive its right.</summary>
public sealed class SessionRights(IDbContextFactory<OdrDb> contexts)
{
    /// <summary>Those that were signed out, whose account was suspended, or whose password, passkeys or roles changed (another security stamp).</summary>
    public async Task<IReadOnlySet<Session>> LapsedAsync(IReadOnlyCollection<Session> sessions, CancellationToken cancellation)
    {
        if (sessions.Count == 0) return new HashSet<Session>();
        var people = sessions.Select(session => session.Person).Distinct().ToList();
        var ids = sessions.Select(session => session.Id).OfType<Guid>().ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var stamps = await db.Users.Where(account => people.Contains(account.Id) && account.SuspendedAt == null)
            .ToDictionaryAsync(account => account.Id, account => account.SecurityStamp, cancellation);
        var ended = await db.Set<EndedSession>().Where(one => ids.Contains(one.Id)).Select(one => one.Id).ToHashSetAsync(cancellation);
        return sessions.Where(session => !stamps.TryGetValue(session.Person, out var stamp) || stamp != session.Stamp || (session.Id is { } id && ended.Contains(id))).ToHashSet();
    }
}
