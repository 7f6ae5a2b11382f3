namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>A party who takes part and so must sign.</summary>
/// <param name="Name">The party's own name, as in the text.</param>
/// <param name="SignsAs">Name to be typed: the party's, or of an organisation its representative's.</param>
/// <param name="For">The organisation that <paramref name="SignsAs"/> signs for; null for a natural person.</param>
public sealed record SigningParty(Guid PartyId, Guid PersonId, string Name, string SignsAs, string? For);

public sealed record SigningMediator(Guid PersonId, string Name);

/// <summary>The seal that will be affixed: the presiding organisation's, or the nearest above it that holds one.</summary>
public sealed record SigningSeal(Guid OrganisationId, string OrganisationName);

/// <summary>Everybody whose act the agreement needs before it takes effect (人民调解法 29).</summary>
/// <param name="Seal">Null when neither the organisation nor one above it holds a seal: then nothing can be frozen.</param>
public sealed record SigningRoster(IReadOnlyList<SigningParty> Parties, SigningMediator Mediator, SigningSeal? Seal)
{
    public bool TakesPart(Guid partyId) => Parties.Any(p => p.PartyId == partyId);
}
