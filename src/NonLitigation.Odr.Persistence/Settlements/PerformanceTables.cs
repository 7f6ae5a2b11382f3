using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Persistence.Settlements;

/// <summary>Table <c>performances</c>: one of each effective agreement.</summary>
internal sealed class PerformanceTable : IEntityTypeConfiguration<Performance>
{
    public void Configure(EntityTypeBuilder<Performance> performances)
    {
        performances.ToTable("performances");
        performances.Property(p => p.Id).ValueGeneratedNever();
        performances.HasIndex(p => p.AgreementId).IsUnique();
        performances.HasIndex(p => p.CaseId).IsUnique();
        performances.HasIndex(p => p.FollowUpOn);
        performances.HasOne<Agreement>().WithOne().HasForeignKey<Performance>(p => p.AgreementId).OnDelete(DeleteBehavior.Restrict);
        performances.HasOne<Case>().WithOne().HasForeignKey<Performance>(p => p.CaseId).OnDelete(DeleteBehavior.Restrict);
        performances.HasMany(p => p.Obligations).WithOne().HasForeignKey(o => o.PerformanceId).OnDelete(DeleteBehavior.Restrict);
        performances.HasMany(p => p.Answers).WithOne().HasForeignKey(a => a.PerformanceId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Table <c>followed_obligations</c>: what is owed, as the signed text says; how far it is done follows from the acts.</summary>
internal sealed class FollowedObligationTable : IEntityTypeConfiguration<FollowedObligation>
{
    public void Configure(EntityTypeBuilder<FollowedObligation> obligations)
    {
        obligations.ToTable("followed_obligations", table => table.HasCheckConstraint("ck_followed_obligations_amount", "amount_fen is null or amount_fen > 0"));
        obligations.Property(o => o.Id).ValueGeneratedNever();
        obligations.Property(o => o.What).HasMaxLength(AgreementContent.LongestWhat);
        obligations.Property(o => o.Manner).HasMaxLength(AgreementContent.LongestManner);
        obligations.HasIndex(o => new { o.PerformanceId, o.Number }).IsUnique();
        obligations.HasIndex(o => o.DueOn);
        obligations.HasMany(o => o.Acts).WithOne().HasForeignKey("ObligationId").OnDelete(DeleteBehavior.Restrict);
        obligations.Ignore(o => o.Unanswered);
    }
}

/// <summary>Table <c>performance_acts</c>: only ever added to; a person's id of an act is taken once.</summary>
internal sealed class PerformanceActTable : IEntityTypeConfiguration<PerformanceAct>
{
    public void Configure(EntityTypeBuilder<PerformanceAct> acts)
    {
        acts.ToTable("performance_acts", table => table.HasCheckConstraint("ck_performance_acts_amount", "amount_fen is null or amount_fen > 0"));
        acts.Property(a => a.Id).ValueGeneratedNever();
        acts.Property<Guid>("ObligationId");
        acts.Property(a => a.Kind).HasConversion<string>().HasMaxLength(16);
        acts.Property(a => a.Note).HasMaxLength(PerformanceWord.LongestNote);
        acts.HasIndex("ObligationId", nameof(PerformanceAct.PersonId), nameof(PerformanceAct.RequestId)).IsUnique();
        acts.HasIndex("ObligationId", nameof(PerformanceAct.Position)).IsUnique();
        // A report is answered once.
        acts.HasIndex(a => a.About).IsUnique();
    }
}

/// <summary>Table <c>follow_up_answers</c>: one of each party.</summary>
internal sealed class FollowUpAnswerTable : IEntityTypeConfiguration<FollowUpAnswer>
{
    public void Configure(EntityTypeBuilder<FollowUpAnswer> answers)
    {
        answers.ToTable("follow_up_answers", table => table.HasCheckConstraint("ck_follow_up_answers_satisfaction", "satisfaction between 1 and 5"));
        answers.HasKey(a => new { a.PerformanceId, a.PartyId });
        answers.Property(a => a.Finding).HasConversion<string>().HasMaxLength(16);
        answers.Property(a => a.Note).HasMaxLength(PerformanceWord.LongestNote);
        answers.Ignore(a => a.Word);
    }
}

/// <summary>Table <c>performance_reminders</c>: its key makes each reminder one, whichever node sends it.</summary>
internal sealed class ReminderTable : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> reminders)
    {
        reminders.ToTable("performance_reminders");
        reminders.HasKey(r => new { r.PerformanceId, r.Number, r.PartyId, r.Kind });
        reminders.Property(r => r.Kind).HasConversion<string>().HasMaxLength(16);
        reminders.HasOne<Performance>().WithMany().HasForeignKey(r => r.PerformanceId).OnDelete(DeleteBehavior.Restrict);
    }
}
