using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>Table <c>sittings</c>: times and answers as jsonb. What was proposed, fixed, moved and cancelled stands in the joint room's record too.</summary>
internal sealed class SittingTable : IEntityTypeConfiguration<Sitting>
{
    public void Configure(EntityTypeBuilder<Sitting> sittings)
    {
        sittings.ToTable("sittings", table =>
        {
            table.HasCheckConstraint("ck_sittings_fixed", "state <> 'Fixed' or starts_at is not null");
            table.HasCheckConstraint("ck_sittings_slot", "(starts_at is null) = (minutes is null) and minutes between 15 and 480");
            table.HasCheckConstraint("ck_sittings_remind", "remind_at is null or state = 'Fixed'");
        });
        sittings.Property(s => s.Id).ValueGeneratedNever();
        sittings.Property(s => s.State).HasConversion<string>().HasMaxLength(16);
        sittings.Property(s => s.Place).HasMaxLength(SittingSlot.LongestPlace);
        sittings.Property(s => s.Reason).HasMaxLength(RoomsRules.LongestReason);
        sittings.Property(s => s.Proposed).IsKeptAsJson();
        sittings.Property(s => s.Answers).IsKeptAsJson();
        sittings.Ignore(s => s.Slot);
        // Times are asked about one proposal at a time.
        sittings.HasIndex(s => s.CaseId, "ix_sittings_proposed").IsUnique().HasFilter("state = 'Proposed'");
        sittings.HasIndex(s => s.CaseId, "ix_sittings_case");
        sittings.HasIndex(s => new { s.MediatorPersonId, s.StartsAt });
        sittings.HasIndex(s => s.RemindAt).HasFilter("remind_at is not null");
        sittings.HasOne<Case>().WithMany().HasForeignKey(s => s.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Table <c>calendar_feeds</c>: one of each mediator who asked for it, by the hash of its address.</summary>
internal sealed class CalendarFeedTable : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> feeds)
    {
        feeds.ToTable("calendar_feeds", table => table.HasCheckConstraint("ck_calendar_feeds_hash", "octet_length(secret_hash) = 32"));
        feeds.HasKey(f => f.PersonId);
        feeds.Property(f => f.PersonId).ValueGeneratedNever();
        feeds.HasIndex(f => f.SecretHash).IsUnique();
        feeds.HasOne<Account>().WithMany().HasForeignKey(f => f.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
