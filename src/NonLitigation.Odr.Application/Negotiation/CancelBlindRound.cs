using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Negotiation;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Negotiation;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;
using BlindState = NonLitigation.Odr.Domain.Negotiation.BlindState;

namespace NonLitigation.Odr.Application.Negotiation;

/// <summary>The mediator ends a round before its time. Asked for again, nothing more happens.</summary>
public sealed class CancelBlindRound(IDbContextFactory<OdrDb> contexts, ITranscript transcript, BlindSeals seals, INudges nudges, TimeProvider time)
{
    public async Task<BlindRoundView> Handle(Caller caller, Guid roundId, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (round, room) = await transcript.WithinAsync(db, scope => CancelAsync(db, scope, caller.Person, roundId, cancellation), cancellation);
        seals.Committed(round, null);
        await nudges.ChangedAsync(room.People, ChangeTopic.Proposals, round.RoomId);
        return round.View(room, time.GetUtcNow());
    }

    private async Task<(BlindRound, NegotiationRoom)> CancelAsync(OdrDb db, ITranscriptScope scope, Guid person, Guid roundId, CancellationToken cancellation)
    {
        var (round, room) = await BlindRounds.LockedAsync(db, roundId, person, cancellation);
        if (round.State == BlindState.Cancelled && round.OpenedById == person) return (round, room);
        round.Cancel(person, TranscriptEntry.ToMicroseconds(time.GetUtcNow()));
        await db.SaveChangesAsync(cancellation);
        await scope.AppendAsync(EntryDraft.Note(round.RoomId, TranscriptKind.Proposal, person, round.Closed(null, room)), cancellation);
        return (round, room);
    }
}
