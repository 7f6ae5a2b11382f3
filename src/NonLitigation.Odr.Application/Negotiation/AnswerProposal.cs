using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Negotiation;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Negotiation;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;
using ProposalAnswer = NonLitigation.Odr.Contracts.Negotiation.ProposalAnswer;

namespace NonLitigation.Odr.Application.Negotiation;

/// <summary>A bound party accepts or declines. The row lock decides between answers given at the same moment.</summary>
public sealed class AnswerProposal(IDbContextFactory<OdrDb> contexts, ITranscript transcript, INudges nudges, TimeProvider time)
{
    public async Task<ProposalView> Handle(Caller caller, Guid proposalId, AnswerProposalRequest request, CancellationToken cancellation)
    {
        var person = caller.Person;
        RoomsRules.IdMissing.When(request.ClientMessageId == Guid.Empty);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (proposal, room) = await transcript.WithinAsync(db, scope => AnswerAsync(db, scope, person, proposalId, request, cancellation), cancellation);
        await nudges.ChangedAsync(room.People, ChangeTopic.Proposals, proposal.RoomId);
        return await proposal.ViewAsync(db, room, time.GetUtcNow(), cancellation);
    }

    private async Task<(Proposal, NegotiationRoom)> AnswerAsync(
        OdrDb db, ITranscriptScope scope, Guid person, Guid proposalId, AnswerProposalRequest request, CancellationToken cancellation)
    {
        var proposal = await ProposalLock.LockedAsync(db, proposalId, cancellation);
        SharedRules.NotFound.When(proposal is null);
        var room = await NegotiationRoom.ReadAsync(db, proposal.RoomId, person, cancellation);
        SharedRules.NotFound.When(!room.Sees(proposal.Sequence));
        if (proposal.Answers.FirstOrDefault(a => a.PersonId == person && a.ClientMessageId == request.ClientMessageId) is { } given)
        {
            NegotiationRules.IdReused.When((ProposalAnswer)given.Answer != request.Answer);
            return (proposal, room);
        }
        NegotiationRules.CounterNeedsTerms.When(request.Answer == ProposalAnswer.Counter);
        var now = TranscriptEntry.ToMicroseconds(time.GetUtcNow());
        if (request.Answer == ProposalAnswer.Accept) proposal.Accept(room.Negotiator, request.ClientMessageId, now);
        else proposal.Decline(room.Negotiator, request.Reason, request.ClientMessageId, now);
        var answer = proposal.Answers.Single(a => a.ClientMessageId == request.ClientMessageId);
        await scope.AppendAsync(
            EntryDraft.Speak(proposal.RoomId, TranscriptKind.Proposal, person, request.ClientMessageId, proposal.Answered(answer, room)), cancellation);
        await db.SaveChangesAsync(cancellation);
        return (proposal, room);
    }
}
