using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Negotiation;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Persistence.Negotiation;

/// <summary>Table <c>proposals</c> (terms as jsonb: they never change) and <c>proposal_answers</c>.</summary>
internal sealed class ProposalTable : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> proposals)
    {
        proposals.ToTable("proposals", table => table.HasCheckConstraint("ck_proposals_ended", "(state = 'Open') = (ended_at is null)"));
        proposals.Property(p => p.Id).ValueGeneratedNever();
        proposals.Property(p => p.State).HasConversion<string>().HasMaxLength(16);
        proposals.Property(p => p.ProposedByName).HasMaxLength(200);
        proposals.Property(p => p.Note).HasMaxLength(Proposal.LongestNote);
        proposals.Property(p => p.Terms).IsKeptAsJson();
        proposals.Property(p => p.To).HasColumnName("put_to").HasConversion(to => to.ToArray(), array => array, Unchanging.List<Guid>());
        proposals.Ignore(p => p.Bound);
        proposals.HasIndex(p => new { p.RoomId, p.Sequence });
        proposals.HasIndex(p => new { p.RoomId, p.ProposedById, p.ClientMessageId }).IsUnique();
        proposals.HasOne<Proposal>().WithMany().HasForeignKey(p => p.CounterTo).OnDelete(DeleteBehavior.Restrict);
        proposals.OwnsMany(p => p.Answers, answers =>
        {
            answers.ToTable("proposal_answers");
            answers.WithOwner().HasForeignKey("ProposalId");
            answers.HasKey("ProposalId", nameof(AnswerGiven.PartyId));
            // Given by the domain: a new answer is an insert, not an update of a row that is not there.
            answers.Property(a => a.PartyId).ValueGeneratedNever();
            answers.Property(a => a.Answer).HasConversion<string>().HasMaxLength(16);
            answers.Property(a => a.Reason).HasMaxLength(Proposal.LongestNote);
        });
    }
}
