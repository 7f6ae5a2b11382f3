using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Persistence.Accounts;

namespace NonLitigation.Odr.Persistence.Network;

/// <summary>Table <c>mediator_leaves</c>; a cancelled one stays.</summary>
internal sealed class MediatorLeaveTable : IEntityTypeConfiguration<MediatorLeave>
{
    public void Configure(EntityTypeBuilder<MediatorLeave> leaves)
    {
        leaves.ToTable("mediator_leaves", table => table.HasCheckConstraint("ck_mediator_leaves_days", "first_day <= last_day"));
        leaves.Property(one => one.Id).ValueGeneratedNever();
        leaves.HasIndex(one => new { one.PersonId, one.LastDay }).HasFilter("cancelled_at is null");
        leaves.HasOne<Account>().WithMany().HasForeignKey(one => one.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
