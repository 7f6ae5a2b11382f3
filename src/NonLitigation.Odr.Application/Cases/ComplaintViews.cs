using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Cases;

internal static class ComplaintViews
{
    /// <summary>In the order of the query.</summary>
    public static async Task<IReadOnlyList<ComplaintView>> ListAsync(OdrDb db, IQueryable<Complaint> query, DateTimeOffset now, CancellationToken cancellation)
    {
        var found = await query.AsNoTracking().ToListAsync(cancellation);
        var (parties, cases, organisations) = (found.ConvertAll(one => one.PartyId), found.ConvertAll(one => one.CaseId), found.ConvertAll(one => one.OrganisationId));
        var names = await db.Set<Party>().Where(one => parties.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name, cancellation);
        var numbers = await db.Set<Case>().Where(one => cases.Contains(one.Id)).Select(one => new { one.Id, one.Number }).ToDictionaryAsync(one => one.Id, one => one.Number, cancellation);
        var handlers = await db.Set<Organisation>().Where(one => organisations.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name, cancellation);
        return [.. found.Select(one => View(one, numbers[one.CaseId], names[one.PartyId], handlers[one.OrganisationId], now))];
    }

    private static ComplaintView View(Complaint one, string number, string by, string handler, DateTimeOffset now)
    {
        var term = one.Term;
        return new(
            one.Id, one.CaseId, number, (Contracts.Cases.ComplaintTarget)one.Target, (Contracts.Cases.ComplaintMatter)one.Matter, one.Text, by, one.MediatorName, handler, one.FiledAt,
            term.DueAt, one.AnsweredAt is null && term.IsOver(now), term.Rule.Citation, term.Verified, one.AnsweredAt, (Contracts.Cases.ComplaintFinding?)one.Finding, one.Answer);
    }
}
