using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>An effective agreement with everything that its enforcement depends on.</summary>
/// <param name="Confirmation">The latest joint application; null while nobody has begun one.</param>
/// <param name="Acceptances">Debtors' own acceptances of enforcement of the text that took effect.</param>
internal sealed record ConfirmationFile(Case Case, Agreement Agreement, SigningRound Round, Outcome Outcome, Organisation Organisation, Confirmation? Confirmation, IReadOnlyList<EnforcementAcceptance> Acceptances)
{
    /// <summary>The parties to the agreement, as they signed.</summary>
    public IEnumerable<(Party Party, Signature Signature)> Parties =>
        Round.Signatures.Where(one => one.Role == SignerRole.Party).Select(one => (Case.Parties.Single(party => party.Id == one.PartyId), one));

    /// <summary>Parties and mediator, for nudges.</summary>
    public IReadOnlyList<Guid> People =>
        [.. Parties.Select(one => one.Party.PersonId).Append(Case.MediatorPersonId).OfType<Guid>().Distinct()];

    public CourtChoice Courts => CourtChoice.Of(Parties.Select(one => (one.Party.Name, one.Party.Place)), Organisation.Name, Organisation.AreaCode);

    public PacketFacts Packet => new(
        Confirmation?.Seats ?? [.. Seats()], Outcome.Sha256, Presiding, EnforcementWords.NeedsProofOfRight(Agreement.Content), Confirmation?.PropertyProofs ?? []);

    private PresidingProof? Presiding => Case is { MediatorName: { } mediator, AcceptedAt: { } accepted } && Round.SealSeat is { SignedAt: { } sealedAt } seal
        ? new(Organisation.Name, mediator, accepted, seal.Name, sealedAt, Outcome.Code) : null;

    /// <summary>A seat for each party, with what the case file knows of him; the address he says himself.</summary>
    public IEnumerable<ConfirmationSeat> Seats() => Parties.Select(one => new ConfirmationSeat(
        one.Party.Id, one.Party.Name, one.Signature.For is null ? null : one.Signature.Name, new(one.Party.IdNumber, null, one.Party.Contact)));

    public EnforcementFacts Facts(DateTimeOffset now) => new(
        Case.Kind, Agreement.Content,
        EnforcementWords.AcceptedBy(Agreement.Content, Parties.ToDictionary(one => one.Party.Id, one => one.Party.Name)).Union(Acceptances.Select(one => one.PartyId)).ToHashSet(), Outcome.EffectiveAt, now);

    /// <summary>Waits for everybody else's acts on the application of this case; what is read afterwards is not stale.</summary>
    public static Task LockAsync(OdrDb db, Guid caseId, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"select 1 from outcomes where case_id = {caseId} for update", cancellation);

    /// <exception cref="RefusalException"><see cref="ConfirmationRules.NotEffective"/>.</exception>
    public static async Task<ConfirmationFile> LoadAsync(OdrDb db, Case file, CancellationToken cancellation)
    {
        var outcome = await db.Set<Outcome>().FirstOrDefaultAsync(one => one.CaseId == file.Id, cancellation);
        ConfirmationRules.NotEffective.When(outcome is null);
        var agreement = await db.Set<Agreement>().AsNoTracking().SingleAsync(one => one.Id == outcome.AgreementId, cancellation);
        var round = await db.Set<SigningRound>().AsNoTracking().Include(one => one.Signatures).SingleAsync(one => one.Id == outcome.RoundId, cancellation);
        var organisation = await db.Set<Organisation>().AsNoTracking().SingleAsync(one => one.Id == file.OrganisationId, cancellation);
        var confirmation = await db.Set<Confirmation>().Where(one => one.CaseId == file.Id).OrderByDescending(one => one.Id).FirstOrDefaultAsync(cancellation);
        var acceptances = await db.Set<EnforcementAcceptance>().AsNoTracking().Where(one => one.CaseId == file.Id && one.FrozenHash == outcome.FrozenHash).ToListAsync(cancellation);
        return new(file, agreement, round, outcome, organisation, confirmation, acceptances);
    }
}
