using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Partners;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Persistence.Partners;

/// <summary>Table <c>court_filings</c>: packets as they leave, each once; what waits for a receipt or an answer is what the background work looks for.</summary>
internal sealed class CourtFilingTable : IEntityTypeConfiguration<CourtFiling>
{
    public void Configure(EntityTypeBuilder<CourtFiling> filings)
    {
        filings.ToTable("court_filings", table => table.HasCheckConstraint("ck_court_filings_received", "(receipt is null) = (received_at is null)"));
        filings.Property(f => f.Id).ValueGeneratedNever();
        filings.Property(f => f.PacketSha256).HasMaxLength(64);
        filings.Property(f => f.LastFault).HasMaxLength(2_000);
        filings.HasIndex(f => new { f.ConfirmationId, f.Number }).IsUnique();
        filings.HasIndex(f => f.NextTryAt).HasFilter("closed_at is null");
        filings.HasOne<Confirmation>().WithMany().HasForeignKey(f => f.ConfirmationId).OnDelete(DeleteBehavior.Restrict);
    }
}
