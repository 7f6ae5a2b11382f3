using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>A case's agreement as one of its people has it before him, with everybody whose act it needs.</summary>
/// <param name="Agreement">Begun but not yet stored while nobody has drafted.</param>
internal sealed record AgreementFile(Guid Person, Case Case, Agreement Agreement, bool Stored, SigningRoster Roster, AgreementHeading Heading, Outcome? Outcome, PaperPart? Paper)
{
    public bool Presides => Case.MediatorPersonId == Person;

    /// <summary>Parties and mediator, for nudges.</summary>
    public IEnumerable<Guid> People => [.. Roster.Parties.Select(p => p.PersonId), Roster.Mediator.PersonId];

    /// <summary>Locks case and agreement until the transaction ends; what is read afterwards is never stale.</summary>
    public static async Task LockAsync(OdrDb db, Guid caseId, CancellationToken cancellation)
    {
        await CaseRows.LockAsync(db, caseId, cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from agreements where case_id = {caseId} for update", cancellation);
    }

    /// <param name="what">The row of the visibility policy: the agreement, or the presiding mediator's acts.</param>
    /// <exception cref="RefusalException">Not found for anybody but those who take part and the presiding mediator.</exception>
    public static async Task<AgreementFile> ReadAsync(
        OdrDb db, CaseAccess access, Caller caller, Guid caseId, SecuredObject what, DateTimeOffset now, CancellationToken cancellation)
    {
        var facts = await access.GetAsync(db, caller, caseId, cancellation, what);
        // A respondent who has not consented, and a mediator who has not accepted, are not at this table yet.
        SharedRules.NotFound.When(facts.Case.AcceptedAt is null || facts.Party is { TakesPart: false });
        var stored = await db.Set<Agreement>().Include(a => a.Rounds).ThenInclude(r => r.Signatures).AsSplitQuery()
            .FirstOrDefaultAsync(a => a.CaseId == caseId, cancellation);
        SettlementsRules.NotInMediation.When(stored is null && facts.Case.Stage != CaseStage.InMediation);
        var outcome = stored is null ? null : await db.Set<Outcome>().FirstOrDefaultAsync(o => o.AgreementId == stored.Id, cancellation);
        var paper = await db.Set<PaperPart>().FirstOrDefaultAsync(p => p.CaseId == caseId, cancellation);
        var (roster, heading) = await SigningPeople.OfAsync(db, facts.Case, cancellation);
        return new(facts.PersonId, facts.Case, stored ?? Agreement.Begin(caseId, now), stored is not null, roster, heading, outcome, paper);
    }

    public static async Task<Guid> CaseOfAsync(OdrDb db, Guid agreementId, CancellationToken cancellation) =>
        await db.Set<Agreement>().Where(a => a.Id == agreementId).Select(a => (Guid?)a.CaseId).FirstOrDefaultAsync(cancellation)
        ?? throw SharedRules.NotFound.Refused();
}
