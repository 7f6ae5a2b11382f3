using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Persistence.Settlements;

/// <summary>Table <c>agreements</c>: one of each case; the draft as jsonb.</summary>
internal sealed class AgreementTable : IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Agreement> agreements)
    {
        agreements.ToTable("agreements", table => table.HasCheckConstraint("ck_agreements_effective", "(state = 'Effective') = (effective_at is not null)"));
        agreements.Property(a => a.Id).ValueGeneratedNever();
        agreements.Property(a => a.State).HasConversion<string>().HasMaxLength(16);
        agreements.Property(a => a.Content).HasColumnType("jsonb").HasConversion(content => ContentJson.Write(content), json => ContentJson.Read(json));
        agreements.HasIndex(a => a.CaseId).IsUnique();
        agreements.HasOne<Case>().WithMany().HasForeignKey(a => a.CaseId).OnDelete(DeleteBehavior.Restrict);
        agreements.HasMany(a => a.Rounds).WithOne().HasForeignKey(r => r.AgreementId).OnDelete(DeleteBehavior.Restrict);
        agreements.Ignore(a => a.Round);
        agreements.Ignore(a => a.ShowsItself);
    }
}
