using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Application.Settlements;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Partners;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Partners;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Shared;
using CourtAnswerKind = NonLitigation.Odr.Contracts.Partners.CourtAnswerKind;

namespace NonLitigation.Odr.Application.Partners;

/// <summary>Sends a filing until there is a receipt, then asks for answers until there is a last one. The court is asked outside every transaction.</summary>
public sealed partial class SendFiling(OdrDb db, ICourt court, CourtConnection connection, INudges nudges, TimeProvider time, ILogger<SendFiling> logger)
{
    /// <summary>Longer than one exchange with the court may take.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <returns>Whether there was one to carry.</returns>
    public async Task<bool> NextAsync(CancellationToken cancellation)
    {
        if (await ClaimAsync(cancellation) is not { } id) return false;
        var filing = await db.Set<CourtFiling>().AsNoTracking().SingleAsync(one => one.Id == id, cancellation);
        try
        {
            if (filing.Receipt is null) await ReceiveAsync(id, await court.FileAsync(new(filing.Id, filing.PacketSha256, filing.Packet), cancellation), cancellation);
            else await AnswerAsync(id, (await court.AnswersAsync(id, cancellation)).Answers, cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(logger, fault, id);
            db.ChangeTracker.Clear();
            (await db.Set<CourtFiling>().SingleAsync(one => one.Id == id, cancellation)).Failed($"{fault.GetType().Name}: {fault.Message}", time.GetUtcNow());
            await db.SaveChangesAsync(cancellation);
        }
        return true;
    }

    /// <summary>One node takes it.</summary>
    private async Task<Guid?> ClaimAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var claimed = await db.Database.SqlQuery<Guid>($"""
            update court_filings set next_try_at = {now + Lease} where id = (
                select id from court_filings where closed_at is null and next_try_at <= {now} order by next_try_at limit 1 for update skip locked)
            returning id as "Value"
            """).ToListAsync(cancellation);
        return claimed.Count == 0 ? null : claimed[0];
    }

    private Task ReceiveAsync(Guid id, CourtReceiptView given, CancellationToken cancellation) => StoreAsync(id, (filing, confirmation, now) =>
    {
        filing.Take(new(given.Key, given.PacketSha256, given.Number, given.ReceivedAt), given.ReceiptSha256, now);
        confirmation.Receive(given.Number, given.ReceivedAt);
        return true;
    }, cancellation);

    private Task AnswerAsync(Guid id, IReadOnlyList<CourtAnswerView> answers, CancellationToken cancellation) => StoreAsync(id, (filing, confirmation, now) =>
    {
        var fresh = answers.Where(one => one.Number > filing.AnswersTaken).OrderBy(one => one.Number).ToList();
        foreach (var one in fresh) confirmation.Answer(StepOf(one.Kind), one.Text, one.CaseNumber, one.At);
        filing.Took(fresh.Count > 0 ? fresh[^1].Number : 0, fresh.Exists(one => one.Kind != CourtAnswerKind.Accepted), now + connection.Poll, now);
        return fresh.Count > 0;
    }, cancellation);

    private async Task StoreAsync(Guid id, Func<CourtFiling, Confirmation, DateTimeOffset, bool> take, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var caseId = await db.Set<CourtFiling>().Where(one => one.Id == id).Select(one => one.CaseId).SingleAsync(cancellation);
        await ConfirmationFile.LockAsync(db, caseId, cancellation);
        var filing = await db.Set<CourtFiling>().SingleAsync(one => one.Id == id, cancellation);
        var confirmation = await db.Set<Confirmation>().SingleAsync(one => one.Id == filing.ConfirmationId, cancellation);
        var news = take(filing, confirmation, time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        if (!news) return;
        var people = await db.Set<Party>().Where(one => one.CaseId == caseId && one.PersonId != null).Select(one => one.PersonId!.Value).ToListAsync(cancellation);
        var mediator = await db.Set<Case>().Where(one => one.Id == caseId).Select(one => one.MediatorPersonId).SingleAsync(cancellation);
        await nudges.ChangedAsync([.. people, .. mediator is { } presiding ? [presiding] : Array.Empty<Guid>()], ChangeTopic.Agreement, caseId);
    }

    private static ConfirmationStep StepOf(CourtAnswerKind kind) => kind switch
    {
        CourtAnswerKind.Accepted => ConfirmationStep.Accepted,
        CourtAnswerKind.MoreAsked => ConfirmationStep.MoreAsked,
        CourtAnswerKind.Confirmed => ConfirmationStep.Confirmed,
        _ => ConfirmationStep.Refused,
    };

    [LoggerMessage(LogLevel.Warning, "Filing {Filing} could not be carried to the court or back; it will be tried again")]
    private static partial void LogFailed(ILogger logger, Exception fault, Guid filing);
}
