using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Persistence.Accounts;

namespace NonLitigation.Odr.Persistence.Cases;

/// <summary>Table <c>cases</c>; parties and claims come with it, the record of moves does not.</summary>
internal sealed class CaseTable : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> cases)
    {
        cases.ToTable("cases", table =>
        {
            table.HasCheckConstraint("ck_cases_stage", "stage in ('Inviting', 'ChoosingMediator', 'AwaitingAcceptance', 'InMediation', 'Signing', 'Agreed', 'Closed')");
            table.HasCheckConstraint("ck_cases_ended", "(stage in ('Agreed', 'Closed')) = (ended_at is not null and closing_reason is not null)");
            table.HasCheckConstraint("ck_cases_agreed", "(stage = 'Agreed') = (closing_reason is not distinct from 'Agreed')");
            table.HasCheckConstraint("ck_cases_mediator", "stage not in ('AwaitingAcceptance', 'InMediation', 'Signing', 'Agreed') or mediator_person_id is not null");
        });
        cases.Property(c => c.Id).ValueGeneratedNever();
        cases.Property<uint>("Version").IsRowVersion();
        cases.Property(c => c.Number).HasMaxLength(40);
        cases.Property(c => c.RequestHash).HasMaxLength(64);
        cases.Property(c => c.Kind).HasConversion<string>().HasMaxLength(30);
        cases.Property(c => c.Stage).HasConversion<string>().HasMaxLength(30);
        cases.Property(c => c.ClosingReason).HasConversion<string>().HasMaxLength(30);
        cases.HasIndex(c => c.Number).IsUnique();
        cases.HasIndex(c => new { c.FilerId, c.RequestId }).IsUnique();
        cases.HasIndex(c => new { c.OrganisationId, c.ChangedAt });
        cases.HasIndex(c => c.MediatorPersonId);
        cases.HasIndex(c => c.AppointedAt).HasFilter("stage = 'AwaitingAcceptance'");
        cases.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        cases.HasOne<Mediator>().WithMany().HasForeignKey(c => c.MediatorId).OnDelete(DeleteBehavior.Restrict);
        cases.HasOne<Account>().WithMany().HasForeignKey(c => c.FilerId).OnDelete(DeleteBehavior.Restrict);
        cases.HasMany(c => c.Parties).WithOne().HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.Restrict);
        cases.HasMany(c => c.Claims).WithOne().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Restrict);
        cases.HasMany(c => c.Moves).WithOne().HasForeignKey(m => m.CaseId).OnDelete(DeleteBehavior.Restrict);
        // In the row itself: every clock of the case needs them.
        cases.OwnsMany(c => c.Suspensions, suspensions => suspensions.ToJson());
        cases.OwnsMany(c => c.Extensions, extensions =>
        {
            extensions.ToJson();
            extensions.OwnsMany(e => e.Answers);
        });
        cases.Ignore(c => c.PendingExtension);
        cases.Ignore(c => c.PresentSuspension);
        cases.Ignore(c => c.TermChanges);
        // Computed from the parties; the tables know one list of them.
        cases.Ignore(c => c.Applicant);
        cases.Ignore(c => c.Invited);
        cases.Ignore(c => c.Respondents);
        cases.Ignore(c => c.TakingPart);
        cases.Navigation(c => c.Parties).AutoInclude();
        cases.Navigation(c => c.Claims).AutoInclude();
    }
}

internal sealed class PartyTable : IEntityTypeConfiguration<Party>
{
    public void Configure(EntityTypeBuilder<Party> parties)
    {
        parties.ToTable("case_parties");
        parties.Property(p => p.Id).ValueGeneratedNever();
        parties.Property(p => p.Role).HasConversion<string>().HasMaxLength(20);
        parties.Property(p => p.Nature).HasConversion<string>().HasMaxLength(20);
        parties.Property(p => p.Contact).HasMaxLength(254);
        parties.HasIndex(p => new { p.CaseId, p.Position }).IsUnique();
        parties.HasIndex(p => new { p.CaseId, p.PersonId }).IsUnique().HasFilter("person_id is not null");
        parties.HasIndex(p => p.PersonId);
        parties.HasOne<Account>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
        parties.HasMany(p => p.Marks).WithOne().HasForeignKey(m => m.PartyId).OnDelete(DeleteBehavior.Restrict);
        parties.Navigation(p => p.Marks).AutoInclude();
    }
}

internal sealed class InvitationMarkTable : IEntityTypeConfiguration<InvitationMark>
{
    public void Configure(EntityTypeBuilder<InvitationMark> marks)
    {
        marks.ToTable("invitation_marks");
        marks.HasKey(m => new { m.PartyId, m.Step });
        marks.Property(m => m.Step).HasConversion<string>().HasMaxLength(20);
    }
}

internal sealed class ClaimTable : IEntityTypeConfiguration<Claim>
{
    public void Configure(EntityTypeBuilder<Claim> claims)
    {
        claims.ToTable("case_claims", table => table.HasCheckConstraint("ck_case_claims_amount", "amount_fen is null or amount_fen > 0"));
        claims.Property(c => c.Id).ValueGeneratedNever();
        claims.HasIndex(c => new { c.CaseId, c.Position }).IsUnique();
    }
}

internal sealed class CaseMoveTable : IEntityTypeConfiguration<CaseMove>
{
    public void Configure(EntityTypeBuilder<CaseMove> moves)
    {
        moves.ToTable("case_moves");
        moves.Property(m => m.Id).ValueGeneratedNever();
        moves.Property(m => m.Act).HasConversion<string>().HasMaxLength(30);
        moves.Property(m => m.Role).HasConversion<string>().HasMaxLength(20);
        moves.Property(m => m.From).HasColumnName("from_stage").HasConversion<string>().HasMaxLength(30);
        moves.Property(m => m.To).HasColumnName("to_stage").HasConversion<string>().HasMaxLength(30);
    }
}
