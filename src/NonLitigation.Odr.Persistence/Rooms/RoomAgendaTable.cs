using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>Table <c>room_agendas</c>: the points as jsonb. Each change also stands in the room's record.</summary>
internal sealed class RoomAgendaTable : IEntityTypeConfiguration<RoomAgenda>
{
    public void Configure(EntityTypeBuilder<RoomAgenda> agendas)
    {
        agendas.ToTable("room_agendas");
        agendas.HasKey(a => a.RoomId);
        agendas.Property(a => a.RoomId).ValueGeneratedNever();
        agendas.Property(a => a.Items).IsKeptAsJson();
        agendas.HasOne<RoomRow>().WithOne().HasForeignKey<RoomAgenda>(a => a.RoomId).OnDelete(DeleteBehavior.Restrict);
    }
}
