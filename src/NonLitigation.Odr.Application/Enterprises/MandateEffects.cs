using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Domain.Enterprises;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Enterprises;

/// <summary>
/// What follows from who may speak for an enterprise now, in the transaction in which that changed: its cases go on with somebody
/// whose mandate reaches that far, and the standing room has exactly those people. Looks at what is, so doing it again changes nothing.
/// </summary>
public sealed class MandateEffects(IRooms rooms, PassOnParty passing)
{
    /// <param name="preferred">Who takes over if he may: the person who revoked.</param>
    public async Task ApplyAsync(OdrDb db, Enterprise enterprise, DateTimeOffset now, Guid? preferred, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        await PassCasesOnAsync(db, enterprise, now, preferred, cancellation);
        await SeatPeopleAsync(db, enterprise, now, cancellation);
    }

    /// <summary>With nobody who may take over, the former speaker keeps the cases that are open: the enterprise is never without a voice in them.</summary>
    private async Task PassCasesOnAsync(OdrDb db, Enterprise enterprise, DateTimeOffset now, Guid? preferred, CancellationToken cancellation)
    {
        var today = Deadline.DayOf(now);
        var may = enterprise.Speaking(today).Where(one => one.Allows(MandateScope.Disputes, today)).ToList();
        if ((may.Find(one => one.PersonId == preferred) ?? may.FirstOrDefault()) is not { } successor) return;
        var speakers = await EnterpriseSpeakers.NowAsync(db, enterprise.Id, cancellation);
        foreach (var left in speakers.Where(one => !may.Exists(mandate => mandate.PersonId == one.PersonId)).OrderBy(one => one.CaseId))
        {
            if (await passing.HandleAsync(db, left.CaseId, left.PersonId, new(successor.PersonId!.Value, successor.Name, successor.Contact), cancellation))
                db.Add(new EnterpriseSpeaker(left.CaseId, successor, now));
        }
        await db.SaveChangesAsync(cancellation);
    }

    private async Task SeatPeopleAsync(OdrDb db, Enterprise enterprise, DateTimeOffset now, CancellationToken cancellation)
    {
        var speaking = enterprise.Speaking(Deadline.DayOf(now)).DistinctBy(one => one.PersonId).ToList();
        var seated = await db.Set<RoomMemberRow>().AsNoTracking()
            .Where(m => m.RoomId == enterprise.RoomId && m.Role == RoomRole.Enterprise && m.Standing != Standing.Removed).Select(m => m.PersonId).ToListAsync(cancellation);
        foreach (var gone in seated.Where(person => speaking.TrueForAll(one => one.PersonId != person)))
        {
            var revoked = enterprise.Mandates.Where(one => one.PersonId == gone).MaxBy(one => one.EndedAt)?.Revoked == true;
            await rooms.RemoveMemberAsync(db, enterprise.RoomId, gone, revoked ? "授权已撤销" : "授权已到期", cancellation);
        }
        foreach (var come in speaking.Where(one => !seated.Contains(one.PersonId!.Value)))
            await rooms.AddMemberAsync(db, enterprise.RoomId, RoomMember.Admitted(come.PersonId!.Value, null, come.Name, RoomRole.Enterprise), cancellation);
    }
}
