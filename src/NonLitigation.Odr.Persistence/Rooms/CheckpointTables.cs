using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NonLitigation.Odr.Persistence.Rooms;

internal sealed class CheckpointTables : IEntityTypeConfiguration<LogLeafRow>, IEntityTypeConfiguration<RoomCheckpointRow>,
    IEntityTypeConfiguration<LogCheckpointRow>, IEntityTypeConfiguration<LogTimestampRow>, IEntityTypeConfiguration<EntryErasureRow>
{
    public void Configure(EntityTypeBuilder<LogLeafRow> builder)
    {
        builder.ToTable("log_leaves", t => t.HasCheckConstraint("log_leaves_shape", "position >= 0 and octet_length(leaf) = 32"));
        builder.HasKey(l => l.Position);
        builder.Property(l => l.Position).ValueGeneratedNever();
        builder.HasIndex(l => l.Leaf).IsUnique();
        builder.HasIndex(l => l.Position, "ix_log_leaves_acts").HasFilter("act is not null");
    }

    public void Configure(EntityTypeBuilder<RoomCheckpointRow> builder)
    {
        builder.ToTable("room_checkpoints", t => t.HasCheckConstraint("room_checkpoints_shape", "size > 0 and octet_length(root) = 32"));
        builder.HasKey(c => new { c.RoomId, c.Size });
        builder.HasOne<RoomRow>().WithMany().HasForeignKey(c => c.RoomId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LogLeafRow>().WithOne().HasForeignKey<RoomCheckpointRow>(c => c.Position).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<LogCheckpointRow> builder)
    {
        builder.ToTable("log_checkpoints", t => t.HasCheckConstraint("log_checkpoints_shape", "size > 0 and octet_length(root) = 32"));
        builder.HasKey(c => c.Size);
        builder.Property(c => c.Size).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<LogTimestampRow> builder)
    {
        builder.ToTable("log_timestamps");
        builder.HasKey(t => t.Size);
        builder.Property(t => t.Size).ValueGeneratedNever();
        builder.HasOne<LogCheckpointRow>().WithOne().HasForeignKey<LogTimestampRow>(t => t.Size).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<EntryErasureRow> builder)
    {
        builder.ToTable("entry_erasures", t => t.HasCheckConstraint("entry_erasures_reason", "length(trim(reason)) > 0"));
        builder.HasKey(e => new { e.RoomId, e.Sequence });
        // No foreign key: the transcript's own table is referred to by nothing, and refuses for its own reasons.
    }
}
