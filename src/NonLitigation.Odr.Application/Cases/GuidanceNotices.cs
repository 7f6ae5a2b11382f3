using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>Messages about questions to guides: that there is something to look at, and nothing of what. A telephone lies on many a table.</summary>
public sealed class GuidanceNotices(OdrDb db, PeopleOfACase people, IDeliveries deliveries, PublicAddress address)
{
    /// <returns>The guides who are offered the question; those connected with the case hear nothing.</returns>
    public async Task<IReadOnlyList<Guid>> AddForGuidesAsync(Pairing pairing, Guid caseId, CancellationToken cancellation)
    {
        var offered = new List<Guid>();
        foreach (var guide in pairing.AllGuides.Where(one => one.EndedAt is null))
            if (!await people.IsConnectedAsync(db, caseId, guide.PersonId, guide.Name, cancellation)) offered.Add(guide.PersonId);
        var page = new Uri(address.Root, "guidance").AbsoluteUri;
        foreach (var person in offered)
            await AddAsync(person, $"【连云港非诉】有一个新的法律问题请您指导，请登录查看：{page}", $"[Lianyungang ODR] There is a new legal question for your guidance. Sign in to see it: {page}", cancellation);
        return offered;
    }

    /// <summary>The mediator has replied: the guide who has the question is told, unless he guides no more or must not have it by now.</summary>
    public async Task AddForOwnerAsync(GuidanceQuestion question, CancellationToken cancellation)
    {
        var guide = await db.Set<LegalGuide>().AsNoTracking().FirstOrDefaultAsync(one => one.PairingId == question.PairingId && one.PersonId == question.OwnerId && one.EndedAt == null, cancellation);
        if (guide is null || await people.IsConnectedAsync(db, question.CaseId, guide.PersonId, guide.Name, cancellation)) return;
        var page = new Uri(address.Root, "guidance").AbsoluteUri;
        await AddAsync(guide.PersonId, $"【连云港非诉】您指导的法律问题有新的回复，请登录查看：{page}", $"[Lianyungang ODR] There is a reply to you about a legal question. Sign in to see it: {page}", cancellation);
    }

    public async Task AddForMediatorAsync(GuidanceQuestion question, CancellationToken cancellation)
    {
        var page = new Uri(address.Root, "console").AbsoluteUri;
        await AddAsync(await MediatorOfAsync(question, cancellation), $"【连云港非诉】法治指导员有新的回复，请登录调解工作台查看：{page}", $"[Lianyungang ODR] A legal guide has written to you. Sign in at your desk: {page}", cancellation);
    }

    /// <summary>Who presides now; he who asked when nobody does.</summary>
    public async Task<Guid> MediatorOfAsync(GuidanceQuestion question, CancellationToken cancellation) =>
        await db.Set<Case>().Where(one => one.Id == question.CaseId).Select(one => one.MediatorPersonId).SingleAsync(cancellation) ?? question.AskedBy;

    private async Task AddAsync(Guid person, string zh, string en, CancellationToken cancellation)
    {
        var account = await db.Set<Account>().AsNoTracking().SingleAsync(one => one.Id == person, cancellation);
        if (Contact.TryParse(account.PhoneNumber ?? account.Email, out var contact)) deliveries.Add(db, new Delivery(contact.Value, zh, en));
    }
}
