using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Enterprises;

/// <summary>A company with its authorised people, its butler team and the standing private room between them.</summary>
public sealed class Enterprise
{
    public const int MostMandates = 100;

    private readonly List<Mandate> mandates = [];
    private readonly List<ButlerSeat> butlers = [];

    private Enterprise() { }

    /// <param name="team">At least one; exactly one leads.</param>
    /// <param name="first">The person who may speak for the enterprise in everything from the beginning.</param>
    public static Enterprise Register(EnterpriseEntry entry, IReadOnlyList<ButlerSeat> team, MandateGrant first, DateTimeOffset now)
    {
        EnterprisesRules.TeamInvalid.When(team.Count(seat => seat.Lead) != 1 || team.DistinctBy(seat => seat.PersonId).Count() != team.Count);
        EnterprisesRules.NobodyMayGrant.When(first.Scope != MandateScope.Full);
        var enterprise = new Enterprise { Name = entry.Name, CreditCode = entry.CreditCode, Area = entry.Area, RegisteredAt = now };
        enterprise.butlers.AddRange(team);
        enterprise.mandates.Add(new(enterprise.Id, first, null, now));
        return enterprise;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public string Name { get; private set; } = "";
    public string CreditCode { get; private set; } = "";
    public string Area { get; private set; } = "";
    public DateTimeOffset RegisteredAt { get; private set; }
    /// <summary>The standing room.</summary>
    public Guid RoomId { get; private set; }

    public IReadOnlyList<Mandate> Mandates => mandates;
    public IReadOnlyList<ButlerSeat> Butlers => butlers;

    public void MeetsIn(Guid roomId) => RoomId = roomId;

    /// <summary>The person's mandate in force; null when he may not speak for the enterprise today.</summary>
    public Mandate? MandateOf(Guid personId, DateOnly today) => mandates.FirstOrDefault(one => one.PersonId == personId && one.InForce(today));

    public ButlerSeat? ButlerOf(Guid personId) => butlers.FirstOrDefault(one => one.PersonId == personId && one.EndedAt is null);

    /// <summary>Mandates in force of people who have entered, those who may do most first.</summary>
    public IEnumerable<Mandate> Speaking(DateOnly today) =>
        mandates.Where(one => one.PersonId is not null && one.InForce(today)).OrderByDescending(one => one.Scope).ThenBy(one => one.GrantedAt);

    /// <summary>Gives a mandate. The same once more (a repeated request) returns the first.</summary>
    /// <param name="personId">Who has entered with this contact before; null when nobody has.</param>
    public Mandate Grant(MandateGrant grant, Guid? personId, Guid grantedBy, DateTimeOffset now)
    {
        EndExpired(now);
        if (mandates.FirstOrDefault(one => one.EndedAt is null && one.Contact == grant.Contact) is { } earlier)
            return earlier.Says(grant) ? earlier : throw EnterprisesRules.AlreadyGranted.Refused();
        EnterprisesRules.TooManyMandates.When(mandates.Count(one => one.EndedAt is null) >= MostMandates);
        EnterprisesRules.ButlerCannotRepresent.When(personId is { } person && ButlerOf(person) is not null);
        var mandate = new Mandate(Id, grant, grantedBy, now);
        if (personId is { } known) mandate.Bind(known);
        mandates.Add(mandate);
        return mandate;
    }

    /// <summary>Ends a mandate at once; one that has ended already stays as it is.</summary>
    public Mandate Revoke(Guid mandateId, Guid revokedBy, DateTimeOffset now)
    {
        var mandate = mandates.FirstOrDefault(one => one.Id == mandateId) ?? throw SharedRules.NotFound.Refused();
        if (mandate.EndedAt is not null) return mandate;
        var today = Deadline.DayOf(now);
        EnterprisesRules.NobodyMayGrant.When(!Speaking(today).Any(one => one != mandate && one.Scope == MandateScope.Full));
        mandate.End(revokedBy, now);
        return mandate;
    }

    /// <summary>Marks what ran out.</summary>
    /// <returns>Whether anything did.</returns>
    public bool EndExpired(DateTimeOffset now)
    {
        var over = mandates.FindAll(one => one.EndedAt is null && !one.InForce(Deadline.DayOf(now)));
        foreach (var mandate in over) mandate.End(null, now);
        return over.Count > 0;
    }

    /// <summary>Somebody entered with a contact: the mandate that waits for it is his.</summary>
    public void Entered(string contact, Guid personId, DateTimeOffset now)
    {
        var waiting = mandates.FirstOrDefault(one => one.PersonId is null && one.Contact == contact && one.InForce(Deadline.DayOf(now)));
        if (waiting is not null && ButlerOf(personId) is null) waiting.Bind(personId);
    }

    /// <summary>Whether a party of a case, as written in its application, is this enterprise: by its credit code, by its name, or by who stands for it.</summary>
    public bool Is(string partyName, string? idNumber, Guid? personId) =>
        string.Equals(idNumber?.Trim(), CreditCode, StringComparison.OrdinalIgnoreCase) || Folded(partyName) == Folded(Name)
        || (personId is { } person && mandates.Exists(one => one.PersonId == person));

    /// <summary>Whether the person serves or served the enterprise, as its butler or as one of its own people.</summary>
    public bool IsConnectedWith(Guid personId) => butlers.Exists(one => one.PersonId == personId) || mandates.Exists(one => one.PersonId == personId);

    /// <summary>Names are typed with and without blanks, with half and full-width brackets.</summary>
    private static string Folded(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c)).ToUpperInvariant();
}
