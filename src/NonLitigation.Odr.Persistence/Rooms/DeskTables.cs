using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Rooms;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>The mediator's desk: who waits unheard, after how long somebody is alerted, canned texts.</summary>
internal sealed class DeskTables : IEntityTypeConfiguration<RoomWait>, IEntityTypeConfiguration<AttentionLimit>, IEntityTypeConfiguration<Snippet>
{
    public void Configure(EntityTypeBuilder<RoomWait> waits)
    {
        waits.ToTable("room_waits");
        waits.Property(w => w.Id).ValueGeneratedNever();
        waits.Ignore(w => w.IsUnattended);
        // One of each kind lasts at a time: this is what makes an alert exactly one, whichever node notices first.
        waits.HasIndex(w => new { w.RoomId, w.PersonId }).IsUnique().AreNullsDistinct(false).HasFilter("ended_at is null");
        waits.HasIndex(w => w.CaseId).HasFilter("ended_at is null");
        waits.HasOne<RoomRow>().WithMany().HasForeignKey(w => w.RoomId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AttentionLimit> limits)
    {
        limits.ToTable("attention_limits", table => table.HasCheckConstraint("ck_attention_limits_minutes", "minutes between 1 and 60"));
        limits.HasKey(l => l.OrganisationId);
        limits.Property(l => l.OrganisationId).ValueGeneratedNever();
        limits.HasOne<Organisation>().WithOne().HasForeignKey<AttentionLimit>(l => l.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Snippet> snippets)
    {
        snippets.ToTable("snippets", table => table.HasCheckConstraint("ck_snippets_owner", "(owner_id is null) <> (organisation_id is null)"));
        snippets.Property(s => s.Id).ValueGeneratedNever();
        snippets.Property(s => s.Shortcut).HasMaxLength(2 * Snippet.LongestShortcut);
        snippets.Property(s => s.Title).HasMaxLength(Snippet.LongestTitle);
        snippets.Property(s => s.Text).HasMaxLength(Snippet.LongestText);
        snippets.HasIndex(s => new { s.SnippetId, s.Version }).IsUnique();
        snippets.HasIndex(s => s.SnippetId, "ix_snippets_current").IsUnique().HasFilter("replaced_at is null");
        snippets.HasIndex(s => new { s.OwnerId, s.OrganisationId, s.Shortcut }).IsUnique().AreNullsDistinct(false).HasFilter("replaced_at is null");
        snippets.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
