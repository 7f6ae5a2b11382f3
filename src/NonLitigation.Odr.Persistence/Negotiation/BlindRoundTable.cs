using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Negotiation;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Persistence.Negotiation;

/// <summary>Table <c>blind_rounds</c> (terms as jsonb: they never change) and <c>blind_bids</c>: one row for each who is asked, sealed and of one
/// length, while the round is open. What opens it lies outside the database.</summary>
internal sealed class BlindRoundTable : IEntityTypeConfiguration<BlindRound>
{
    public void Configure(EntityTypeBuilder<BlindRound> rounds)
    {
        rounds.ToTable("blind_rounds", table =>
        {
            table.HasCheckConstraint("ck_blind_rounds_closed", "(state = 'Open') = (closed_at is null)");
            table.HasCheckConstraint("ck_blind_rounds_key", "(state = 'Open') = (key_id is not null)");
            table.HasCheckConstraint("ck_blind_rounds_deal", "(state = 'Deal') = (proposal_id is not null)");
        });
        rounds.Property(r => r.Id).ValueGeneratedNever();
        rounds.Property(r => r.Kind).HasConversion<string>().HasMaxLength(16);
        rounds.Property(r => r.State).HasConversion<string>().HasMaxLength(16);
        rounds.Property(r => r.OpenedByName).HasMaxLength(200);
        rounds.Property(r => r.Terms).IsKeptAsJson();
        rounds.Ignore(r => r.Asked);
        rounds.HasIndex(r => new { r.RoomId, r.Sequence });
        rounds.HasIndex(r => new { r.RoomId, r.OpenedById, r.ClientMessageId }).IsUnique();
        rounds.HasIndex(r => r.ClosesAt).HasFilter("state = 'Open'");
        rounds.HasOne<Proposal>().WithMany().HasForeignKey(r => r.ProposalId).OnDelete(DeleteBehavior.Restrict);
        rounds.Ignore(r => r.Bids);
        rounds.OwnsMany(r => r.Places, places =>
        {
            places.ToTable("blind_bids");
            places.WithOwner().HasForeignKey("RoundId");
            places.HasKey("RoundId", nameof(SealedBid.PartyId));
            // Given by the domain: a new place is an insert, not an update of a row that is not there.
            places.Property(b => b.PartyId).ValueGeneratedNever();
        });
    }
}
