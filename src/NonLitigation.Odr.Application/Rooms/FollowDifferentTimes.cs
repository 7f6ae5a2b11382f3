using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>
/// Reminds the party whose turn it is, then the mediator; sees that the turn was taken; ends what has run out or whose room has closed. Every node looks
/// (<c>Odr:Rooms:SpreadSweep</c>, half a minute); the case's row lock makes each exactly one.
/// </summary>
public sealed class FollowDifferentTimes(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider time, ILogger<FollowDifferentTimes> logger)
    : Sweep(configuration.GetValue("Odr:Rooms:SpreadSweep", TimeSpan.FromSeconds(30)), logger)
{
    private const int MostAtOnce = 200;

    protected override async Task<List<Guid>> DueAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<OdrDb>(), time.GetUtcNow());
        var today = Deadline.DayOf(now);
        return await (from spread in db.Set<DifferentTimes>()
                      join head in db.Set<RoomHeadRow>() on spread.RoomId equals head.RoomId
                      where spread.EndedAt == null && (spread.RemindAt <= now || spread.TurnPartyId != null || spread.LastDay < today || head.State == SessionState.Closed)
                      orderby spread.Id
                      select spread.Id).Take(MostAtOnce).ToListAsync(cancellation);
    }

    protected override async Task DoAsync(Guid id, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OdrDb>();
        var (messages, transcript) = (scope.ServiceProvider.GetRequiredService<SpreadMessages>(), scope.ServiceProvider.GetRequiredService<ITranscript>());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var caseId = await db.Set<DifferentTimes>().Where(one => one.Id == id).Select(one => one.CaseId).SingleAsync(cancellation);
        await CaseRows.LockAsync(db, caseId, cancellation);
        var file = await CaseRows.FindAsync(db, caseId, cancellation) ?? throw new InvalidOperationException($"{id} has no case.");
        var (spread, now) = (await db.Set<DifferentTimes>().SingleAsync(one => one.Id == id, cancellation), time.GetUtcNow());
        if (spread.EndedAt is not null) return; // another node was first
        await transcript.WithinAsync(db, async entries =>
        {
            await HoldLock.TakeAsync(db, spread.RoomId, cancellation);
            var closed = file.HasEnded || await db.Set<RoomHeadRow>().Where(h => h.RoomId == spread.RoomId).Select(h => h.State).SingleAsync(cancellation) == SessionState.Closed;
            if (closed || spread.LastDay < Deadline.DayOf(now))
            {
                spread.Finish(closed ? SpreadEnd.Closed : SpreadEnd.Over, now);
                await SpreadFile.SettleAsync(entries, spread, [], now, cancellation);
                return true;
            }
            if (await HasWrittenAsync(db, spread, cancellation)) spread.TakeTurn();
            var whose = spread.TurnPartyId;
            switch (spread.TakeReminder(now))
            {
                case true: messages.Reminder(db, file, spread.RoomId, file.TakingPart.Where(party => party.Id == whose)); break;
                case false: await messages.OverdueAsync(db, file, cancellation); break;
                case null: break;
            }
            return true;
        }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<bool> HasWrittenAsync(OdrDb db, DifferentTimes spread, CancellationToken cancellation)
    {
        if (spread.TurnPartyId is not { } party || spread.TurnSince is not { } since) return false;
        var people = await db.Set<RoomMemberRow>().Where(m => m.RoomId == spread.RoomId && m.PartyId == party).Select(m => (Guid?)m.PersonId).ToListAsync(cancellation);
        return await db.Set<RoomEntryRow>().AnyAsync(e => e.RoomId == spread.RoomId && e.SentAt > since && e.Kind != TranscriptKind.System && people.Contains(e.AuthorId), cancellation)
            || await db.Set<HeldMessage>().AnyAsync(m => m.RoomId == spread.RoomId && m.WrittenAt > since && people.Contains(m.AuthorId), cancellation);
    }
}
