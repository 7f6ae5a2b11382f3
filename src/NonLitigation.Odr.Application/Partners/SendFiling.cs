using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Application.Settlements;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Partners;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Partners;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Partners;

/// <summary>Sends a filing until there is a receipt, then asks for answers until there is a last one. The other side is asked outside every transaction.</summary>
public sealed partial class SendFiling(OdrDb db, PartnerDesks desks, RouteConsequences consequences, INudges nudges, TimeProvider time, ILogger<SendFiling> logger)
{
    /// <summary>Longer than one exchange may take.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <returns>Whether there was one to carry.</returns>
    public async Task<bool> NextAsync(CancellationToken cancellation)
    {
        if (await ClaimAsync(cancellation) is not { } id) return false;
        var filing = await db.Set<PartnerFiling>().AsNoTracking().SingleAsync(one => one.Id == id, cancellation);
        try
        {
            var partner = desks.PartnerOf(filing.Desk);
            if (filing.Receipt is null) await ReceiveAsync(filing, await partner.FileAsync(new(filing.Id, filing.PacketSha256, filing.Packet), cancellation), cancellation);
            else await AnswerAsync(filing, (await partner.AnswersAsync(id, cancellation)).Answers, cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(logger, fault, id);
            db.ChangeTracker.Clear();
            (await db.Set<PartnerFiling>().SingleAsync(one => one.Id == id, cancellation)).Failed($"{fault.GetType().Name}: {fault.Message}", time.GetUtcNow());
            await db.SaveChangesAsync(cancellation);
        }
        return true;
    }

    /// <summary>One node takes it. What is for a desk that is not connected waits.</summary>
    private async Task<Guid?> ClaimAsync(CancellationToken cancellation)
    {
        var (now, connected) = (time.GetUtcNow(), desks.Connected.Select(desk => desk.ToString()).ToArray());
        var claimed = await db.Database.SqlQuery<Guid>($"""
            update partner_filings set next_try_at = {now + Lease} where id = (
                select id from partner_filings where closed_at is null and next_try_at <= {now} and desk = any({connected}) order by next_try_at limit 1 for update skip locked)
            returning id as "Value"
            """).ToListAsync(cancellation);
        return claimed.Count == 0 ? null : claimed[0];
    }

    private Task ReceiveAsync(PartnerFiling sent, FilingReceiptView given, CancellationToken cancellation) => StoreAsync(sent, (filing, matter, _, now) =>
    {
        filing.Take(new(filing.Desk, given.Key, given.PacketSha256, given.Number, given.ReceivedAt), given.ReceiptSha256, now);
        matter.Receive(given.Number, given.ReceivedAt);
        return Task.FromResult(true);
    }, cancellation);

    private Task AnswerAsync(PartnerFiling sent, IReadOnlyList<FilingAnswerView> answers, CancellationToken cancellation) => StoreAsync(sent, async (filing, matter, file, now) =>
    {
        var fresh = answers.Where(one => one.Number > filing.AnswersTaken).OrderBy(one => one.Number).ToList();
        foreach (var one in fresh)
        {
            matter.Answer((Domain.Settlements.FilingAnswerKind)one.Kind, one.Text, one.CaseNumber, one.At);
            if (matter is RouteApplication route && file is not null) await consequences.FollowAsync(db, file, route, (Domain.Settlements.FilingAnswerKind)one.Kind, now, cancellation);
        }
        filing.Took(fresh.Count > 0 ? fresh[^1].Number : 0, !matter.AwaitsAnswers(now), now + desks.ConnectionOf(filing.Desk).Poll, now);
        return fresh.Count > 0;
    }, cancellation);

    private async Task StoreAsync(PartnerFiling sent, Func<PartnerFiling, IFiledMatter, RouteFile?, DateTimeOffset, Task<bool>> take, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await RouteFile.LockAsync(db, sent.CaseId, cancellation);
        var filing = await db.Set<PartnerFiling>().SingleAsync(one => one.Id == sent.Id, cancellation);
        var @case = (await CaseRows.FindAsync(db, sent.CaseId, cancellation))!;
        var (matter, file, people) = await SubjectAsync(@case, filing, cancellation);
        var news = await take(filing, matter, file, time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        if (!news) return;
        await nudges.ChangedAsync(people, ChangeTopic.Agreement, sent.CaseId);
        if (matter is RouteApplication { Act: RouteAct.NotarialDeposit, State: RouteState.Granted }) await nudges.ChangedAsync(people, ChangeTopic.Performance, sent.CaseId);
    }

    private async Task<(IFiledMatter Matter, RouteFile? File, IReadOnlyList<Guid> People)> SubjectAsync(Domain.Cases.Case @case, PartnerFiling filing, CancellationToken cancellation)
    {
        if (filing.Subject == FilingSubject.Route)
        {
            var file = await RouteFile.LoadAsync(db, @case, cancellation);
            var application = file.Applications.Single(one => one.Id == filing.SubjectId);
            return (application, file, file.PeopleOf(application));
        }
        var confirmation = await db.Set<Confirmation>().SingleAsync(one => one.Id == filing.SubjectId, cancellation);
        return (confirmation, null, [.. @case.Parties.Select(party => party.PersonId).Append(@case.MediatorPersonId).OfType<Guid>()]);
    }

    [LoggerMessage(LogLevel.Warning, "Filing {Filing} could not be carried there or back; it will be tried again")]
    private static partial void LogFailed(ILogger logger, Exception fault, Guid filing);
}
