using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>Whoever sits or sat in a room of the case, and every guest who was proposed.</summary>
public sealed class PeopleOfRooms : ICasePeople
{
    private static readonly NeutralLabel Mediator = new("调解员", "the mediator"), Guest = new("参加人", "a guest"), Party = new("当事人", "a party");

    public async Task<IReadOnlyList<CasePerson>> OfAsync(OdrDb db, Case file, CancellationToken cancellation)
    {
        var members = await db.Set<RoomMemberRow>().AsNoTracking().Where(member => db.Set<RoomRow>().Any(room => room.Id == member.RoomId && room.CaseId == file.Id))
            .Select(member => new { member.PersonId, member.Name, member.Role }).Distinct().ToListAsync(cancellation);
        var guests = await db.Set<RoomGuest>().AsNoTracking().Where(one => one.CaseId == file.Id).ToListAsync(cancellation);
        return [
            .. members.Select(one => new CasePerson(new(one.Name, false, LabelOf(one.Role)), one.PersonId)),
            .. guests.Select(one => new CasePerson(new(one.Name, false, Guest, one.Contact), one.PersonId)),
        ];
    }

    private static NeutralLabel LabelOf(RoomRole role) => role switch
    {
        RoomRole.Mediator or RoomRole.CoMediator => Mediator,
        RoomRole.Interpreter or RoomRole.Expert or RoomRole.Companion or RoomRole.Observer => Guest,
        _ => Party,
    };
}
