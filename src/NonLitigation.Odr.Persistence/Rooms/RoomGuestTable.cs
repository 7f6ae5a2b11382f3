using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>Table <c>room_guests</c>: who was proposed and how far it got. Each answer also stands in the room's record. Nothing of it is asked when somebody speaks.</summary>
internal sealed class RoomGuestTable : IEntityTypeConfiguration<RoomGuest>
{
    public void Configure(EntityTypeBuilder<RoomGuest> guests)
    {
        guests.ToTable("room_guests", table => table.HasCheckConstraint("ck_room_guests_order", "(undertook_at is null) = (words_sha256 is null) and (undertook_at is null or (person_id is not null and invited_at is not null))"));
        guests.Property(g => g.Id).ValueGeneratedNever();
        guests.Property(g => g.Capacity).HasConversion<string>().HasMaxLength(16);
        guests.Property(g => g.Name).HasMaxLength(160);
        guests.Property(g => g.Contact).HasMaxLength(254);
        guests.Property(g => g.Reason).HasMaxLength(RoomGuest.LongestReason);
        guests.Property(g => g.WordsSha256).HasMaxLength(64);
        guests.Property(g => g.Languages).HasConversion(all => all.ToArray(), array => array, Unchanging.List<string>());
        guests.Property(g => g.Answers).IsKeptAsJson();
        guests.Ignore(g => g.State).Ignore(g => g.Role);
        guests.HasIndex(g => g.RoomId);
        guests.HasIndex(g => g.CaseId);
        guests.HasIndex(g => g.PersonId).HasFilter("person_id is not null");
        guests.HasOne<RoomRow>().WithMany().HasForeignKey(g => g.RoomId).OnDelete(DeleteBehavior.Restrict);
        guests.HasOne<Case>().WithMany().HasForeignKey(g => g.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
