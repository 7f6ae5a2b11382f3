using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>Table <c>different_times</c>: each proposal, who consented, how it ended. All of it also stands in the room's record.</summary>
internal sealed class DifferentTimesTable : IEntityTypeConfiguration<DifferentTimes>
{
    public void Configure(EntityTypeBuilder<DifferentTimes> spreads)
    {
        spreads.ToTable("different_times", table => table.HasCheckConstraint("ck_different_times_end", "(ended_at is null) = (\"end\" is null)"));
        spreads.Property(s => s.Id).ValueGeneratedNever();
        spreads.Property(s => s.End).HasConversion<string>().HasMaxLength(16);
        spreads.Property(s => s.Answers).IsKeptAsJson();
        spreads.HasIndex(s => s.RoomId).IsUnique().HasFilter("ended_at is null"); // one at a time
        spreads.HasIndex(s => s.CaseId);
        spreads.HasIndex(s => s.RemindAt).HasFilter("remind_at is not null");
        spreads.HasOne<RoomRow>().WithMany().HasForeignKey(s => s.RoomId).OnDelete(DeleteBehavior.Restrict);
        spreads.HasOne<Case>().WithMany().HasForeignKey(s => s.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
