using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Partners;

namespace NonLitigation.Odr.Persistence.Partners;

/// <summary>One filing in the register of the made-up court or notary.</summary>
public sealed class SimulatedFilingRow
{
    /// <summary>The idempotency key.</summary>
    public required Guid Key { get; init; }
    public required PartnerDesk Desk { get; init; }
    /// <summary>Its running number, given by the database.</summary>
    public long Register { get; private set; }
    public required string PacketSha256 { get; init; }
    public required byte[] Packet { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
}

/// <summary>Table <c>simulated_filings</c>: empty wherever real ones are connected.</summary>
internal sealed class SimulatedFilingTable : IEntityTypeConfiguration<SimulatedFilingRow>
{
    public void Configure(EntityTypeBuilder<SimulatedFilingRow> filings)
    {
        filings.ToTable("simulated_filings");
        filings.HasKey(f => f.Key);
        filings.Property(f => f.Key).ValueGeneratedNever();
        filings.Property(f => f.Desk).HasConversion<string>().HasMaxLength(8);
        filings.Property(f => f.Register).UseIdentityAlwaysColumn();
        filings.Property(f => f.PacketSha256).HasMaxLength(64);
    }
}
