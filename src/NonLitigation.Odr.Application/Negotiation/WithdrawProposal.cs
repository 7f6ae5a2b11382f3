using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Negotiation;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Negotiation;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;
using ProposalState = NonLitigation.Odr.Domain.Negotiation.ProposalState;

namespace NonLitigation.Odr.Application.Negotiation;

/// <summary>The author takes a proposal back, also while the sitting is adjourned. Asked for again, nothing more happens.</summary>
public sealed class WithdrawProposal(IDbContextFactory<OdrDb> contexts, ITranscript transcript, INudges nudges, TimeProvider time)
{
    public async Task<ProposalView> Handle(Caller caller, Guid proposalId, WithdrawProposalRequest request, CancellationToken cancellation)
    {
        var person = caller.Person;
        var reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim();
        RoomsRules.IdMissing.When(request.ClientMessageId == Guid.Empty);
        SharedRules.TextIsTooLong.When(reason?.Length > Proposal.LongestNote);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (proposal, room) = await transcript.WithinAsync(db, scope => WithdrawAsync(db, scope, person, proposalId, request.ClientMessageId, reason, cancellation), cancellation);
        await nudges.ChangedAsync(room.People, ChangeTopic.Proposals, proposal.RoomId);
        return await proposal.ViewAsync(db, room, time.GetUtcNow(), cancellation);
    }

    private async Task<(Proposal, NegotiationRoom)> WithdrawAsync(
        OdrDb db, ITranscriptScope scope, Guid person, Guid proposalId, Guid clientMessageId, string? reason, CancellationToken cancellation)
    {
        var proposal = await ProposalLock.LockedAsync(db, proposalId, cancellation);
        SharedRules.NotFound.When(proposal is null);
        var room = await NegotiationRoom.ReadAsync(db, proposal.RoomId, person, cancellation);
        SharedRules.NotFound.When(!room.Sees(proposal.Sequence));
        if (proposal.State == ProposalState.Withdrawn && proposal.ProposedById == person) return (proposal, room);
        proposal.Withdraw(person, TranscriptEntry.ToMicroseconds(time.GetUtcNow()));
        await scope.AppendAsync(
            EntryDraft.Note(proposal.RoomId, TranscriptKind.Proposal, person, proposal.WithdrawnBody(reason), clientMessageId), cancellation);
        await db.SaveChangesAsync(cancellation);
        return (proposal, room);
    }
}
