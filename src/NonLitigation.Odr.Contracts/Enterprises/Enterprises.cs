using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Network;

namespace NonLitigation.Odr.Contracts.Enterprises;

public sealed record MandateView(Guid Id, Guid PersonId, string Name, string MaskedContact, string Scope, DateOnly ValidTo, bool Revoked);
public sealed record ButlerView(Guid PersonId, string Name, string OrganisationName, bool Lead);

/// <param name="RoomId">The standing private room between the enterprise's people and its butler team.</param>
public sealed record EnterpriseView(Guid Id, string Name, string CreditCode, string Area, Guid RoomId, IReadOnlyList<MandateView> Mandates, IReadOnlyList<ButlerView> Butlers, IReadOnlyList<CaseSummaryView> Cases, bool MayGrant);

public sealed record GrantMandateRequest(string Name, string Contact, string Scope, DateOnly ValidTo);
public sealed record RevokeMandateRequest(Guid MandateId);

/// <param name="Facts">Facts the enterprise chooses to carry over; nothing else of the channel goes with it.</param>
/// <param name="ExhibitIds">Exhibits of the channel the enterprise chooses to carry over.</param>
public sealed record OpenDisputeRequest(
    Guid RequestId, DisputeKind Kind, string Title, string Facts, IReadOnlyList<PartyDraft> Respondents, IReadOnlyList<ClaimDraft> Claims, IReadOnlyList<Guid> ExhibitIds);
