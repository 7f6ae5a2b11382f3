using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Persistence.Settlements;

/// <summary>Table <c>agreement_versions</c>: every saved version; only ever added to.</summary>
internal sealed class AgreementVersionTable : IEntityTypeConfiguration<AgreementVersion>
{
    public void Configure(EntityTypeBuilder<AgreementVersion> versions)
    {
        versions.ToTable("agreement_versions", table =>
        {
            table.HasCheckConstraint("ck_agreement_versions_number", "number > 0");
            table.HasCheckConstraint("ck_agreement_versions_restored", "(origin = 'Restored') = (restored_from is not null)");
        });
        versions.HasKey(v => new { v.AgreementId, v.Number });
        versions.Property(v => v.Content).HasColumnType("jsonb").HasConversion(content => ContentJson.Write(content), json => ContentJson.Read(json));
        versions.Property(v => v.Name).HasMaxLength(200);
        versions.Property(v => v.Origin).HasConversion<string>().HasMaxLength(16);
        versions.HasOne<Agreement>().WithMany().HasForeignKey(v => v.AgreementId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Table <c>agreement_showings</c>: which versions the parties were shown; only ever added to.</summary>
internal sealed class AgreementShowingTable : IEntityTypeConfiguration<AgreementShowing>
{
    public void Configure(EntityTypeBuilder<AgreementShowing> showings)
    {
        showings.ToTable("agreement_showings");
        showings.HasKey(s => new { s.AgreementId, s.Version });
        showings.HasOne<Agreement>().WithMany().HasForeignKey(s => s.AgreementId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Table <c>agreement_readings</c>: up to which version each person has looked.</summary>
internal sealed class AgreementReadingTable : IEntityTypeConfiguration<AgreementReading>
{
    public void Configure(EntityTypeBuilder<AgreementReading> readings)
    {
        readings.ToTable("agreement_readings");
        readings.HasKey(r => new { r.AgreementId, r.PersonId });
        readings.HasOne<Agreement>().WithMany().HasForeignKey(r => r.AgreementId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Table <c>edit_leases</c>: at most one of each case, written with the database's clock only.</summary>
internal sealed class EditLeaseTable : IEntityTypeConfiguration<EditLease>
{
    public void Configure(EntityTypeBuilder<EditLease> leases)
    {
        leases.ToTable("edit_leases", table => table.HasCheckConstraint("ck_edit_leases_time", "since <= until"));
        leases.HasKey(l => l.CaseId);
        leases.Property(l => l.CaseId).ValueGeneratedNever();
        leases.Property(l => l.Name).HasMaxLength(200);
        leases.HasOne<Case>().WithMany().HasForeignKey(l => l.CaseId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Table <c>draft_comments</c>: what was said stays; only that it is settled is added, once.</summary>
internal sealed class DraftCommentTable : IEntityTypeConfiguration<DraftComment>
{
    public void Configure(EntityTypeBuilder<DraftComment> comments)
    {
        comments.ToTable("draft_comments", table =>
        {
            table.HasCheckConstraint("ck_draft_comments_number", "(number is not null) = (place in ('Clause', 'Obligation'))");
            table.HasCheckConstraint("ck_draft_comments_resolved", "(resolved_at is null) = (resolved_by is null)");
        });
        comments.Property(c => c.Id).ValueGeneratedNever();
        comments.Property(c => c.Place).HasConversion<string>().HasMaxLength(16);
        comments.Property(c => c.Quote).HasMaxLength(DraftComment.LongestQuote);
        comments.Property(c => c.Text).HasMaxLength(DraftComment.LongestText);
        comments.Property(c => c.Name).HasMaxLength(200);
        comments.Property(c => c.ResolvedBy).HasMaxLength(200);
        comments.HasIndex(c => new { c.AgreementId, c.At });
        comments.HasIndex(c => new { c.AgreementId, c.PersonId, c.ClientMessageId }).IsUnique();
        comments.HasOne<Agreement>().WithMany().HasForeignKey(c => c.AgreementId).OnDelete(DeleteBehavior.Restrict);
    }
}
