using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Archive;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Network;
using NonLitigation.Odr.Persistence.Shared;
using RetentionClass = NonLitigation.Odr.Domain.Cases.RetentionClass;

namespace NonLitigation.Odr.Application.Archive;

/// <summary>How long the caller's organisation keeps its files, and on what basis. It holds for cases that end from now on.</summary>
public sealed class DecideRetention(OdrDb db, TimeProvider time)
{
    public async Task<RetentionPolicyView> Handle(Caller caller, DecideRetentionRequest request, CancellationToken cancellation)
    {
        var organisation = await OwnAsync(caller, cancellation);
        var policy = await db.Set<RetentionPolicy>().FirstOrDefaultAsync(one => one.OrganisationId == organisation.Id, cancellation);
        if (policy is null) db.Add(policy = RetentionPolicy.ByDefault(organisation.Id));
        policy.Decide(
            request.ShortYears, request.LongYears, (RetentionClass)request.WithAgreement, (RetentionClass)request.WithoutAgreement, request.Basis, caller.Person, time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        return View(organisation, policy);
    }

    public async Task<RetentionPolicyView> Read(Caller caller, CancellationToken cancellation)
    {
        var organisation = await OwnAsync(caller, cancellation);
        return View(organisation, await RetentionOfAnEndedCase.PolicyOfAsync(db, organisation.Id, cancellation));
    }

    /// <exception cref="RefusalException">Not found for whoever is no operator.</exception>
    private async Task<Organisation> OwnAsync(Caller caller, CancellationToken cancellation)
    {
        var me = caller.Person;
        return await db.Set<Organisation>().AsNoTracking().FirstOrDefaultAsync(one => db.Set<OperatorSeat>().Any(seat => seat.PersonId == me && seat.OrganisationId == one.Id), cancellation)
            ?? throw SharedRules.NotFound.Refused();
    }

    private RetentionPolicyView View(Organisation organisation, RetentionPolicy policy)
    {
        var law = LawRules.On(Deadline.DayOf(time.GetUtcNow()), LawRules.KeepFile);
        return new(
            organisation.Id, organisation.Name, policy.ShortYears, policy.LongYears, (Contracts.Archive.RetentionClass)policy.WithAgreement,
            (Contracts.Archive.RetentionClass)policy.WithoutAgreement, policy.Basis, policy.SetAt, law.Citation, law.Zh, law.En);
    }
}

/// <summary>The ended cases of the caller's organisation, those whose term runs out first before the others; no content.</summary>
public sealed class ListRecords(OdrDb db)
{
    private const int MostRows = 500;

    public async Task<IReadOnlyList<CaseRecordSummaryView>> Handle(Caller caller, CancellationToken cancellation)
    {
        var me = caller.Person;
        var rows = await (from kept in db.Set<CaseRetention>()
                          join file in db.Set<Case>() on kept.CaseId equals file.Id
                          where db.Set<OperatorSeat>().Any(seat => seat.PersonId == me && seat.OrganisationId == kept.OrganisationId)
                          orderby db.Set<DeletionRequest>().Any(asked => asked.CaseId == kept.CaseId && asked.Answer == null) descending, kept.ErasedAt != null, kept.EndsOn == null, kept.EndsOn, kept.CaseId
                          select new
                          {
                              Kept = kept, file.Number,
                              Held = db.Set<LegalHold>().Any(hold => hold.CaseId == kept.CaseId && hold.ReleasedAt == null),
                              Asked = db.Set<DeletionRequest>().Count(asked => asked.CaseId == kept.CaseId && asked.Answer == null),
                          }).AsNoTracking().Take(MostRows).ToListAsync(cancellation);
        return [.. rows.Select(row => new CaseRecordSummaryView(
            row.Kept.CaseId, row.Number, (Contracts.Archive.RetentionClass)row.Kept.Class, row.Kept.EndedOn, row.Kept.EndsOn, row.Kept.SealedAt, row.Kept.ErasedAt, row.Held, row.Asked))];
    }
}
