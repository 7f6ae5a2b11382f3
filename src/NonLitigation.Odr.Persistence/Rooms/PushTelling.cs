using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Persistence.Accounts;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>Up to where in a room a person has last been told that something awaits him, and when. For our own memory: it leaves this service in no form.</summary>
public sealed class PushTelling
{
    public Guid PersonId { get; init; }
    public Guid RoomId { get; init; }
    public long Sequence { get; set; }
    public DateTimeOffset ToldAt { get; set; }
}

internal sealed class PushTellingTable : IEntityTypeConfiguration<PushTelling>
{
    public void Configure(EntityTypeBuilder<PushTelling> builder)
    {
        builder.ToTable("push_tellings");
        builder.HasKey(one => new { one.PersonId, one.RoomId });
        builder.HasOne<Account>().WithMany().HasForeignKey(one => one.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<RoomRow>().WithMany().HasForeignKey(one => one.RoomId).OnDelete(DeleteBehavior.Cascade);
    }
}
