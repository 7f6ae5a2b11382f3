using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Persistence.Settlements;

/// <summary>Table <c>signing_rounds</c>: frozen bytes; at most one round of an agreement is not void.</summary>
internal sealed class SigningRoundTable : IEntityTypeConfiguration<SigningRound>
{
    public void Configure(EntityTypeBuilder<SigningRound> rounds)
    {
        rounds.ToTable("signing_rounds");
        rounds.Property(r => r.Id).ValueGeneratedNever();
        rounds.Property(r => r.Hash).HasMaxLength(64);
        rounds.Property(r => r.VoidedReason).HasMaxLength(Agreement.LongestReason);
        rounds.HasIndex(r => r.AgreementId).IsUnique().HasFilter("voided_at is null");
        rounds.HasMany(r => r.Signatures).WithOne().HasForeignKey("RoundId").OnDelete(DeleteBehavior.Restrict);
        rounds.Ignore(r => r.SealSeat);
        rounds.Ignore(r => r.LastAct);
        rounds.Ignore(r => r.PeopleHaveSigned);
    }
}

/// <summary>Table <c>signatures</c>: the seats of a round and the acts done on them.</summary>
internal sealed class SignatureTable : IEntityTypeConfiguration<Signature>
{
    public void Configure(EntityTypeBuilder<Signature> signatures)
    {
        signatures.ToTable("signatures", table =>
        {
            table.HasCheckConstraint("ck_signatures_complete", "(signed_at is null) = (signed_hash is null) and (signed_at is null) = (method is null)");
            table.HasCheckConstraint("ck_signatures_one_answer", "signed_at is null or declined_at is null");
        });
        signatures.Property(s => s.Id).ValueGeneratedNever();
        signatures.Property<Guid>("RoundId");
        signatures.Property(s => s.Role).HasConversion<string>().HasMaxLength(16);
        signatures.Property(s => s.Name).HasMaxLength(200);
        signatures.Property(s => s.For).HasColumnName("signs_for").HasMaxLength(200);
        signatures.Property(s => s.SignedHash).HasMaxLength(64);
        signatures.Property(s => s.TypedName).HasMaxLength(200);
        signatures.Property(s => s.Method).HasMaxLength(100);
        signatures.Property(s => s.Address).HasMaxLength(64);
        signatures.Property(s => s.Device).HasMaxLength(400);
        signatures.Property(s => s.DeclinedReason).HasMaxLength(Agreement.LongestReason);
        signatures.Ignore(s => s.HasSigned);
        signatures.HasIndex("RoundId", nameof(Signature.Position)).IsUnique();
    }
}
