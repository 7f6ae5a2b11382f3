using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Documents.Settlements;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>
/// Gets the timestamps that were pending when outcomes were sealed. Every node looks, every fifteen seconds (<c>Odr:Timestamp:Sweep</c>); while the authority
/// is silent each round asks for one outcome only.
/// </summary>
public sealed class StampOutcomes(
    IDbContextFactory<OdrDb> contexts, ITranscript transcript, IRooms rooms, Lazy<OutcomeRenderer> renderer, INudges nudges, IConfiguration configuration, TimeProvider time, ILogger<StampOutcomes> logger)
    : Sweep(configuration.GetValue("Odr:Timestamp:Sweep", TimeSpan.FromSeconds(15)), logger)
{
    private const int MostAtOnce = 500;

    /// <summary>Longer than the authority may take to answer.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private bool _silent;

    protected override async Task<List<Guid>> DueAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        return await db.Set<Outcome>().Where(one => one.TimestampPending && one.NextTryAt <= now).OrderBy(one => one.NextTryAt).Select(one => one.Id)
            .Take(_silent ? 1 : MostAtOnce).ToListAsync(cancellation);
    }

    protected override async Task DoAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        // Other nodes leave it alone while this one asks.
        if (await db.Database.ExecuteSqlAsync($"update outcomes set next_try_at = {now + Lease} where id = {id} and timestamp_pending and next_try_at <= {now}", cancellation) == 0) return;
        var pdf = await db.Set<OutcomeDocument>().Where(one => one.OutcomeId == id && one.Edition == OutcomeDocument.Sealed).Select(one => one.Pdf).SingleAsync(cancellation);
        var stamped = renderer.Value.Stamps ? await renderer.Value.StampAsync(pdf, cancellation) : null;
        _silent = stamped is null;
        await StoreAsync(db, id, stamped, cancellation);
    }

    private async Task StoreAsync(OdrDb db, Guid id, byte[]? stamped, CancellationToken cancellation)
    {
        var done = await transcript.WithinAsync(db, async scope =>
        {
            await db.Database.ExecuteSqlAsync($"select 1 from outcomes where id = {id} for update", cancellation);
            var outcome = await db.Set<Outcome>().SingleAsync(one => one.Id == id, cancellation);
            if (!outcome.TimestampPending) return null;
            if (stamped is null) outcome.NotStamped(time.GetUtcNow());
            else db.Add(outcome.Stamp(stamped));
            await db.SaveChangesAsync(cancellation);
            if (stamped is null) return null;
            if (await rooms.JointRoomOfAsync(db, outcome.CaseId, cancellation) is { } room) await scope.AppendAsync(AgreementEntries.OutcomeStamped(room, outcome), cancellation);
            return outcome;
        }, cancellation);
        if (done is not null) await nudges.ChangedAsync(await SigningPeople.OfRoundAsync(db, done.RoundId, cancellation), ChangeTopic.Agreement, done.CaseId);
    }
}
