using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NonLitigation.Odr.Persistence.Rooms;

internal sealed class RoomTables : IEntityTypeConfiguration<RoomRow>, IEntityTypeConfiguration<RoomHeadRow>, IEntityTypeConfiguration<RoomMemberRow>,
    IEntityTypeConfiguration<RoomEntryRow>, IEntityTypeConfiguration<ReadPositionRow>
{
    public void Configure(EntityTypeBuilder<RoomRow> builder)
    {
        builder.ToTable("rooms", t => t.HasCheckConstraint("rooms_colour", "colour between 0 and 7"));
        builder.Property(r => r.Kind).HasConversion<string>();
        // One joint room for each case, one caucus for each party of it, one standing room for each enterprise.
        builder.HasIndex(r => new { r.CaseId, r.Kind, r.CaucusPartyId }).IsUnique().AreNullsDistinct(false).HasFilter("case_id is not null");
        builder.HasIndex(r => r.EnterpriseId).IsUnique().HasFilter("enterprise_id is not null");
    }

    public void Configure(EntityTypeBuilder<RoomHeadRow> builder)
    {
        builder.ToTable("room_heads", t =>
        {
            t.HasCheckConstraint("room_heads_state", "state in ('Scheduled','Lobby','Open','Adjourned','Closed')");
            t.HasCheckConstraint("room_heads_call", "state = 'Open' or not call_open");
            t.HasCheckConstraint("room_heads_different_times", "state <> 'Closed' or not different_times");
            t.HasCheckConstraint("room_heads_hold", "hold in ('Never','Ended') or (hold = 'On' and state = 'Open')");
            t.HasCheckConstraint("room_heads_head", "head >= 0 and octet_length(head_hash) = 32");
        });
        builder.HasKey(h => h.RoomId);
        builder.Property(h => h.RoomId).ValueGeneratedNever();
        builder.Property(h => h.State).HasConversion<string>();
        builder.Property(h => h.Hold).HasConversion<string>();
        builder.HasOne<RoomRow>().WithOne().HasForeignKey<RoomHeadRow>(h => h.RoomId);
    }

    public void Configure(EntityTypeBuilder<RoomMemberRow> builder)
    {
        builder.ToTable("room_members", t => t.HasCheckConstraint("room_members_standing", "standing in ('Invited','Waiting','Admitted','Removed')"));
        builder.HasKey(m => new { m.RoomId, m.PersonId });
        builder.Property(m => m.Role).HasConversion<string>();
        builder.Property(m => m.Standing).HasConversion<string>();
        builder.HasIndex(m => m.PersonId);
        builder.HasIndex(m => m.RoomId, "ix_room_members_here").HasFilter("joined or standing = 'Waiting'");
        builder.HasOne<RoomRow>().WithMany().HasForeignKey(m => m.RoomId);
    }

    public void Configure(EntityTypeBuilder<RoomEntryRow> builder)
    {
        builder.ToTable("room_entries", t => t.HasCheckConstraint("room_entries_shape",
            "sequence > 0 and (body is null) = (salt is null) and octet_length(salt) = 32 and octet_length(commitment) = 32 and octet_length(previous_hash) = 32 and octet_length(entry_hash) = 32"));
        builder.HasKey(e => new { e.RoomId, e.Sequence });
        builder.Property(e => e.Kind).HasConversion<string>();
        builder.Property(e => e.AuthorRole).HasConversion<string>();
        // The senders' ids are made in the order of time (UUID 7): first, they keep new rows together at the end of the index.
        builder.HasIndex(e => new { e.ClientMessageId, e.AuthorId, e.RoomId }).IsUnique().HasFilter("client_message_id is not null");
        // No foreign key: it would lock and write the room's row for every entry. An entry is only written together with the head it continues, and a head has one.
    }

    public void Configure(EntityTypeBuilder<ReadPositionRow> builder)
    {
        builder.ToTable("read_positions");
        builder.HasKey(p => new { p.RoomId, p.PersonId });
        builder.HasOne<RoomRow>().WithMany().HasForeignKey(p => p.RoomId);
    }
}
