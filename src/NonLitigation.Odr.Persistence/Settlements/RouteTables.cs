using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Persistence.Settlements;

/// <summary>Table <c>enforcement_acceptances</c>: only ever added to; one of each party for one text.</summary>
internal sealed class EnforcementAcceptanceTable : IEntityTypeConfiguration<EnforcementAcceptance>
{
    public void Configure(EntityTypeBuilder<EnforcementAcceptance> acceptances)
    {
        acceptances.ToTable("enforcement_acceptances");
        acceptances.Property(a => a.Id).ValueGeneratedNever();
        acceptances.Property(a => a.FrozenHash).HasMaxLength(64);
        acceptances.Property(a => a.Method).HasMaxLength(16);
        acceptances.HasIndex(a => new { a.PartyId, a.FrozenHash }).IsUnique();
        acceptances.HasOne<Case>().WithMany().HasForeignKey(a => a.CaseId).OnDelete(DeleteBehavior.Restrict);
        acceptances.HasOne<Agreement>().WithMany().HasForeignKey(a => a.AgreementId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Table <c>route_applications</c>: one party's applications to a notary or a court; items and history lie in the row.</summary>
internal sealed class RouteApplicationTable : IEntityTypeConfiguration<RouteApplication>
{
    public void Configure(EntityTypeBuilder<RouteApplication> applications)
    {
        applications.ToTable("route_applications", table =>
        {
            table.HasCheckConstraint("ck_route_applications_sent", "state = 'Ready' or (packets > 0 and packet_sha256 is not null)");
            table.HasCheckConstraint("ck_route_applications_deposit", "act <> 'NotarialDeposit' or (ground is not null and reason is not null)");
            table.HasCheckConstraint("ck_route_applications_collected", "collected_at is null or (act = 'NotarialDeposit' and granted_at is not null)");
        });
        applications.Property(a => a.Id).ValueGeneratedNever();
        applications.Property(a => a.Act).HasConversion<string>().HasMaxLength(24);
        applications.Property(a => a.State).HasConversion<string>().HasMaxLength(16);
        applications.Property(a => a.Ground).HasConversion<string>().HasMaxLength(32);
        applications.Property(a => a.Reason).HasMaxLength(RouteApplication.LongestReason);
        applications.Property(a => a.Objection).HasMaxLength(RouteApplication.LongestReason);
        applications.Property(a => a.PacketSha256).HasMaxLength(64);
        applications.ComplexProperty(a => a.Recipient, recipient =>
        {
            recipient.Property(one => one.Code).HasColumnName("recipient_code").HasMaxLength(60);
            recipient.Property(one => one.Name).HasColumnName("recipient_name").HasMaxLength(60);
        });
        applications.OwnsMany(a => a.Items, items => items.ToJson());
        applications.OwnsMany(a => a.Marks, marks => marks.ToJson());
        applications.Ignore(a => a.Term);
        applications.Ignore(a => a.IsOver);
        applications.HasIndex(a => new { a.CaseId, a.PartyId, a.ClientId }).IsUnique();
        applications.HasIndex(a => a.LookAt).HasFilter("look_at is not null");
        applications.HasOne<Case>().WithMany().HasForeignKey(a => a.CaseId).OnDelete(DeleteBehavior.Restrict);
        applications.HasOne<Outcome>().WithMany().HasForeignKey(a => a.OutcomeId).OnDelete(DeleteBehavior.Restrict);
    }
}
