using System.Text.Json;
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
        agreements.Property(a => a.Content).HasColumnType("jsonb").HasConversion(content => Write(content), json => Read(json));
        agreements.HasIndex(a => a.CaseId).IsUnique();
        agreements.HasOne<Case>().WithMany().HasForeignKey(a => a.CaseId).OnDelete(DeleteBehavior.Restrict);
        agreements.HasMany(a => a.Rounds).WithOne().HasForeignKey(r => r.AgreementId).OnDelete(DeleteBehavior.Restrict);
        agreements.Ignore(a => a.Round);
    }

    private static string Write(AgreementContent content) => JsonSerializer.Serialize(new Stored(content.Facts, [.. content.Clauses], [.. content.Obligations]));

    private static AgreementContent Read(string json)
    {
        var stored = JsonSerializer.Deserialize<Stored>(json)!;
        return AgreementContent.Of(stored.Facts, stored.Clauses, stored.Obligations);
    }

    private sealed record Stored(string Facts, Clause[] Clauses, Obligation[] Obligations);
}
