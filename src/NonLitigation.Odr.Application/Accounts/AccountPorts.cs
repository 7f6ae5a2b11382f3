using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Accounts;

/// <summary>What a one-use link says about itself.</summary>
/// <param name="Purpose">What it was issued for, e.g. <c>invitation</c>.</param>
/// <param name="SubjectId">What it is about, e.g. the party's id.</param>
/// <param name="Contact">The contact it is bound to; the six-digit code goes there.</param>
public sealed record LinkFacts(Guid Id, string Purpose, Guid SubjectId, string Contact, DateTimeOffset ExpiresAt, bool Expired, bool UsedUp);

/// <summary>Links that let one person in once, together with a code sent to the contact they are bound to.</summary>
public interface IOneUseLinks
{
    /// <returns>The token for the link's fragment; only its hash is kept.</returns>
    Task<string> IssueAsync(OdrDb db, string purpose, Guid subjectId, string contact, TimeSpan life, CancellationToken cancellation);

    /// <summary>The unused links of this purpose and subject expire now.</summary>
    Task RevokeAsync(OdrDb db, string purpose, Guid subjectId, CancellationToken cancellation);

    /// <returns>Null for a token that was never issued.</returns>
    Task<LinkFacts?> PeekAsync(OdrDb db, string token, CancellationToken cancellation);
}

/// <summary>Told, inside the transaction, when somebody entered by a link.</summary>
public interface ILinkEntered
{
    Task EnteredAsync(OdrDb db, LinkFacts link, Guid personId, string displayName, CancellationToken cancellation);
}

/// <summary>Told, inside the transaction, when somebody proved a contact by entering with a code sent to it, with a link or without.</summary>
public interface IContactEntered
{
    /// <param name="contact">Normal form.</param>
    Task EnteredAsync(OdrDb db, string contact, Guid personId, CancellationToken cancellation);
}

/// <summary>A message to somebody's phone or mailbox.</summary>
/// <param name="Link">Whole address of a link, when there is one; it is part of the text too.</param>
/// <param name="Code">The six-digit code, when there is one; it is part of the text too.</param>
/// <param name="Calendar">A calendar object (RFC 5545) with its METHOD, for a mailbox; a phone gets the text alone.</param>
public sealed record Delivery(string To, string TextZh, string TextEn, string? Link = null, string? Code = null, string? Calendar = null);

/// <summary>Puts messages into the transactional outbox; they leave after the commit.</summary>
public interface IDeliveries
{
    void Add(OdrDb db, Delivery delivery);
}

/// <param name="Method"><c>code</c> or <c>passkey</c>.</param>
/// <param name="Evidence">Of a passkey: <see cref="Domain.Accounts.PasskeyEvidence"/> as canonical JSON.</param>
public sealed record UsedProof(string Method, string? Evidence);

/// <summary>Proofs that a person was identified again a moment ago.</summary>
public interface IReauthentications
{
    /// <summary>Uses the proof up.</summary>
    Task<UsedProof> UseAsync(OdrDb db, Guid proofId, Guid personId, string purpose, CancellationToken cancellation);
}

/// <summary>Ends a person's open sockets on every node.</summary>
public interface IConnections
{
    /// <param name="endedSession">The session that was signed out, when it is about one.</param>
    Task DropAsync(Guid personId, Guid? endedSession = null);
}

/// <summary>Where people reach the service, for links in messages.</summary>
public sealed record PublicAddress(Uri Root);
