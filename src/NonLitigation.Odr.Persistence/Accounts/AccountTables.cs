using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Persistence.Accounts;

internal sealed class OneTimeCodeTable : IEntityTypeConfiguration<OneTimeCode>
{
    public void Configure(EntityTypeBuilder<OneTimeCode> builder)
    {
        builder.ToTable("one_time_codes");
        builder.HasIndex(code => new { code.Contact, code.CreatedAt });
        builder.HasIndex(code => new { code.Address, code.CreatedAt });
        builder.HasIndex(code => code.CreatedAt);
        builder.Property(code => code.Contact).HasMaxLength(254);
        builder.Property(code => code.Address).HasMaxLength(64);
    }
}

internal sealed class OneUseLinkTable : IEntityTypeConfiguration<OneUseLink>
{
    public void Configure(EntityTypeBuilder<OneUseLink> builder)
    {
        builder.ToTable("one_use_links");
        builder.HasIndex(link => link.TokenHash).IsUnique();
        builder.Property(link => link.Purpose).HasMaxLength(40);
        builder.Property(link => link.Contact).HasMaxLength(254);
    }
}

internal sealed class ReauthenticationProofTable : IEntityTypeConfiguration<ReauthenticationProof>
{
    public void Configure(EntityTypeBuilder<ReauthenticationProof> builder)
    {
        builder.ToTable("reauthentication_proofs");
        builder.Property(proof => proof.Purpose).HasMaxLength(200);
        builder.Property(proof => proof.Method).HasMaxLength(20);
    }
}

internal sealed class PasskeyCeremonyTable : IEntityTypeConfiguration<PasskeyCeremony>
{
    public void Configure(EntityTypeBuilder<PasskeyCeremony> builder)
    {
        builder.ToTable("passkey_ceremonies");
        builder.HasIndex(ceremony => ceremony.CreatedAt);
        builder.Property(ceremony => ceremony.Purpose).HasMaxLength(200);
        builder.Ignore(ceremony => ceremony.Challenge);
    }
}

internal sealed class DeliveryMessageTable : IEntityTypeConfiguration<DeliveryMessage>
{
    public void Configure(EntityTypeBuilder<DeliveryMessage> builder)
    {
        builder.ToTable("deliveries");
        builder.HasIndex(message => message.NextAttemptAt).HasFilter("next_attempt_at is not null");
        builder.HasIndex(message => new { message.To, message.CreatedAt });
        builder.Property(message => message.Channel).HasConversion<string>().HasMaxLength(10);
        builder.Property(message => message.To).HasMaxLength(254);
    }
}

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder) => builder.Property(account => account.TimeZone).HasMaxLength(TimeZones.LongestName);
}

internal sealed class PushDeviceTable : IEntityTypeConfiguration<PushDevice>
{
    public void Configure(EntityTypeBuilder<PushDevice> builder)
    {
        builder.ToTable("push_devices");
        builder.Property(device => device.Id).ValueGeneratedNever();
        builder.Property(device => device.Endpoint).HasMaxLength(PushRules.LongestEndpoint);
        builder.Property(device => device.Language).HasMaxLength(2);
        builder.HasIndex(device => device.Endpoint).IsUnique();
        builder.HasIndex(device => device.PersonId);
        builder.HasIndex(device => device.SessionId);
        builder.HasOne<Account>().WithMany().HasForeignKey(device => device.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
