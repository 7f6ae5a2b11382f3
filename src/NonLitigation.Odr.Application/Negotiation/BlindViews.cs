using System.Globalization;
using NonLitigation.Odr.Contracts.Negotiation;
using NonLitigation.Odr.Domain.Negotiation;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using BlindState = NonLitigation.Odr.Domain.Negotiation.BlindState;

namespace NonLitigation.Odr.Application.Negotiation;

/// <summary>Blind rounds on the wire and as entries of the record. Nothing here shows one party's answer to another but the entry of a deal.</summary>
internal static class BlindViews
{
    public static BlindRoundView View(this BlindRound round, NegotiationRoom room, DateTimeOffset now)
    {
        var me = room.PartyId;
        var mine = round.BidOf(me);
        return new(
            round.Id, round.RoomId, round.Sequence, round.OpenedByName, (Contracts.Negotiation.BlindKind)round.Kind, [.. round.Terms.Select(t => ProposalViews.View(t, room))], round.GapFen,
            round.OpenedAt, round.ClosesAt, (Contracts.Negotiation.BlindState)round.State, round.ProposalId, round.Terms.Any(t => t.ObligorPartyId == me),
            me is { } party && round.Asked.Contains(party) && round.IsOpenAt(now),
            mine is null ? null : new(mine.AmountFen, mine.AmountFen is { } fen ? new Money(fen).ToCapitals() : null, mine.Accepts, mine.SharesGap, mine.At),
            round.OpenedById == room.Me.PersonId && round.IsOpenAt(now));
    }

    /// <summary>Body of the entry <c>blind-opened</c>.</summary>
    public static CanonicalObject Opened(this BlindRound round, RoomParties room) => new()
    {
        ["type"] = "blind-opened",
        ["roundId"] = round.Id.ToString("D"),
        ["kind"] = round.Kind.ToString(),
        ["terms"] = new CanonicalArray(round.Terms.Select(t => ProposalViews.Body(t, room))),
        ["gapFen"] = CanonicalValue.From(round.GapFen),
        ["closesAt"] = round.ClosesAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        ["withoutPrejudice"] = true,
    };

    /// <summary>Body of the entry <c>blind-closed</c>. The answers stand there after a deal alone: then everybody could compute them from it anyway.</summary>
    public static CanonicalObject Closed(this BlindRound round, Proposal? deal, RoomParties room) => new()
    {
        ["type"] = "blind-closed",
        ["roundId"] = round.Id.ToString("D"),
        ["state"] = round.State.ToString(),
        ["proposalId"] = deal?.Id.ToString("D"),
        ["answers"] = round.State != BlindState.Deal ? null : new CanonicalArray(round.Bids.OrderBy(b => round.Asked.ToList().IndexOf(b.PartyId)).Select(b => new CanonicalObject
        {
            ["partyId"] = b.PartyId.ToString("D"),
            ["partyName"] = room.NameOf(b.PartyId),
            ["amountFen"] = CanonicalValue.From(b.AmountFen),
            ["accepts"] = b.Accepts is { } accepts ? CanonicalValue.From(accepts) : null,
            ["sharesGap"] = b.SharesGap,
        })),
        ["withoutPrejudice"] = true,
    };
}
