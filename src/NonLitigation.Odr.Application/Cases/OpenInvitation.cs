using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>What an invited person reads before registering for anything; the token is all he needs.</summary>
public sealed class OpenInvitation(OdrDb db, IOneUseLinks links, TimeProvider time)
{
    public async Task<InvitationView> Handle(OpenInvitationRequest request, CancellationToken cancellation)
    {
        var link = await links.PeekAsync(db, request.Token ?? "", cancellation);
        if (link is not { Purpose: InvitationSending.Purpose, Expired: false }) throw CasesRules.InvitationNotValid.Refused();
        var caseId = await db.Set<Party>().Where(one => one.Id == link.SubjectId).Select(one => one.CaseId).FirstAsync(cancellation);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await CaseRows.LockAsync(db, caseId, cancellation);
        var file = await CaseRows.FindAsync(db, caseId, cancellation) ?? throw CasesRules.InvitationNotValid.Refused();
        var party = file.Parties.Single(one => one.Id == link.SubjectId);
        file.InvitationOpened(party.Id, time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);

        var organisation = await db.Set<Organisation>().AsNoTracking().FirstAsync(one => one.Id == file.OrganisationId, cancellation);
        return new InvitationView(
            file.Id, file.Number, organisation.Name, organisation.Phone ?? "", file.Applicant.Name, file.Title, party.Name,
            [.. file.Invited.Where(other => other.Id != party.Id).Select(other => other.Name)],
            Contact.TryParse(link.Contact, out var contact) ? contact.Masked : "", link.ExpiresAt, link.UsedUp, (Contracts.Cases.PartyRole)party.Role);
    }
}

/// <summary>Somebody entered by an invitation link: he stands for that party from now on.</summary>
public sealed class InvitationEntered(TimeProvider time) : ILinkEntered
{
    public async Task EnteredAsync(OdrDb db, LinkFacts link, Guid personId, string displayName, CancellationToken cancellation)
    {
        if (link.Purpose != InvitationSending.Purpose) return;
        var caseId = await db.Set<Party>().Where(one => one.Id == link.SubjectId).Select(one => (Guid?)one.CaseId).FirstOrDefaultAsync(cancellation)
            ?? throw CasesRules.InvitationNotValid.Refused();
        await CaseRows.LockAsync(db, caseId, cancellation);
        var file = await CaseRows.FindAsync(db, caseId, cancellation) ?? throw CasesRules.InvitationNotValid.Refused();
        file.Identified(link.SubjectId, personId, time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
    }
}
