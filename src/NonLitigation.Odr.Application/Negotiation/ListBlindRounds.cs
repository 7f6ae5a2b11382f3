using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Negotiation;
using NonLitigation.Odr.Domain.Negotiation;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Negotiation;

/// <summary>The blind rounds of a room that lie in the caller's range, each with his own answer alone.</summary>
public sealed class ListBlindRounds(IDbContextFactory<OdrDb> contexts, BlindSeals seals, TimeProvider time)
{
    private const int Again = 3;

    public async Task<IReadOnlyList<BlindRoundView>> Handle(Caller caller, Guid roomId, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var room = await NegotiationRoom.ReadAsync(db, roomId, caller.Person, cancellation);
        async Task<List<BlindRound>> ReadAsync() =>
            [.. (await db.Set<BlindRound>().AsNoTracking().Where(r => r.RoomId == roomId).OrderBy(r => r.Sequence).ToListAsync(cancellation)).Where(r => room.Sees(r.Sequence))];
        var rounds = await ReadAsync();
        // Between the reading and the opening a round may have been sealed anew. One whose key is lost shows nothing until it is cancelled, within a minute.
        for (var again = 0; !rounds.Select(r => seals.ShowOwn(r, room.PartyId)).ToList().TrueForAll(opened => opened) && again < Again; again++) rounds = await ReadAsync();
        var now = time.GetUtcNow();
        return [.. rounds.Select(r => r.View(room, now))];
    }
}
