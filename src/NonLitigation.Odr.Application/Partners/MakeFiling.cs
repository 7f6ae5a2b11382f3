using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Settlements;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Partners;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Partners;

/// <summary>Fixes the packet of a joint application that everybody has joined: its bytes, their hash and the idempotency key, in one transaction.</summary>
public sealed class MakeFiling(OdrDb db, PacketMaking making, INudges nudges, TimeProvider time)
{
    /// <summary>The sealed PDF follows the effect within seconds.</summary>
    internal static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);
    /// <summary>Where a packet cannot be made, the others' turn comes first.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <returns>Whether there was one to look at.</returns>
    public async Task<bool> NextAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await ClaimAsync(now, cancellation) is not { } due) return false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // The same row that every act on the application locks.
        await ConfirmationFile.LockAsync(db, due, cancellation);
        var file = await ConfirmationFile.LoadAsync(db, (await CaseRows.FindAsync(db, due, cancellation))!, cancellation);
        if (file.Confirmation is not { State: ConfirmationState.Joined, LookAt: not null } confirmation) return true;
        if (confirmation.Packets == 0 && confirmation.Term.IsOver(now)) confirmation.LookAgain(null);
        else if (await making.MakeAsync(db, file, cancellation) is { } packet) Make(confirmation, packet, now);
        else confirmation.LookAgain(OnlyPaperIsMissing(file) ? now + Soon : null);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await nudges.ChangedAsync(file.People, ChangeTopic.Agreement, file.Case.Id);
        return true;
    }

    /// <summary>One node takes it.</summary>
    /// <returns>Its case.</returns>
    private async Task<Guid?> ClaimAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var claimed = await db.Database.SqlQuery<Guid>($"""
            update confirmations set look_at = {now + Lease} where id = (
                select id from confirmations where look_at <= {now} order by look_at limit 1 for update skip locked)
            returning case_id as "Value"
            """).ToListAsync(cancellation);
        return claimed.Count == 0 ? null : claimed[0];
    }

    private void Make(Confirmation confirmation, ConfirmationPacket packet, DateTimeOffset now)
    {
        var filing = new PartnerFiling(PartnerDesk.Court, FilingSubject.Confirmation, confirmation.Id, confirmation.CaseId, packet.Number, packet.CanonicalBytes(), now);
        confirmation.Send(filing.PacketSha256, now);
        db.Add(filing);
    }

    private static bool OnlyPaperIsMissing(ConfirmationFile file) =>
        PacketCheck.Examine(file.Packet).Where(item => !item.IsThere).All(item => item.Part == PacketPart.Agreement);
}
