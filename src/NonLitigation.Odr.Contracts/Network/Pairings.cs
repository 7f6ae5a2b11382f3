namespace NonLitigation.Odr.Contracts.Network;

public enum GuideBackground { Judge, Police, Lawyer, LegalServiceWorker, JusticeOfficer }

/// <param name="OrganisationId">Whose mediators may ask; the caller's own organisation or one below it.</param>
/// <param name="PartnerId">A court, police station, justice office, law firm or legal-service station.</param>
public sealed record MakePairingRequest(Guid OrganisationId, Guid PartnerId);

/// <param name="Contact">Mobile number or e-mail address; he enters with a code sent to it.</param>
public sealed record NameGuideRequest(string Name, string Contact, GuideBackground Background);

/// <param name="MaskedContact">E.g. 138****5678.</param>
public sealed record LegalGuideView(Guid Id, string Name, GuideBackground Background, string MaskedContact, DateTimeOffset From, DateTimeOffset? EndedAt);

/// <summary>A pairing with its whole past: ended ones and former guides stay in the list.</summary>
public sealed record PairingView(
    Guid Id, Guid OrganisationId, string OrganisationName, Guid PartnerId, string PartnerName, OrganisationKind PartnerKind,
    DateTimeOffset From, string MadeByName, DateTimeOffset? EndedAt, string? EndedByName, IReadOnlyList<LegalGuideView> Guides);
