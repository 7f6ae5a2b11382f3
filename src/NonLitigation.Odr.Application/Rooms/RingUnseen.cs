using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>
/// The step between the alert on an open page and the message to the phone: what has awaited somebody unseen for a while (<c>Odr:Push:After</c>, 20 seconds) rings at the
/// devices on which he asked for it, outside his quiet hours, once until he has looked. Every node looks (<c>Odr:Push:Sweep</c>, five seconds); the row locks of the
/// devices make it one ring.
/// </summary>
public sealed class RingUnseen(IServiceScopeFactory scopes, IConfiguration configuration, UnseenRooms unseen, TimeProvider time, ILogger<RingUnseen> logger)
    : Sweep(configuration.GetValue("Odr:Push:Sweep", TimeSpan.FromSeconds(5)), logger)
{
    private readonly TimeSpan _after = configuration.GetValue("Odr:Push:After", TimeSpan.FromSeconds(20));

    protected override async Task<List<Guid>> DueAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return [.. await unseen.PeopleAsync(now, now - _after, cancellation)];
    }

    protected override async Task DoAsync(Guid id, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OdrDb>();
        if (await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id && one.SuspendedAt == null, cancellation) is not { } account) return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Nodes take turns: the second finds that he has been told.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({id.ToString("N")}, 23))", cancellation);
        var now = time.GetUtcNow();
        var rooms = await unseen.OfAsync(id, now, now - _after, cancellation);
        if (rooms.Count == 0) return;
        if (await scope.ServiceProvider.GetRequiredService<PushAlerts>().RingAsync(db, id, account.TimeZone, cancellation))
        {
            foreach (var room in rooms)
            {
                var told = await db.Set<PushTelling>().FindAsync([id, room.RoomId], cancellation);
                if (told is null) db.Add(new PushTelling { PersonId = id, RoomId = room.RoomId, Sequence = room.Sequence, ToldAt = now });
                else (told.Sequence, told.ToldAt) = (room.Sequence, now);
            }
        }
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
