using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Partners;

namespace NonLitigation.Odr.Persistence.Partners;

/// <summary>Table <c>partner_filings</c>: packets as they leave, each once; what waits for a receipt or an answer is what the background work looks for.</summary>
internal sealed class PartnerFilingTable : IEntityTypeConfiguration<PartnerFiling>
{
    public void Configure(EntityTypeBuilder<PartnerFiling> filings)
    {
        filings.ToTable("partner_filings", table => table.HasCheckConstraint("ck_partner_filings_received", "(receipt is null) = (received_at is null)"));
        filings.Property(f => f.Id).ValueGeneratedNever();
        filings.Property(f => f.Desk).HasConversion<string>().HasMaxLength(8);
        filings.Property(f => f.Subject).HasConversion<string>().HasMaxLength(16);
        filings.Property(f => f.PacketSha256).HasMaxLength(64);
        filings.Property(f => f.LastFault).HasMaxLength(2_000);
        filings.HasIndex(f => new { f.SubjectId, f.Number }).IsUnique();
        filings.HasIndex(f => new { f.Desk, f.NextTryAt }).HasFilter("closed_at is null");
        filings.HasOne<Case>().WithMany().HasForeignKey(f => f.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
