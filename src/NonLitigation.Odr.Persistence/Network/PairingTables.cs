using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Persistence.Accounts;

namespace NonLitigation.Odr.Persistence.Network;

/// <summary>Table <c>pairings</c>: of the same two at most one at a time; an ended one stays.</summary>
internal sealed class PairingTable : IEntityTypeConfiguration<Pairing>
{
    public void Configure(EntityTypeBuilder<Pairing> pairings)
    {
        pairings.ToTable("pairings", table => table.HasCheckConstraint("ck_pairings_ended", "(ended_at is null) = (ended_by is null)"));
        pairings.Property(one => one.Id).ValueGeneratedNever();
        pairings.HasIndex(one => new { one.OrganisationId, one.PartnerId }).IsUnique().HasFilter("ended_at is null");
        pairings.HasIndex(one => one.PartnerId);
        pairings.HasOne<Organisation>().WithMany().HasForeignKey(one => one.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        pairings.HasOne<Organisation>().WithMany().HasForeignKey(one => one.PartnerId).OnDelete(DeleteBehavior.Restrict);
        pairings.HasOne<Account>().WithMany().HasForeignKey(one => one.MadeBy).OnDelete(DeleteBehavior.Restrict);
        pairings.HasMany(one => one.AllGuides).WithOne().HasForeignKey(guide => guide.PairingId).OnDelete(DeleteBehavior.Restrict);
        pairings.Navigation(one => one.AllGuides).HasField("guides").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }
}

/// <summary>Table <c>legal_guides</c>.</summary>
internal sealed class LegalGuideTable : IEntityTypeConfiguration<LegalGuide>
{
    public void Configure(EntityTypeBuilder<LegalGuide> guides)
    {
        guides.ToTable("legal_guides", table => table.HasCheckConstraint("ck_legal_guides_ended", "(ended_at is null) = (ended_by is null)"));
        guides.Property(one => one.Id).ValueGeneratedNever();
        guides.Property(one => one.Name).HasMaxLength(LegalGuide.LongestName);
        guides.Property(one => one.Background).HasConversion<string>().HasMaxLength(24);
        guides.HasIndex(one => new { one.PairingId, one.PersonId }).IsUnique().HasFilter("ended_at is null");
        guides.HasIndex(one => one.PersonId);
        guides.HasOne<Account>().WithMany().HasForeignKey(one => one.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
