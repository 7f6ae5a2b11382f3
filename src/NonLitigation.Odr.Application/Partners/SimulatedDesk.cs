using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Partners;
using NonLitigation.Odr.Domain.Partners;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Partners;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Partners;

/// <summary>The counter of the made-up court and notary, for demonstration only: takes each packet once, and answers from its register.</summary>
public sealed class SimulatedDesk(OdrDb db, TimeProvider time)
{
    /// <summary>The same key brings the receipt that it brought before.</summary>
    public async Task<FilingReceiptView> FileAsync(PartnerConnection at, Guid key, string sha256, byte[] packet, CancellationToken cancellation)
    {
        var desk = at.Desk;
        PartnersRules.PacketUnreadable.When(Digest.Of(packet).ToString() != sha256);
        Read(packet);
        var now = time.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)); // as the database keeps it
        await db.Database.ExecuteSqlAsync($"""
            insert into simulated_filings (key, desk, packet_sha256, packet, received_at) values ({key}, {desk.ToString()}, {sha256}, {packet}, {now}) on conflict (key) do nothing
            """, cancellation);
        var kept = await db.Set<SimulatedFilingRow>().AsNoTracking().SingleAsync(one => one.Key == key, cancellation);
        PartnersRules.KeyReused.When(kept.PacketSha256 != sha256 || kept.Desk != desk);
        var receipt = new FilingReceipt(desk, key, kept.PacketSha256, $"{(desk == PartnerDesk.Court ? "模拟收" : "模拟公证收")}{kept.Register:D6}", kept.ReceivedAt);
        return new(receipt.Key, receipt.PacketSha256, receipt.Number, receipt.ReceivedAt, receipt.Sha256);
    }

    public async Task<FilingAnswersView> AnswersAsync(PartnerConnection at, Guid key, CancellationToken cancellation)
    {
        var desk = at.Desk;
        var kept = await db.Set<SimulatedFilingRow>().AsNoTracking().FirstOrDefaultAsync(one => one.Key == key && one.Desk == desk, cancellation);
        SharedRules.NotFound.When(kept is null);
        var (packet, now) = (Read(kept.Packet), time.GetUtcNow());
        var entry = new SimulatedEntry(kept.Register, kept.ReceivedAt, at.Pace);
        var answers = desk == PartnerDesk.Court ? SimulatedCourt.Answers(packet, entry, now) : SimulatedNotary.Answers(packet, entry, now);
        return new(key, [.. answers.Select(one => new FilingAnswerView(one.Number, (FilingAnswerKind)one.Kind, one.CaseNumber, one.Text, one.At))]);
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
