using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Network;

namespace NonLitigation.Odr.Contracts.Enterprises;

/// <summary>Each includes those before it: speak with the butlers; open disputes and stand for the enterprise in them, settling included; grant and revoke mandates.</summary>
public enum MandateScope { Consult, Disputes, Full }

/// <summary>An enterprise in the caller's own list.</summary>
/// <param name="Scope">The caller's mandate; null for a member of the butler team.</param>
public sealed record EnterpriseSummaryView(Guid Id, string Name, string Area, Guid RoomId, MandateScope? Scope, DateOnly? ValidTo);

/// <param name="PersonId">Null until somebody entered with the contact.</param>
/// <param name="ValidTo">Last day, by the calendar of China.</param>
/// <param name="InForce">Neither revoked nor expired.</param>
public sealed record MandateView(Guid Id, Guid? PersonId, string Name, string MaskedContact, MandateScope Scope, DateOnly ValidTo, bool Revoked, bool InForce, bool IsMe);

public sealed record ButlerView(Guid PersonId, string Name, string OrganisationName, bool Lead);

/// <summary>A dispute that the enterprise opened, and who speaks for it there.</summary>
/// <param name="SpeaksSince">Since when, on a mandate of that time.</param>
/// <param name="IsMine">The caller stands for the enterprise in it and may open its file.</param>
public sealed record EnterpriseCaseView(CaseSummaryView Case, string SpeakerName, MandateScope SpeakerScope, DateTimeOffset SpeaksSince, bool IsMine);

/// <param name="RoomId">The standing private room between the enterprise's people and its butler team.</param>
/// <param name="Mandates">For the enterprise's people also those that ended.</param>
/// <param name="Cases">For those who may open disputes; the butler team sees none.</param>
public sealed record EnterpriseView(
    Guid Id, string Name, string CreditCode, string Area, Guid RoomId, IReadOnlyList<MandateView> Mandates, IReadOnlyList<ButlerView> Butlers,
    IReadOnlyList<EnterpriseCaseView> Cases, bool MayGrant, bool MayOpenDispute);

/// <param name="Contact">Whoever first enters with it is the person; he need not have an account yet.</param>
/// <param name="ValidTo">Last day, by the calendar of China.</param>
public sealed record GrantMandateRequest(string Name, string Contact, MandateScope Scope, DateOnly ValidTo);

public sealed record RevokeMandateRequest(Guid MandateId);

/// <param name="RequestId">Client's id; the same id again returns the same case.</param>
/// <param name="Facts">Facts the enterprise chooses to carry over; nothing else of the channel goes with it.</param>
/// <param name="ExhibitIds">Exhibits of the channel the enterprise chooses to carry over.</param>
public sealed record OpenDisputeRequest(
    Guid RequestId, DisputeKind Kind, string Title, string Facts, IReadOnlyList<PartyDraft> Respondents, IReadOnlyList<ClaimDraft> Claims, IReadOnlyList<Guid> ExhibitIds);
