using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NonLitigation.Odr.Persistence.Partners;

/// <summary>One filing in the register of the made-up court.</summary>
public sealed class SimulatedFilingRow
{
    /// <summary>The idempotency key.</summary>
    public required Guid Key { get; init; }
    /// <summary>Its running number, given by the database.</summary>
    public long Register { get; private set; }
    public required string PacketSha256 { get; init; }
    public required byte[] Packet { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
}

/// <summary>Table <c>simulated_court_filings</c>: empty wherever a real court is connected.</summary>
internal sealed class SimulatedCourtTable : IEntityTypeConfiguration<SimulatedFilingRow>
{
    public void Configure(EntityTypeBuilder<SimulatedFilingRow> filings)
    {
        filings.ToTable("simulated_court_filings");
        filings.HasKey(f => f.Key);
        filings.Property(f => f.Key).ValueGeneratedNever();
        filings.Property(f => f.Register).UseIdentityAlwaysColumn();
        filings.Property(f => f.PacketSha256).HasMaxLength(64);
    }
}
