using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Persistence.Settlements;

/// <summary>Table <c>outcomes</c>: what took effect; those still being prepared are what the background work looks for.</summary>
internal sealed class OutcomeTable : IEntityTypeConfiguration<Outcome>
{
    public void Configure(EntityTypeBuilder<Outcome> outcomes)
    {
        outcomes.ToTable("outcomes", table => table.HasCheckConstraint("ck_outcomes_ready", "(state = 'Ready') = (sha256 is not null)"));
        outcomes.Property(o => o.Id).ValueGeneratedNever();
        outcomes.Property(o => o.State).HasConversion<string>().HasMaxLength(16);
        outcomes.Property(o => o.FrozenHash).HasMaxLength(64);
        outcomes.Property(o => o.Code).HasMaxLength(19);
        outcomes.Property(o => o.Sha256).HasMaxLength(64);
        outcomes.Property(o => o.LastFault).HasMaxLength(2_000);
        outcomes.HasIndex(o => o.AgreementId).IsUnique();
        outcomes.HasIndex(o => o.CaseId).IsUnique();
        outcomes.HasIndex(o => o.Code).IsUnique();
        outcomes.HasIndex(o => o.Sha256);
        outcomes.HasIndex(o => o.NextTryAt).HasFilter("state = 'Preparing' or timestamp_pending");
        outcomes.HasOne<SigningRound>().WithMany().HasForeignKey(o => o.RoundId).OnDelete(DeleteBehavior.Restrict);
        outcomes.HasMany<OutcomeDocument>().WithOne().HasForeignKey(d => d.OutcomeId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Table <c>outcome_documents</c>: the sealed PDFs, in at most two editions.</summary>
internal sealed class OutcomeDocumentTable : IEntityTypeConfiguration<OutcomeDocument>
{
    public void Configure(EntityTypeBuilder<OutcomeDocument> documents)
    {
        documents.ToTable("outcome_documents");
        documents.HasKey(d => new { d.OutcomeId, d.Edition });
        documents.Property(d => d.OutcomeId).ValueGeneratedNever();
        documents.Property(d => d.Sha256).HasMaxLength(64);
    }
}
