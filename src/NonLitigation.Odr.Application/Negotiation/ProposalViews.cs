using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Negotiation;
using NonLitigation.Odr.Domain.Negotiation;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Shared;
using ChangeKind = NonLitigation.Odr.Contracts.Shared.ChangeKind;
using ProposalAnswer = NonLitigation.Odr.Contracts.Negotiation.ProposalAnswer;
using ProposalState = NonLitigation.Odr.Contracts.Negotiation.ProposalState;

namespace NonLitigation.Odr.Application.Negotiation;

/// <summary>Proposals as cards on the wire and as entries of the record.</summary>
internal static class ProposalViews
{
    /// <summary>With the package it counters read from the database, where the reader sees that one.</summary>
    public static async Task<ProposalView> ViewAsync(this Proposal proposal, OdrDb db, NegotiationRoom room, DateTimeOffset now, CancellationToken cancellation) => proposal.View(
        room, now, proposal.CounterTo is { } id ? await db.Set<Proposal>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancellation) : null);

    /// <param name="countered">What it counters; null when it counters nothing.</param>
    public static ProposalView View(this Proposal proposal, NegotiationRoom room, DateTimeOffset now, Proposal? countered) => new(
        proposal.Id, proposal.RoomId, proposal.Sequence, proposal.ProposedById, proposal.ProposedByName, proposal.ProposedByPartyId, proposal.To,
        [.. proposal.Terms.Select(t => View(t, room))],
        proposal.Note, proposal.ValidUntil, (ProposalState)proposal.StateAt(now), proposal.Bound,
        [.. proposal.Answers.OrderBy(a => a.At).Select(a => new ProposalAnswerView(a.PartyId, room.NameOf(a.PartyId), (ProposalAnswer)a.Answer, a.Reason, a.At))],
        proposal.CounterTo, room.MayNegotiate && proposal.MayAnswer(room.Me.PartyId, now), proposal.SoundingOut,
        proposal.ProposedById == room.Me.PersonId && proposal.StateAt(now) == Domain.Negotiation.ProposalState.Open, proposal.ProposedAt,
        countered is null || !room.Sees(countered.Sequence) ? null : [.. PackageDifference.Between(countered.Terms, proposal.Terms).Select(change => View(change, room))]);

    private static TermChangeView View(TermChange change, RoomParties room) => new(
        (ChangeKind)change.Kind, change.Was is { } was ? View(was, room) : null, change.Is is { } now ? View(now, room) : null, change.AmountByFen, change.Words.View());

    public static TermView View(Term t, RoomParties room) => new(
        t.ObligorPartyId, room.NameOf(t.ObligorPartyId), t.ObligeePartyId, room.NameOf(t.ObligeePartyId), t.AmountFen, t.AmountFen is { } fen ? new Money(fen).ToCapitals() : null, t.Text, t.DueOn, t.Manner);

    /// <summary>Body of the entry <c>proposed</c>: complete, so that the record is understood without the tables.</summary>
    public static CanonicalObject Proposed(this Proposal proposal, RoomParties room) => new()
    {
        ["type"] = "proposed",
        ["proposalId"] = proposal.Id.ToString("D"),
        ["to"] = new CanonicalArray(proposal.To.Select(p => CanonicalValue.From(p.ToString("D")))),
        ["terms"] = new CanonicalArray(proposal.Terms.Select(t => Body(t, room))),
        ["note"] = proposal.Note,
        ["validUntil"] = proposal.ValidUntil is { } until ? TranscriptEntry.ToMicroseconds(until).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture) : null,
        ["counterTo"] = proposal.CounterTo?.ToString("D"),
        ["soundingOut"] = proposal.SoundingOut,
        ["withoutPrejudice"] = true, // court rules art. 18
    };

    /// <summary>Body of the entry <c>proposal-answered</c>; <c>state</c> is where the answer brought the proposal.</summary>
    public static CanonicalObject Answered(this Proposal proposal, AnswerGiven answer, RoomParties room) => new()
    {
        ["type"] = "proposal-answered",
        ["proposalId"] = proposal.Id.ToString("D"),
        ["partyId"] = answer.PartyId.ToString("D"),
        ["partyName"] = room.NameOf(answer.PartyId),
        ["answer"] = answer.Answer.ToString(),
        ["reason"] = answer.Reason,
        ["state"] = proposal.State.ToString(),
    };

    public static CanonicalObject WithdrawnBody(this Proposal proposal, string? reason) => new()
    {
        ["type"] = "proposal-withdrawn",
        ["proposalId"] = proposal.Id.ToString("D"),
        ["reason"] = reason,
    };

    public static CanonicalObject Body(Term term, RoomParties room) => new()
    {
        ["obligorPartyId"] = term.ObligorPartyId.ToString("D"),
        ["obligorName"] = room.NameOf(term.ObligorPartyId),
        ["obligeePartyId"] = term.ObligeePartyId.ToString("D"),
        ["obligeeName"] = room.NameOf(term.ObligeePartyId),
        ["amountFen"] = CanonicalValue.From(term.AmountFen),
        ["text"] = term.Text,
        ["dueOn"] = term.DueOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["manner"] = term.Manner,
    };
}
