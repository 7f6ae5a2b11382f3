using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Negotiation;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Negotiation;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Negotiation;

/// <summary>Puts terms to parties of a room, or answers a proposal with other terms (a counter). The same message id again returns the first proposal.</summary>
public sealed class MakeProposal(IDbContextFactory<OdrDb> contexts, ITranscript transcript, INudges nudges, TimeProvider time)
{
    public async Task<ProposalView> Handle(Caller caller, ProposeRequest request, CancellationToken cancellation)
    {
        var person = caller.Person;
        RoomsRules.IdMissing.When(request.ClientMessageId == Guid.Empty);
        var terms = (request.Terms ?? []).OfType<TermDraft>().Select(t => Term.Of(t.ObligorPartyId, t.ObligeePartyId, t.AmountFen, t.Text, t.DueOn, t.Manner)).ToList();
        var draft = new ProposalDraft(request.ToPartyIds ?? [], terms, request.Note, request.ValidUntil?.ToUniversalTime(), request.ClientMessageId);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (proposal, room) = await transcript.WithinAsync(db, scope => ProposeAsync(db, scope, person, request, draft, cancellation), cancellation);
        await nudges.ChangedAsync(room.People, ChangeTopic.Proposals, proposal.RoomId);
        return await proposal.ViewAsync(db, room, time.GetUtcNow(), cancellation);
    }

    private async Task<(Proposal, NegotiationRoom)> ProposeAsync(
        OdrDb db, ITranscriptScope scope, Guid person, ProposeRequest request, ProposalDraft draft, CancellationToken cancellation)
    {
        await ProposalLock.OneAtATimeAsync(db, person, draft.ClientMessageId, cancellation);
        var room = await NegotiationRoom.ReadAsync(db, request.RoomId, person, cancellation);
        var first = await db.Set<Proposal>().FirstOrDefaultAsync(
            p => p.RoomId == request.RoomId && p.ProposedById == person && p.ClientMessageId == draft.ClientMessageId, cancellation);
        if (first is not null)
        {
            NegotiationRules.IdReused.When(!first.Terms.SequenceEqual(draft.Terms) || !first.To.SequenceEqual(draft.To.Distinct()) || first.CounterTo != request.CounterTo);
            return (first, room);
        }
        var now = TranscriptEntry.ToMicroseconds(time.GetUtcNow());
        var proposal = request.CounterTo is { } counterTo
            ? await CounterAsync(db, scope, room, counterTo, draft, now, cancellation)
            : Proposal.Propose(room.Room, room.Negotiator, draft, now);
        var entry = await scope.AppendAsync(
            EntryDraft.Speak(request.RoomId, TranscriptKind.Proposal, person, draft.ClientMessageId, proposal.Proposed(room)), cancellation);
        proposal.Entered(entry.Sequence);
        db.Add(proposal);
        await db.SaveChangesAsync(cancellation);
        return (proposal, room);
    }

    private static async Task<Proposal> CounterAsync(
        OdrDb db, ITranscriptScope scope, NegotiationRoom room, Guid counterTo, ProposalDraft draft, DateTimeOffset now, CancellationToken cancellation)
    {
        var countered = await ProposalLock.LockedAsync(db, counterTo, cancellation);
        SharedRules.NotFound.When(countered is null || (countered.RoomId == room.Room.RoomId && !room.Sees(countered.Sequence)));
        var proposal = countered.Counter(room.Room, room.Negotiator, draft, now);
        var answer = countered.Answers.Single(a => a.ClientMessageId == draft.ClientMessageId);
        await scope.AppendAsync(EntryDraft.Speak(room.Room.RoomId, TranscriptKind.Proposal, room.Me.PersonId, null, countered.Answered(answer, room)), cancellation);
        return proposal;
    }
}
