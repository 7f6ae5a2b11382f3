using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Documents.Settlements;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>
/// Makes the documents of agreements that took effect. The agreement binds without it, so printing happens outside every transaction and is
/// tried again, on whichever node, until it succeeds: a node that dies in between leaves nothing behind but a lease that runs out.
/// </summary>
public sealed partial class PrepareOutcomes(
    IDbContextFactory<OdrDb> contexts, ITranscript transcript, IRooms rooms, OutcomePaper paper, INudges nudges, OutcomeWork work, TimeProvider time, ILogger<PrepareOutcomes> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await PrepareNextAsync(stoppingToken))
                {
                }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogLater(logger, fault);
            }
            await work.WaitAsync(Pause, stoppingToken);
        }
    }

    private async Task<bool> PrepareNextAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await ClaimAsync(db, cancellation) is not { } id) return false;
        SealedOutcome made;
        try
        {
            made = await paper.PrintAsync(db, id, cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(logger, fault, id);
            db.ChangeTracker.Clear();
            var failed = await db.Set<Outcome>().SingleAsync(o => o.Id == id, cancellation);
            failed.Failed($"{fault.GetType().Name}: {fault.Message}", time.GetUtcNow());
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        db.ChangeTracker.Clear();
        await StoreAsync(db, id, made, cancellation);
        return true;
    }

    /// <summary>One node takes it; the lease is longer than printing may take.</summary>
    private async Task<Guid?> ClaimAsync(OdrDb db, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var claimed = await db.Database.SqlQuery<Guid>($"""
            update outcomes set next_try_at = {now.AddMinutes(3)} where id = (
                select id from outcomes where state = 'Preparing' and next_try_at <= {now} order by next_try_at limit 1 for update skip locked)
            returning id as "Value"
            """).ToListAsync(cancellation);
        return claimed.Count == 0 ? null : claimed[0];
    }

    private async Task StoreAsync(OdrDb db, Guid id, SealedOutcome made, CancellationToken cancellation)
    {
        var done = await transcript.WithinAsync(db, async scope =>
        {
            await db.Database.ExecuteSqlAsync($"select 1 from outcomes where id = {id} for update", cancellation);
            var outcome = await db.Set<Outcome>().SingleAsync(o => o.Id == id, cancellation);
            if (outcome.State == OutcomeState.Ready) return null;
            db.Add(outcome.Prepare(made.Pdf, made.TimestampPending, TranscriptEntry.ToMicroseconds(time.GetUtcNow())));
            await db.SaveChangesAsync(cancellation);
            if (await rooms.JointRoomOfAsync(db, outcome.CaseId, cancellation) is { } room)
                await scope.AppendAsync(AgreementEntries.OutcomeReady(room, outcome), cancellation);
            return outcome;
        }, cancellation);
        if (done is null) return;
        await nudges.ChangedAsync(await SigningPeople.OfRoundAsync(db, done.RoundId, cancellation), ChangeTopic.Agreement, done.CaseId);
    }

    [LoggerMessage(LogLevel.Error, "The document of outcome {Outcome} could not be made; it will be tried again")]
    private static partial void LogFailed(ILogger logger, Exception fault, Guid outcome);

    [LoggerMessage(LogLevel.Warning, "Looking for outcomes to prepare failed; tried again shortly")]
    private static partial void LogLater(ILogger logger, Exception fault);
}
