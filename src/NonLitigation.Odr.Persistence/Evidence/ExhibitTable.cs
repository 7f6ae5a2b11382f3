using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Evidence;
using NonLitigation.Odr.Persistence.Accounts;

namespace NonLitigation.Odr.Persistence.Evidence;

/// <summary>Table <c>exhibits</c>; the bytes lie in the file directory under their hash.</summary>
internal sealed class ExhibitTable : IEntityTypeConfiguration<Exhibit>
{
    public void Configure(EntityTypeBuilder<Exhibit> builder)
    {
        builder.ToTable("exhibits", table =>
        {
            table.HasCheckConstraint("ck_exhibits_one_place", "case_id is null or room_id is null");
            table.HasCheckConstraint("ck_exhibits_sha256", "sha256 ~ '^[0-9a-f]{64}$'");
        });
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Name).HasMaxLength(ExhibitNames.Longest);
        builder.Property(e => e.MediaType).HasMaxLength(60);
        builder.Property(e => e.Sha256).HasMaxLength(64);
        builder.HasIndex(e => e.CaseId);
        builder.HasIndex(e => new { e.UploadedBy, e.RoomId, e.ClientMessageId }).IsUnique().HasFilter("room_id is not null");
        builder.HasOne<Case>().WithMany().HasForeignKey(e => e.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.UploadedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
