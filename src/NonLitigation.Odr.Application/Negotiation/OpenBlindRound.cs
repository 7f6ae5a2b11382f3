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

/// <summary>The mediator asks everybody whom the terms bind for a secret answer. The same message id again returns the first round.</summary>
public sealed class OpenBlindRound(IDbContextFactory<OdrDb> contexts, ITranscript transcript, BlindSeals seals, INudges nudges, TimeProvider time)
{
    public async Task<BlindRoundView> Handle(Caller caller, OpenBlindRoundRequest request, CancellationToken cancellation)
    {
        RoomsRules.IdMissing.When(request.ClientMessageId == Guid.Empty);
        var terms = (request.Terms ?? []).OfType<TermDraft>().Select(t => Term.Of(t.ObligorPartyId, t.ObligeePartyId, t.AmountFen, t.Text, t.DueOn, t.Manner)).ToList();
        var draft = new BlindDraft((Domain.Negotiation.BlindKind)request.Kind, terms, request.GapFen, TranscriptEntry.ToMicroseconds(request.ClosesAt.ToUniversalTime()), request.ClientMessageId);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (round, room) = await transcript.WithinAsync(db, scope => OpenAsync(db, scope, caller.Person, request.RoomId, draft, cancellation), cancellation);
        await nudges.ChangedAsync(room.People, ChangeTopic.Proposals, round.RoomId);
        return round.View(room, time.GetUtcNow());
    }

    private async Task<(BlindRound, NegotiationRoom)> OpenAsync(
        OdrDb db, ITranscriptScope scope, Guid person, Guid roomId, BlindDraft draft, CancellationToken cancellation)
    {
        await ProposalLock.OneAtATimeAsync(db, person, draft.ClientMessageId, cancellation);
        var room = await NegotiationRoom.ReadAsync(db, roomId, person, cancellation);
        var first = await db.Set<BlindRound>().FirstOrDefaultAsync(r => r.RoomId == roomId && r.OpenedById == person && r.ClientMessageId == draft.ClientMessageId, cancellation);
        if (first is not null)
        {
            NegotiationRules.IdReused.When(first.Kind != draft.Kind || !first.Terms.SequenceEqual(draft.Terms) || first.GapFen != draft.GapFen || first.ClosesAt != draft.ClosesAt);
            return (first, room);
        }
        var round = BlindRound.Open(room.Room, room.Negotiator, draft, TranscriptEntry.ToMicroseconds(time.GetUtcNow()));
        var entry = await scope.AppendAsync(EntryDraft.Speak(roomId, TranscriptKind.Proposal, person, draft.ClientMessageId, round.Opened(room)), cancellation);
        round.Entered(entry.Sequence);
        seals.Begin(round);
        db.Add(round);
        await db.SaveChangesAsync(cancellation);
        return (round, room);
    }
}
