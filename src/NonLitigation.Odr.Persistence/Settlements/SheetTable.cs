using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Persistence.Settlements;

/// <summary>Table <c>sheets</c>: undisputed facts and minutes, answers as jsonb (each answer also stands in the room's record).</summary>
internal sealed class SheetTable : IEntityTypeConfiguration<Sheet>
{
    public void Configure(EntityTypeBuilder<Sheet> sheets)
    {
        sheets.ToTable("sheets", table => table.HasCheckConstraint("ck_sheets_state", "(state = 'Draft') = (hash is null) and (state = 'Confirmed') = (confirmed_at is not null)"));
        sheets.Property(s => s.Id).ValueGeneratedNever();
        sheets.Property(s => s.Kind).HasConversion<string>().HasMaxLength(16);
        sheets.Property(s => s.State).HasConversion<string>().HasMaxLength(16);
        sheets.Property(s => s.Text).HasMaxLength(Sheet.LongestText);
        sheets.Property(s => s.Hash).HasMaxLength(64);
        sheets.Property(s => s.Asked).HasConversion(asked => asked.ToArray(), array => array, Unchanging.List<Guid>());
        sheets.Property(s => s.Answers).IsKeptAsJson();
        sheets.HasIndex(s => new { s.CaseId, s.Kind, s.Number }).IsUnique();
        sheets.HasOne<Case>().WithMany().HasForeignKey(s => s.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
