using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Persistence.Cases;

/// <summary>Table <c>guidance_questions</c>: its words never change (320-guidance.sql).</summary>
internal sealed class GuidanceQuestionTable : IEntityTypeConfiguration<GuidanceQuestion>
{
    public void Configure(EntityTypeBuilder<GuidanceQuestion> questions)
    {
        questions.ToTable("guidance_questions", table => table.HasCheckConstraint("ck_guidance_questions_state",
            "(state = 'Closed') = (closed_at is not null) and (state <> 'Open' or owner_id is null) and (state not in ('Taken', 'AskedBack', 'Answered') or owner_id is not null)"));
        questions.Property(one => one.Id).ValueGeneratedNever();
        questions.Property(one => one.Number).HasMaxLength(9);
        questions.Property(one => one.Kind).HasConversion<string>().HasMaxLength(24);
        questions.Property(one => one.AreaCode).HasMaxLength(12);
        questions.Property(one => one.State).HasConversion<string>().HasMaxLength(12);
        questions.Property(one => one.Subject).HasMaxLength(GuidanceQuestion.LongestSubject);
        questions.Property(one => one.Facts).HasMaxLength(GuidanceQuestion.LongestFacts);
        questions.Property(one => one.Question).HasMaxLength(GuidanceQuestion.LongestQuestion);
        questions.Property(one => one.Vouched).IsKeptAsJson();
        questions.Ignore(one => one.Term);
        questions.Ignore(one => one.Waits);
        questions.HasIndex(one => one.Number).IsUnique();
        questions.HasIndex(one => new { one.CaseId, one.ClientId }).IsUnique();
        questions.HasIndex(one => new { one.PairingId, one.AskedAt }).HasFilter("state <> 'Closed'");
        questions.HasOne<Case>().WithMany().HasForeignKey(one => one.CaseId).OnDelete(DeleteBehavior.Restrict);
        questions.HasOne<Pairing>().WithMany().HasForeignKey(one => one.PairingId).OnDelete(DeleteBehavior.Restrict);
        questions.HasOne<Account>().WithMany().HasForeignKey(one => one.AskedBy).OnDelete(DeleteBehavior.Restrict);
        questions.HasMany(one => one.Steps).WithOne().HasForeignKey(step => step.QuestionId).OnDelete(DeleteBehavior.Restrict);
        questions.Navigation(one => one.Steps).HasField("steps").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }
}

/// <summary>Table <c>guidance_steps</c>: only ever added to.</summary>
internal sealed class GuidanceStepTable : IEntityTypeConfiguration<GuidanceStep>
{
    public void Configure(EntityTypeBuilder<GuidanceStep> steps)
    {
        steps.ToTable("guidance_steps");
        steps.HasKey(step => new { step.QuestionId, step.Position });
        steps.Property(step => step.Act).HasConversion<string>().HasMaxLength(12);
        steps.Property(step => step.Text).HasMaxLength(GuidanceStep.LongestText);
        steps.Property(step => step.Articles).IsKeptAsJson();
        steps.Property(step => step.Vouched).IsKeptAsJson();
        steps.HasIndex(step => new { step.QuestionId, step.ClientId }).IsUnique().HasFilter("client_id is not null");
    }
}
