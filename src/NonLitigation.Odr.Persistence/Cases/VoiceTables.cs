using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;

namespace NonLitigation.Odr.Persistence.Cases;

/// <summary>Table <c>party_opinions</c>: one of each party, only ever added to.</summary>
internal sealed class PartyOpinionTable : IEntityTypeConfiguration<PartyOpinion>
{
    public void Configure(EntityTypeBuilder<PartyOpinion> opinions)
    {
        opinions.ToTable("party_opinions", table =>
            table.HasCheckConstraint("ck_party_opinions_scores", "heard between 1 and 5 and neutral between 1 and 5 and understood between 1 and 5 and overall between 1 and 5"));
        opinions.HasKey(o => o.PartyId);
        opinions.Property(o => o.PartyId).ValueGeneratedNever();
        opinions.Ignore(o => o.Scores);
        opinions.HasIndex(o => new { o.OrganisationId, o.GivenAt });
        opinions.HasOne<Case>().WithMany().HasForeignKey(o => o.CaseId).OnDelete(DeleteBehavior.Restrict);
        opinions.HasOne<Party>().WithOne().HasForeignKey<PartyOpinion>(o => o.PartyId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Table <c>complaints</c>: of one party about the same at most one is open.</summary>
internal sealed class ComplaintTable : IEntityTypeConfiguration<Complaint>
{
    public void Configure(EntityTypeBuilder<Complaint> complaints)
    {
        complaints.ToTable("complaints", table => table.HasCheckConstraint("ck_complaints_answered", "(answered_at is null) = (answer is null) and (answered_at is null) = (finding is null)"));
        complaints.Property(c => c.Id).ValueGeneratedNever();
        complaints.Property(c => c.Target).HasConversion<string>().HasMaxLength(16);
        complaints.Property(c => c.Matter).HasConversion<string>().HasMaxLength(16);
        complaints.Property(c => c.Finding).HasConversion<string>().HasMaxLength(16);
        complaints.Property(c => c.Text).HasMaxLength(Complaint.LongestText);
        complaints.Property(c => c.Answer).HasMaxLength(Complaint.LongestText);
        complaints.Ignore(c => c.Term);
        complaints.HasIndex(c => new { c.PartyId, c.ClientId }).IsUnique();
        complaints.HasIndex(c => new { c.PartyId, c.Target }).IsUnique().HasFilter("answered_at is null");
        complaints.HasIndex(c => new { c.OrganisationId, c.FiledAt });
        complaints.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Restrict);
        complaints.HasOne<Party>().WithMany().HasForeignKey(c => c.PartyId).OnDelete(DeleteBehavior.Restrict);
        complaints.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
