using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Persistence.Accounts;

namespace NonLitigation.Odr.Persistence.Network;

/// <summary>Made for 1,903 organisations: a subtree is a prefix of <c>path</c>, a duty list is a GIN-indexed array.</summary>
internal sealed class OrganisationTable : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations");
        builder.Property(one => one.Name).HasMaxLength(120);
        builder.Property(one => one.AreaCode).HasMaxLength(12);
        builder.Property(one => one.Phone).HasMaxLength(40);
        builder.Property(one => one.Kind).HasConversion<string>().HasMaxLength(24);
        builder.Property(one => one.Tier).HasConversion<string>().HasMaxLength(12);
        builder.Property(one => one.Field).HasConversion<string>().HasMaxLength(16);
        builder.PrimitiveCollection(one => one.DutyList).ElementType(element => element.HasConversion<string>());
        builder.HasIndex(one => one.ParentId);
        // Byte order: one index gives both the subtree below a prefix and the order of the directory.
        builder.Property(one => one.Path).UseCollation("C");
        builder.HasIndex(one => one.Path).IsUnique();
        builder.HasIndex(one => one.DutyList).HasMethod("gin");
        builder.HasLetters();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(one => one.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Made for 5,200 mediators.</summary>
internal sealed class MediatorTable : IEntityTypeConfiguration<Mediator>
{
    public void Configure(EntityTypeBuilder<Mediator> builder)
    {
        builder.ToTable("mediators", table => table.HasCheckConstraint("ck_mediators_open_cases", "open_cases >= 0 and open_cases <= capacity"));
        builder.Property(one => one.Name).HasMaxLength(60);
        builder.Property(one => one.Introduction).HasMaxLength(1000);
        builder.Property(one => one.Pool).HasConversion<string>().HasMaxLength(12);
        builder.PrimitiveCollection(one => one.Skills).ElementType(element => element.HasConversion<string>());
        builder.HasIndex(one => one.OrganisationId);
        builder.HasIndex(one => one.PersonId).IsUnique();
        builder.HasIndex(one => one.Skills).HasMethod("gin");
        builder.HasLetters();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(one => one.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(one => one.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>An operator's place: the organisation whose subtree he sees the status of.</summary>
public sealed class OperatorSeat
{
    public Guid PersonId { get; init; }
    public Guid OrganisationId { get; init; }
}

internal sealed class OperatorSeatTable : IEntityTypeConfiguration<OperatorSeat>
{
    public void Configure(EntityTypeBuilder<OperatorSeat> builder)
    {
        builder.ToTable("operator_seats");
        builder.HasKey(seat => seat.PersonId);
        builder.HasOne<Account>().WithMany().HasForeignKey(seat => seat.PersonId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(seat => seat.OrganisationId);
    }
}
