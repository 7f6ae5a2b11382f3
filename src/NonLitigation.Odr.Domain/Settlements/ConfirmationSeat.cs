namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>One party's place in a joint application: his answer, what he consented to, what the court must know of him.</summary>
public sealed class ConfirmationSeat
{
    private ConfirmationSeat() { }

    /// <param name="details">What the case file knows already.</param>
    public ConfirmationSeat(Guid partyId, string name, string? representedBy, ApplicantDetails details)
    {
        (PartyId, Name, RepresentedBy) = (partyId, name, representedBy);
        Take(details);
    }

    public Guid PartyId { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>Who signed for the party; null when he signed himself.</summary>
    public string? RepresentedBy { get; private set; }
    /// <summary>The id that the party's page gave its answer; a repeat is the same answer.</summary>
    public Guid? ClientId { get; private set; }
    /// <summary>Who answered for the party.</summary>
    public Guid? PersonId { get; private set; }
    public DateTimeOffset? JoinedAt { get; private set; }
    /// <summary>The exact words of his separate consent to hand the data to the court (个人信息保护法 23), given together with joining.</summary>
    public string? Consent { get; private set; }
    public DateTimeOffset? DeclinedAt { get; private set; }
    public string? DeclinedReason { get; private set; }
    public string? IdNumber { get; private set; }
    public string? Address { get; private set; }
    public string? Contact { get; private set; }

    public bool HasAnswered => JoinedAt is not null || DeclinedAt is not null;

    internal void Join(Guid clientId, Guid personId, string consent, DateTimeOffset now) => (ClientId, PersonId, Consent, JoinedAt) = (clientId, personId, consent, now);

    internal void Decline(Guid clientId, Guid personId, string reason, DateTimeOffset now) => (ClientId, PersonId, DeclinedReason, DeclinedAt) = (clientId, personId, reason, now);

    /// <summary>Nothing that is known is lost by saying nothing.</summary>
    internal void Take(ApplicantDetails details) =>
        (IdNumber, Address, Contact) = (Said(details.IdNumber) ?? IdNumber, Said(details.Address) ?? Address, Said(details.Contact) ?? Contact);

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
