using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Negotiation;
using NonLitigation.Odr.Domain.Negotiation;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Negotiation;

/// <summary>The proposals of a room that lie in the caller's range, in the order in which they were made.</summary>
public sealed class ListProposals(IDbContextFactory<OdrDb> contexts, TimeProvider time)
{
    public async Task<IReadOnlyList<ProposalView>> Handle(Caller caller, Guid roomId, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var room = await NegotiationRoom.ReadAsync(db, roomId, caller.Person, cancellation);
        var proposals = await db.Set<Proposal>().AsNoTracking().Where(p => p.RoomId == roomId).OrderBy(p => p.Sequence).ToListAsync(cancellation);
        var now = time.GetUtcNow();
        var all = proposals.ToDictionary(p => p.Id);
        return [.. proposals.Where(p => room.Sees(p.Sequence)).Select(p => p.View(room, now, p.CounterTo is { } countered ? all.GetValueOrDefault(countered) : null))];
    }
}
