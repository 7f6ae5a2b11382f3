using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;
using Standing = NonLitigation.Odr.Domain.Rooms.Standing;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>Entries after a number, ascending: how a page fills every gap.</summary>
public sealed class ReadEntries(RoomReading reading)
{
    public async Task<EntriesPage> Handle(Caller caller, ReadEntriesRequest request, CancellationToken cancellation)
    {
        if (await reading.PageAsync(request.RoomId, caller.Person, request.After, request.Limit ?? RoomReading.LargestPage, cancellation) is not { } page)
            throw RoomsRules.RoomNotFound.Refused();
        RoomsRules.NotAdmitted.When(page.Room.Me.Standing != Standing.Admitted);
        return new(request.RoomId, [.. page.Entries.Select(e => e.View())], page.Room.FirstVisible, page.Room.VisibleHead);
    }
}
