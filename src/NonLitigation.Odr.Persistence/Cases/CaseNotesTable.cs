using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Cases;

namespace NonLitigation.Odr.Persistence.Cases;

/// <summary>Table <c>case_notes</c>: one row of each mediator who has written about a case; what he wrote is encrypted.</summary>
internal sealed class CaseNotesTable : IEntityTypeConfiguration<CaseNotes>
{
    public void Configure(EntityTypeBuilder<CaseNotes> notes)
    {
        notes.ToTable("case_notes");
        notes.HasKey(n => new { n.CaseId, n.PersonId });
        notes.Property(n => n.Version).IsConcurrencyToken();
        notes.HasOne<Case>().WithMany().HasForeignKey(n => n.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
