using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Negotiation;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Negotiation;

/// <summary>
/// Seals the places of every open round anew, once a minute (<c>Odr:Negotiation:BlindRenewal</c>), whether somebody has answered or not: when a row was last written
/// then says nothing. A round that can be opened no more is cancelled here, plainly, long before its time. Keys that a closed round left are deleted.
/// </summary>
public sealed class RenewBlindSeals(
    IDbContextFactory<OdrDb> contexts, ITranscript transcript, BlindSeals seals, BidKeys keys, INudges nudges, IConfiguration configuration, TimeProvider time, ILogger<RenewBlindSeals> logger)
    : Sweep(configuration.GetValue("Odr:Negotiation:BlindRenewal", TimeSpan.FromMinutes(1)), logger)
{
    protected override async Task<List<Guid>> DueAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var left = keys.Rounds();
        // Of this database: another one may have its rounds' keys in the same folder.
        foreach (var closed in await db.Set<BlindRound>().Where(r => left.Contains(r.Id) && r.State != BlindState.Open).Select(r => r.Id).ToListAsync(cancellation)) keys.Forget(closed, keep: null);
        var now = time.GetUtcNow();
        return await db.Set<BlindRound>().Where(r => r.State == BlindState.Open && r.ClosesAt > now).OrderBy(r => r.ClosesAt).Select(r => r.Id).ToListAsync(cancellation);
    }

    protected override async Task DoAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await transcript.WithinAsync(db, scope => RenewAsync(db, scope, id, cancellation), cancellation) is not var (round, before, lostIn)) return;
        seals.Committed(round, before);
        if (lostIn is not null) await nudges.ChangedAsync(lostIn.People, ChangeTopic.Proposals, round.RoomId);
    }

    private async Task<(BlindRound Round, Guid? Before, RoomParties? LostIn)?> RenewAsync(OdrDb db, ITranscriptScope scope, Guid id, CancellationToken cancellation)
    {
        if (await BlindRounds.LockedAsync(db, id, cancellation) is not { } round || !round.IsOpenAt(time.GetUtcNow())) return null;
        var before = round.KeyId;
        return (round, before, seals.Change(round, null, () => { }) ? null : await LoseAsync(db, scope, round, cancellation));
    }

    private async Task<RoomParties> LoseAsync(OdrDb db, ITranscriptScope scope, BlindRound round, CancellationToken cancellation)
    {
        var room = await RoomParties.ReadAsync(db, round.RoomId, cancellation);
        round.Lose(TranscriptEntry.ToMicroseconds(time.GetUtcNow()));
        await scope.AppendAsync(EntryDraft.Note(round.RoomId, TranscriptKind.Proposal, null, round.Closed(null, room)), cancellation);
        return room;
    }
}
