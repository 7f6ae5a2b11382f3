using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Settlements;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Partners;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Partners;

/// <summary>Fixes the packet of one party's application, or of an objection: its bytes, their hash and the idempotency key, in one transaction.</summary>
public sealed class MakeRouteFiling(OdrDb db, INudges nudges, TimeProvider time)
{
    /// <returns>Whether there was one to look at.</returns>
    public async Task<bool> NextAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await ClaimAsync(now, cancellation) is not { } claimed) return false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await RouteFile.LockAsync(db, claimed.CaseId, cancellation);
        var file = await RouteFile.LoadAsync(db, (await CaseRows.FindAsync(db, claimed.CaseId, cancellation))!, cancellation);
        var application = file.Applications.Single(one => one.Id == claimed.Id);
        if (application is not { State: RouteState.Ready, LookAt: not null }) return true;
        if (await RoutePacketMaking.MakeAsync(db, file, application, cancellation) is { } packet)
        {
            var desk = application.Act == RouteAct.PaymentOrder ? PartnerDesk.Court : PartnerDesk.Notary;
            var filing = new PartnerFiling(desk, FilingSubject.Route, application.Id, application.CaseId, packet.Number, packet.CanonicalBytes(), now);
            application.Send(filing.PacketSha256, now);
            db.Add(filing);
        }
        else
        {
            application.LookAgain(now + MakeFiling.Soon);
        }
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await nudges.ChangedAsync(file.PeopleOf(application), ChangeTopic.Agreement, application.CaseId);
        return true;
    }

    private sealed record Claimed(Guid Id, Guid CaseId);

    /// <summary>One node takes it.</summary>
    private async Task<Claimed?> ClaimAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var claimed = await db.Database.SqlQuery<Claimed>($"""
            update route_applications set look_at = {now + MakeFiling.Lease} where id = (
                select id from route_applications where look_at <= {now} order by look_at limit 1 for update skip locked)
            returning id, case_id
            """).ToListAsync(cancellation);
        return claimed.Count == 0 ? null : claimed[0];
    }
}
