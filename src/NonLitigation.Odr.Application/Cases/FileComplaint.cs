using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Network;
using NonLitigation.Odr.Persistence.Shared;
using ComplaintTarget = NonLitigation.Odr.Domain.Cases.ComplaintTarget;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>A party complains; the operators of the organisation that answers are told, the mediator never.</summary>
public sealed class FileComplaint(OdrDb db, CaseAccess access, INudges nudges, TimeProvider time)
{
    /// <summary>The party's own.</summary>
    public async Task<IReadOnlyList<ComplaintView>> Handle(Caller caller, Guid caseId, CancellationToken cancellation)
    {
        var facts = await access.GetAsync(db, caller, caseId, cancellation, SecuredObject.PartyVoice);
        return await OfPartyAsync(facts.Party!.Id, cancellation);
    }

    public async Task<IReadOnlyList<ComplaintView>> Handle(Caller caller, Guid caseId, FileComplaintRequest request, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await CaseRows.LockAsync(db, caseId, cancellation);
        var facts = await access.GetAsync(db, caller, caseId, cancellation, SecuredObject.PartyVoice);
        var (party, target) = (facts.Party!, (ComplaintTarget)request.Target);
        var mine = await db.Set<Complaint>().AsNoTracking().Where(one => one.PartyId == party.Id).ToListAsync(cancellation);
        if (mine.Find(one => one.ClientId == request.ClientId) is { } earlier)
        {
            VoiceRules.IdReused.When(earlier.Target != target || earlier.Text != request.Text?.ReplaceLineEndings("\n").Trim());
            return await OfPartyAsync(party.Id, cancellation);
        }
        VoiceRules.OneIsOpen.When(mine.Exists(one => one.Target == target && one.AnsweredAt is null));
        var handler = await HandlerAsync(facts.Case.OrganisationId, target, cancellation);
        var complaint = new Complaint(facts.Case, party, facts.PersonId, request.ClientId, target, (Domain.Cases.ComplaintMatter)request.Matter, request.Text, handler, time.GetUtcNow());
        db.Add(complaint);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        var operators = await db.Set<OperatorSeat>().Where(seat => seat.OrganisationId == handler && seat.PersonId != complaint.MediatorPersonId).Select(seat => seat.PersonId).ToListAsync(cancellation);
        await nudges.ChangedAsync([.. operators, facts.PersonId], ChangeTopic.Complaints, caseId);
        return await OfPartyAsync(party.Id, cancellation);
    }

    private Task<IReadOnlyList<ComplaintView>> OfPartyAsync(Guid partyId, CancellationToken cancellation) =>
        ComplaintViews.ListAsync(db, db.Set<Complaint>().Where(one => one.PartyId == partyId), time.GetUtcNow(), cancellation);

    /// <summary>About the mediator: his organisation. About the organisation: the one above it; the topmost answers for itself.</summary>
    private async Task<Guid> HandlerAsync(Guid organisationId, ComplaintTarget target, CancellationToken cancellation) =>
        target == ComplaintTarget.Mediator ? organisationId
            : await db.Set<Organisation>().Where(one => one.Id == organisationId).Select(one => one.ParentId).SingleAsync(cancellation) ?? organisationId;
}

/// <summary>What an organisation has to answer, and its answer, which the party is told of.</summary>
public sealed class AnswerComplaint(OdrDb db, INudges nudges, IDeliveries deliveries, PublicAddress address, TimeProvider time)
{
    private const int MostRows = 200;

    /// <summary>Of the caller's own organisation, without those that are about himself; what is to be answered first, the oldest on top.</summary>
    public async Task<IReadOnlyList<ComplaintView>> Handle(Caller caller, CancellationToken cancellation)
    {
        var me = caller.PersonId ?? throw SharedRules.NotFound.Refused();
        return await ComplaintViews.ListAsync(db, Before(me).OrderBy(one => one.AnsweredAt != null).ThenBy(one => one.FiledAt).Take(MostRows), time.GetUtcNow(), cancellation);
    }

    public async Task<ComplaintView> Handle(Caller caller, Guid complaintId, AnswerComplaintRequest request, CancellationToken cancellation)
    {
        var me = caller.PersonId ?? throw SharedRules.NotFound.Refused();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from complaints where id = {complaintId} for update", cancellation);
        var complaint = await Before(me).FirstOrDefaultAsync(one => one.Id == complaintId, cancellation) ?? throw SharedRules.NotFound.Refused();
        complaint.Reply(me, (Domain.Cases.ComplaintFinding)request.Finding, request.Text, time.GetUtcNow());
        var file = (await CaseRows.FindAsync(db, complaint.CaseId, cancellation))!;
        var party = file.Parties.Single(one => one.Id == complaint.PartyId);
        if (Contact.TryParse(party.Contact, out var contact)) deliveries.Add(db, Notice(file.Number, file.Id, contact.Value));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await nudges.ChangedAsync([complaint.PersonId, me], ChangeTopic.Complaints, complaint.CaseId);
        return (await ComplaintViews.ListAsync(db, db.Set<Complaint>().Where(one => one.Id == complaintId), time.GetUtcNow(), cancellation)).Single();
    }

    private IQueryable<Complaint> Before(Guid person) => db.Set<Complaint>().Where(one =>
        one.MediatorPersonId != person && db.Set<OperatorSeat>().Any(seat => seat.PersonId == person && seat.OrganisationId == one.OrganisationId));

    private Delivery Notice(string number, Guid caseId, string to)
    {
        var page = new Uri(address.Root, $"cases/{caseId}").AbsoluteUri;
        return new(to, $"【连云港非诉】案件{number}：您的投诉已有答复，请登录查看：{page}", $"[Lianyungang ODR] Case {number}: your complaint has been answered. Sign in to see: {page}");
    }
}
