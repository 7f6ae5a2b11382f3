using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>Takes back what one has said, as long as nobody else has read it. The text goes for good; that something was said and taken back stays in the record.</summary>
public sealed class WithdrawMessage(IDbContextFactory<OdrDb> contexts, ITranscript transcript, RoomReading reading, TimeProvider time)
{
    public async Task<MessageReceipt> Handle(Caller caller, Guid roomId, long sequence, WithdrawMessageRequest request, CancellationToken cancellation)
    {
        RoomsRules.IdMissing.When(request.ClientMessageId == Guid.Empty);
        if (await reading.PageAsync(roomId, caller.Person, sequence - 1, 1, cancellation) is not { Room.Me.Standing: Domain.Rooms.Standing.Admitted } page) throw RoomsRules.RoomNotFound.Refused();
        RoomsRules.NothingToWithdraw.When(page.Entries is not [{ Kind: TranscriptKind.Message } found] || found.Sequence != sequence || found.AuthorId != caller.Person);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var entry = await transcript.WithinAsync(db, async scope =>
        {
            var now = time.GetUtcNow();
            var done = (await db.Database.SqlQuery<string?>($"select withdraw_message({roomId}, {sequence}, {caller.Person}, {now}) as \"Value\"").ToListAsync(cancellation))[0];
            RoomsRules.ReadAlready.When(done == "read");
            RoomsRules.NothingToWithdraw.When(done is null);
            // A repeat brings the first answer, for its id is known.
            return await scope.AppendAsync(EntryDraft.Note(roomId, TranscriptKind.Message, caller.Person, Body(sequence), request.ClientMessageId), cancellation);
        }, cancellation);
        return new(entry.RoomId, request.ClientMessageId, entry.Sequence, entry.SentAt, entry.EntryHash);
    }

    private static CanonicalObject Body(long sequence) => new() { ["type"] = "message-withdrawn", ["of"] = sequence };
}
