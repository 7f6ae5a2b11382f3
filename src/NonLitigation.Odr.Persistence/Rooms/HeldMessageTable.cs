using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Rooms;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>Table <c>held_messages</c>: what waits, or waited, for the mediator. Asked only in rooms in which there was a hold.</summary>
internal sealed class HeldMessageTable : IEntityTypeConfiguration<HeldMessage>
{
    public void Configure(EntityTypeBuilder<HeldMessage> held)
    {
        held.ToTable("held_messages", table => table.HasCheckConstraint("ck_held_messages_state",
            "(state = 'Waiting' and decided_at is null) or (state = 'Released' and sequence is not null and decided_by is not null) or (state = 'Returned' and cause is not null and sequence is null)"));
        held.Property(m => m.Id).ValueGeneratedNever();
        held.Property(m => m.Text).HasMaxLength(RoomsRules.LongestText);
        held.Property(m => m.State).HasConversion<string>().HasMaxLength(16);
        held.Property(m => m.Cause).HasConversion<string>().HasMaxLength(16);
        held.Property(m => m.Reason).HasMaxLength(RoomsRules.LongestReason);
        held.HasIndex(m => new { m.ClientMessageId, m.AuthorId, m.RoomId }).IsUnique();
        held.HasIndex(m => m.RoomId).HasFilter("state = 'Waiting'");
        held.HasIndex(m => new { m.RoomId, m.AuthorId });
        held.HasOne<RoomRow>().WithMany().HasForeignKey(m => m.RoomId).OnDelete(DeleteBehavior.Restrict);
    }
}
