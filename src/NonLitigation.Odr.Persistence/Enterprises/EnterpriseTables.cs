using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Enterprises;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Rooms;

namespace NonLitigation.Odr.Persistence.Enterprises;

/// <summary>Table <c>enterprises</c>; mandates and butler team come with it.</summary>
internal sealed class EnterpriseTable : IEntityTypeConfiguration<Enterprise>
{
    public void Configure(EntityTypeBuilder<Enterprise> enterprises)
    {
        enterprises.ToTable("enterprises");
        enterprises.Property(e => e.Id).ValueGeneratedNever();
        enterprises.Property(e => e.Name).HasMaxLength(EnterpriseEntry.LongestName);
        enterprises.Property(e => e.CreditCode).HasMaxLength(18);
        enterprises.Property(e => e.Area).HasMaxLength(EnterpriseEntry.LongestArea);
        enterprises.HasIndex(e => e.CreditCode).IsUnique();
        enterprises.HasOne<RoomRow>().WithOne().HasForeignKey<Enterprise>(e => e.RoomId).OnDelete(DeleteBehavior.Restrict);
        enterprises.HasMany(e => e.Mandates).WithOne().HasForeignKey(m => m.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        enterprises.HasMany(e => e.Butlers).WithOne().HasForeignKey(b => b.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        enterprises.Navigation(e => e.Mandates).AutoInclude();
        enterprises.Navigation(e => e.Butlers).AutoInclude();
    }
}

internal sealed class MandateTable : IEntityTypeConfiguration<Mandate>
{
    public void Configure(EntityTypeBuilder<Mandate> mandates)
    {
        mandates.ToTable("enterprise_mandates", table => table.HasCheckConstraint("ck_enterprise_mandates_revoked", "revoked_by is null or ended_at is not null"));
        mandates.Property(m => m.Id).ValueGeneratedNever();
        mandates.Property(m => m.Name).HasMaxLength(MandateGrant.LongestName);
        mandates.Property(m => m.Contact).HasMaxLength(254);
        mandates.Property(m => m.Scope).HasConversion<string>().HasMaxLength(12);
        mandates.HasIndex(m => new { m.EnterpriseId, m.Contact }).IsUnique().HasFilter("ended_at is null");
        mandates.HasIndex(m => m.Contact, "ix_enterprise_mandates_waiting").HasFilter("person_id is null and ended_at is null");
        mandates.HasIndex(m => m.ValidTo, "ix_enterprise_mandates_open").HasFilter("ended_at is null");
        mandates.HasIndex(m => m.PersonId);
        mandates.HasOne<Account>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ButlerSeatTable : IEntityTypeConfiguration<ButlerSeat>
{
    public void Configure(EntityTypeBuilder<ButlerSeat> butlers)
    {
        butlers.ToTable("enterprise_butlers");
        butlers.HasKey(b => new { b.EnterpriseId, b.PersonId });
        butlers.Property(b => b.Name).HasMaxLength(60);
        butlers.HasIndex(b => b.PersonId);
        butlers.HasOne<Account>().WithMany().HasForeignKey(b => b.PersonId).OnDelete(DeleteBehavior.Restrict);
        butlers.HasOne<Organisation>().WithMany().HasForeignKey(b => b.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EnterpriseSpeakerTable : IEntityTypeConfiguration<EnterpriseSpeaker>
{
    public void Configure(EntityTypeBuilder<EnterpriseSpeaker> speakers)
    {
        speakers.ToTable("enterprise_speakers");
        speakers.Property(s => s.Id).ValueGeneratedNever();
        speakers.Property(s => s.Name).HasMaxLength(MandateGrant.LongestName);
        speakers.Property(s => s.Scope).HasConversion<string>().HasMaxLength(12);
        speakers.HasIndex(s => s.CaseId);
        speakers.HasIndex(s => new { s.EnterpriseId, s.CaseId });
        speakers.HasOne<Enterprise>().WithMany().HasForeignKey(s => s.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        speakers.HasOne<Case>().WithMany().HasForeignKey(s => s.CaseId).OnDelete(DeleteBehavior.Restrict);
        speakers.HasOne<Mandate>().WithMany().HasForeignKey(s => s.MandateId).OnDelete(DeleteBehavior.Restrict);
    }
}
