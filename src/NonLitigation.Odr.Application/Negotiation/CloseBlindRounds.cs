using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Negotiation;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Negotiation;

/// <summary>
/// Compares the answers of a round when its time has come, and forgets them when nothing came of it or the case ended before. Every node looks, once a
/// second (<c>Odr:Negotiation:BlindSweep</c>); the round's row lock and its state see to it that each is closed once.
/// </summary>
public sealed class CloseBlindRounds(
    IDbContextFactory<OdrDb> contexts, ITranscript transcript, BlindSeals seals, INudges nudges, IConfiguration configuration, TimeProvider time, ILogger<CloseBlindRounds> logger)
    : Sweep(configuration.GetValue("Odr:Negotiation:BlindSweep", TimeSpan.FromSeconds(1)), logger)
{
    private const int MostAtOnce = 100;

    protected override async Task<List<Guid>> DueAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        return await db.Set<BlindRound>()
            .Where(r => r.State == BlindState.Open && (r.ClosesAt <= now || db.Set<Case>().Any(c => c.Id == r.CaseId && (c.Stage == CaseStage.Agreed || c.Stage == CaseStage.Closed))))
            .OrderBy(r => r.ClosesAt).Select(r => r.Id).Take(MostAtOnce).ToListAsync(cancellation);
    }

    protected override async Task DoAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await transcript.WithinAsync(db, scope => CloseAsync(db, scope, id, cancellation), cancellation) is not var (round, room)) return;
        seals.Committed(round, null);
        await nudges.ChangedAsync(room.People, ChangeTopic.Proposals, round.RoomId);
    }

    private async Task<(BlindRound Round, RoomParties Room)?> CloseAsync(OdrDb db, ITranscriptScope scope, Guid id, CancellationToken cancellation)
    {
        if (await BlindRounds.LockedAsync(db, id, cancellation) is not { State: BlindState.Open } round) return null;
        var ended = await db.Set<Case>().AnyAsync(c => c.Id == round.CaseId && (c.Stage == CaseStage.Agreed || c.Stage == CaseStage.Closed), cancellation);
        var room = await RoomParties.ReadAsync(db, round.RoomId, cancellation);
        var now = TranscriptEntry.ToMicroseconds(time.GetUtcNow());
        var opened = ended || seals.Open(round);
        var deal = opened ? round.Close(ended, now) : null;
        if (!opened) round.Lose(now);
        if (deal is not null)
        {
            db.Add(deal);
            var entry = await scope.AppendAsync(EntryDraft.Note(round.RoomId, TranscriptKind.Proposal, null, deal.Proposed(room)), cancellation);
            deal.Entered(entry.Sequence);
        }
        await scope.AppendAsync(EntryDraft.Note(round.RoomId, TranscriptKind.Proposal, null, round.Closed(deal, room)), cancellation);
        await db.SaveChangesAsync(cancellation);
        return (round, room);
    }
}
