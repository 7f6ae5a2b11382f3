using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Enterprises;
using NonLitigation.Odr.Domain.Enterprises;
using NonLitigation.Odr.Persistence.Shared;
using MandateScope = NonLitigation.Odr.Domain.Enterprises.MandateScope;

namespace NonLitigation.Odr.Application.Enterprises;

/// <summary>Lets a person speak for the enterprise, by his contact; he is told, and is in the standing room at once or when he first enters.</summary>
public sealed class GrantMandate(EnterpriseChange change, ReadEnterprise read, IDeliveries deliveries, PublicAddress address)
{
    public async Task<EnterpriseView> Handle(Caller caller, Guid enterpriseId, GrantMandateRequest request, CancellationToken cancellation)
    {
        await change.RunAsync(caller, enterpriseId, MandateScope.Full, async (facts, now) =>
        {
            var grant = MandateGrant.Check(request.Name, request.Contact, (MandateScope)request.Scope, request.ValidTo, now);
            var known = await change.Db.Users.Where(account => account.UserName == grant.Contact).Select(account => (Guid?)account.Id).FirstOrDefaultAsync(cancellation);
            var before = facts.Enterprise.Mandates.Count;
            facts.Enterprise.Grant(grant, known, facts.PersonId, now);
            if (facts.Enterprise.Mandates.Count > before) Tell(change.Db, facts.Enterprise, grant);
        }, cancellation);
        return await read.Handle(caller, enterpriseId, cancellation);
    }

    private void Tell(OdrDb db, Enterprise enterprise, MandateGrant grant)
    {
        var link = new Uri(address.Root, "enterprises").AbsoluteUri;
        deliveries.Add(db, new Delivery(grant.Contact,
            $"【连云港非诉】{enterprise.Name}授权您（{grant.Name}）代表企业与管家团队联系，有效期至{grant.ValidTo:yyyy-MM-dd}。请用收到本消息的号码或邮箱登录：{link}",
            $"[Lianyungang ODR] {enterprise.Name} lets you ({grant.Name}) speak for it with its butler team until {grant.ValidTo:yyyy-MM-dd}. Enter with the number or address that got this message: {link}",
            link));
    }
}

/// <summary>Ends a mandate at once: the standing room, the enterprise's cases and every open page of that person.</summary>
public sealed class RevokeMandate(EnterpriseChange change, ReadEnterprise read)
{
    /// <returns>Null when the caller ended his own mandate: there is nothing more for him to see.</returns>
    public async Task<EnterpriseView?> Handle(Caller caller, Guid enterpriseId, RevokeMandateRequest request, CancellationToken cancellation)
    {
        var own = false;
        await change.RunAsync(caller, enterpriseId, MandateScope.Full, (facts, now) =>
        {
            own = facts.Enterprise.Revoke(request.MandateId, facts.PersonId, now).PersonId == facts.PersonId && facts.Enterprise.MandateOf(facts.PersonId, facts.Today) is null;
            return Task.CompletedTask;
        }, cancellation);
        return own ? null : await read.Handle(caller, enterpriseId, cancellation);
    }
}
