using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Negotiation;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Negotiation;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Negotiation;

/// <summary>
/// A party bids, or takes his bid back. Nothing is compared: no entry, no ring, no word to anybody but his own other pages. The places of all are sealed anew,
/// so that the database does not tell who did something; what it takes does not depend on what others have said.
/// </summary>
public sealed class AnswerInSecret(IDbContextFactory<OdrDb> contexts, BlindSeals seals, INudges nudges, TimeProvider time)
{
    public Task<BlindRoundView> Handle(Caller caller, Guid roundId, GiveBlindBidRequest request, CancellationToken cancellation) => ChangeAsync(
        caller.Person, roundId, (round, by, now) => round.Bid(by, new(request.AmountFen, request.Accepts, request.SharesGap), now), cancellation);

    public Task<BlindRoundView> TakeBackAsync(Caller caller, Guid roundId, CancellationToken cancellation) =>
        ChangeAsync(caller.Person, roundId, (round, by, now) => round.TakeBack(by, now), cancellation);

    private async Task<BlindRoundView> ChangeAsync(Guid person, Guid roundId, Action<BlindRound, Negotiator, DateTimeOffset> change, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var (round, room) = await BlindRounds.LockedAsync(db, roundId, person, cancellation);
        var now = TranscriptEntry.ToMicroseconds(time.GetUtcNow());
        var (before, by) = (round.KeyId, room.Negotiator);
        NegotiationRules.BlindClosed.When(before is null);
        NegotiationRules.BlindLost.When(!seals.Change(round, by.PartyId, () => change(round, by, now)));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        seals.Committed(round, before);
        await nudges.ChangedAsync([person], ChangeTopic.Proposals, round.RoomId);
        return round.View(room, now);
    }
}

internal static class BlindRounds
{
    /// <summary>The round, its row locked until the transaction ends, and its room as this person negotiates there.</summary>
    /// <exception cref="RefusalException">Not found for whoever does not see it.</exception>
    public static async Task<(BlindRound, NegotiationRoom)> LockedAsync(OdrDb db, Guid id, Guid person, CancellationToken cancellation)
    {
        var round = await LockedAsync(db, id, cancellation);
        SharedRules.NotFound.When(round is null);
        var room = await NegotiationRoom.ReadAsync(db, round.RoomId, person, cancellation);
        SharedRules.NotFound.When(!room.Sees(round.Sequence));
        return (round, room);
    }

    public static async Task<BlindRound?> LockedAsync(OdrDb db, Guid id, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from blind_rounds where id = {id} for update", cancellation);
        return await db.Set<BlindRound>().FirstOrDefaultAsync(r => r.Id == id, cancellation);
    }
}
