using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Partners;
using NonLitigation.Odr.Domain.Partners;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Partners;
using NonLitigation.Odr.Persistence.Shared;
using CourtAnswerKind = NonLitigation.Odr.Contracts.Partners.CourtAnswerKind;

namespace NonLitigation.Odr.Application.Partners;

/// <summary>The counter of the made-up court, for demonstration only: takes each packet once, and answers from its register.</summary>
public sealed class SimulatedCourtDesk(OdrDb db, CourtConnection connection, TimeProvider time)
{
    /// <summary>The same key brings the receipt that it brought before.</summary>
    public async Task<CourtReceiptView> FileAsync(Guid key, string sha256, byte[] packet, CancellationToken cancellation)
    {
        PartnersRules.PacketUnreadable.When(Digest.Of(packet).ToString() != sha256);
        Read(packet);
        var now = time.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)); // as the database keeps it
        await db.Database.ExecuteSqlAsync($"""
            insert into simulated_court_filings (key, packet_sha256, packet, received_at) values ({key}, {sha256}, {packet}, {now}) on conflict (key) do nothing
            """, cancellation);
        var kept = await db.Set<SimulatedFilingRow>().AsNoTracking().SingleAsync(one => one.Key == key, cancellation);
        PartnersRules.KeyReused.When(kept.PacketSha256 != sha256);
        var receipt = new CourtReceipt(key, kept.PacketSha256, $"模拟收{kept.Register:D6}", kept.ReceivedAt);
        return new(receipt.Key, receipt.PacketSha256, receipt.Number, receipt.ReceivedAt, receipt.Sha256);
    }

    public async Task<CourtAnswersView> AnswersAsync(Guid key, CancellationToken cancellation)
    {
        var kept = await db.Set<SimulatedFilingRow>().AsNoTracking().FirstOrDefaultAsync(one => one.Key == key, cancellation);
        SharedRules.NotFound.When(kept is null);
        var packet = Read(kept.Packet);
        return new(key, [.. SimulatedCourt.Answers(packet, kept.Register, kept.ReceivedAt, connection.Pace, time.GetUtcNow()).Select(one =>
            new CourtAnswerView(one.Number, (CourtAnswerKind)one.Kind, one.CaseNumber, one.Text, one.At))]);
    }

    /// <exception cref="RefusalException"><see cref="PartnersRules.PacketUnreadable"/>.</exception>
    private static CanonicalObject Read(byte[] packet)
    {
        try
        {
            return CanonicalJsonReader.Parse(packet) as CanonicalObject ?? throw PartnersRules.PacketUnreadable.Refused();
        }
        catch (FormatException unreadable)
        {
            throw new RefusalException(PartnersRules.PacketUnreadable, unreadable);
        }
    }
}
