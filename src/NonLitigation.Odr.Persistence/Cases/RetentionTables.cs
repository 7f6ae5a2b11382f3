using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;

namespace NonLitigation.Odr.Persistence.Cases;

/// <summary>What becomes of cases after their end. Holds, requests, openings and copies are only ever added to; an erasure is written by the database's own function.</summary>
internal sealed class RetentionTables : IEntityTypeConfiguration<RetentionPolicy>, IEntityTypeConfiguration<CaseRetention>, IEntityTypeConfiguration<LegalHold>,
    IEntityTypeConfiguration<DeletionRequest>, IEntityTypeConfiguration<SealOpening>, IEntityTypeConfiguration<CaseFileCopy>, IEntityTypeConfiguration<CaseErasureRow>
{
    public void Configure(EntityTypeBuilder<RetentionPolicy> builder)
    {
        builder.ToTable("retention_policies");
        builder.HasKey(p => p.OrganisationId);
        builder.Property(p => p.OrganisationId).ValueGeneratedNever();
        builder.Property(p => p.WithAgreement).HasConversion<string>().HasMaxLength(12);
        builder.Property(p => p.WithoutAgreement).HasConversion<string>().HasMaxLength(12);
        builder.Property(p => p.Basis).HasMaxLength(RetentionPolicy.LongestBasis);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CaseRetention> builder)
    {
        builder.ToTable("case_retentions", table => table.HasCheckConstraint("ck_case_retentions_term", "ends_on is null or ends_on > ended_on"));
        builder.HasKey(r => r.CaseId);
        builder.Property(r => r.CaseId).ValueGeneratedNever();
        builder.Property<uint>("Version").IsRowVersion();
        builder.Property(r => r.Class).HasConversion<string>().HasMaxLength(12);
        builder.Property(r => r.Basis).HasMaxLength(RetentionPolicy.LongestBasis);
        builder.Property(r => r.SealedReason).HasMaxLength(RetentionPolicy.LongestBasis);
        builder.HasIndex(r => new { r.OrganisationId, r.EndsOn });
        builder.HasIndex(r => r.EndsOn, "ix_case_retentions_due").HasFilter("files_erased_at is null");
        builder.HasOne<Case>().WithOne().HasForeignKey<CaseRetention>(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<LegalHold> builder)
    {
        builder.ToTable("legal_holds");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Requester).HasMaxLength(LegalHold.LongestWord);
        builder.Property(h => h.Reason).HasMaxLength(LegalHold.LongestWord);
        builder.Property(h => h.ReleaseReason).HasMaxLength(LegalHold.LongestWord);
        builder.HasIndex(h => h.CaseId);
        builder.HasOne<Case>().WithMany().HasForeignKey(h => h.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DeletionRequest> builder)
    {
        builder.ToTable("deletion_requests");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Reason).HasMaxLength(DeletionRequest.LongestReason);
        builder.Property(r => r.AnswerReason).HasMaxLength(DeletionRequest.LongestReason);
        builder.Property(r => r.Answer).HasConversion<string>().HasMaxLength(12);
        builder.HasIndex(r => new { r.CaseId, r.PartyId }).IsUnique().HasFilter("answer is null");
        builder.HasIndex(r => new { r.CaseId, r.PersonId, r.RequestId }).IsUnique();
        builder.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SealOpening> builder)
    {
        builder.ToTable("seal_openings");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Reason).HasMaxLength(SealOpening.LongestReason);
        builder.HasIndex(o => new { o.CaseId, o.ReaderId });
        builder.HasOne<Case>().WithMany().HasForeignKey(o => o.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CaseFileCopy> builder)
    {
        builder.ToTable("case_file_copies");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Role).HasMaxLength(20);
        builder.HasIndex(c => c.CaseId);
        builder.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CaseErasureRow> builder)
    {
        builder.ToTable("case_erasures");
        builder.HasKey(e => e.CaseId);
        builder.Property(e => e.CaseId).ValueGeneratedNever();
    }
}

/// <summary>The contents of a case were erased; only the database's own function writes such a row.</summary>
public sealed class CaseErasureRow
{
    public Guid CaseId { get; init; }
    public DateTimeOffset ErasedAt { get; init; }
}
