using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>
/// A debtor's own declaration that he accepts enforcement (公证法 37), bound to the exact bytes of the agreement and to the exact words that he was shown.
/// One of each party for one text; it can be given from the freezing of the text on, and never changes.
/// </summary>
public sealed class EnforcementAcceptance
{
    private EnforcementAcceptance() { }

    /// <param name="hash">The text that the party had before him, by its hash.</param>
    /// <param name="words">The words shown to him, as he sent them back.</param>
    /// <exception cref="RefusalException">Another text, other words, or nothing to render.</exception>
    public EnforcementAcceptance(SigningRound round, Guid caseId, Guid partyId, Guid clientId, string hash, string words, PersonProved by, DateTimeOffset now)
    {
        RouteRules.AcceptanceOfAnotherText.When(round.VoidedAt is not null || !string.Equals(hash, round.Hash, StringComparison.Ordinal));
        var shown = AcceptanceWording.For(round, partyId);
        RouteRules.NothingToAccept.When(shown is null);
        RouteRules.WordsDiffer.When(words != shown.Zh && words != shown.En);
        (Id, CaseId, AgreementId, FrozenHash, PartyId) = (Guid.CreateVersion7(now), caseId, round.AgreementId, round.Hash, partyId);
        (PersonId, Method, Evidence, ClientId, Words, AcceptedAt) = (by.PersonId, by.Method, by.Evidence, clientId, words, now);
    }

    public Guid Id { get; private set; }
    public Guid CaseId { get; private set; }
    public Guid AgreementId { get; private set; }
    /// <summary>Lower-case hex SHA-256 of the text it is bound to.</summary>
    public string FrozenHash { get; private set; } = "";
    public Guid PartyId { get; private set; }
    public Guid PersonId { get; private set; }
    /// <summary>How he was proved again for this act: passkey or code.</summary>
    public string Method { get; private set; } = "";
    /// <summary>Of a passkey: what its device signed, canonical JSON.</summary>
    public string? Evidence { get; private set; }
    /// <summary>The id that the party's page gave the act; a repeat is the same act.</summary>
    public Guid ClientId { get; private set; }
    public string Words { get; private set; } = "";
    public DateTimeOffset AcceptedAt { get; private set; }
}

/// <summary>Who acts, proved again just before.</summary>
/// <param name="Evidence">Of a passkey: what its device signed, canonical JSON.</param>
public sealed record PersonProved(Guid PersonId, string Method, string? Evidence = null);
