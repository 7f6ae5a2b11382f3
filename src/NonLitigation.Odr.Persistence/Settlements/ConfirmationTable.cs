using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Persistence.Settlements;

/// <summary>Table <c>confirmations</c>: joint applications; at most one of a case is not over. Seats, history and proofs lie in the row.</summary>
internal sealed class ConfirmationTable : IEntityTypeConfiguration<Confirmation>
{
    public void Configure(EntityTypeBuilder<Confirmation> confirmations)
    {
        confirmations.ToTable("confirmations", table =>
            table.HasCheckConstraint("ck_confirmations_sent", "state not in ('Sending', 'Filed', 'Accepted', 'MoreAsked', 'Confirmed', 'Refused') or (packets > 0 and packet_sha256 is not null)"));
        confirmations.Property(c => c.Id).ValueGeneratedNever();
        confirmations.Property(c => c.State).HasConversion<string>().HasMaxLength(16);
        confirmations.Property(c => c.PacketSha256).HasMaxLength(64);
        confirmations.ComplexProperty(c => c.Court, court =>
        {
            court.Property(one => one.Code).HasColumnName("court_code").HasMaxLength(60);
            court.Property(one => one.Name).HasColumnName("court_name").HasMaxLength(60);
        });
        confirmations.OwnsMany(c => c.Seats, seats => seats.ToJson());
        confirmations.OwnsMany(c => c.Marks, marks => marks.ToJson());
        confirmations.OwnsMany(c => c.PropertyProofs, proofs => proofs.ToJson());
        confirmations.Ignore(c => c.Term);
        confirmations.Ignore(c => c.FilingTerm);
        confirmations.Ignore(c => c.IsOver);
        confirmations.HasIndex(c => c.CaseId).IsUnique().HasFilter("state not in ('Declined', 'Withdrawn')");
        confirmations.HasIndex(c => c.LookAt).HasFilter("look_at is not null");
        confirmations.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Restrict);
        confirmations.HasOne<Outcome>().WithMany().HasForeignKey(c => c.OutcomeId).OnDelete(DeleteBehavior.Restrict);
    }
}
