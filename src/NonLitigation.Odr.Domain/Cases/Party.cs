namespace NonLitigation.Odr.Domain.Cases;

/// <summary>Somebody on one side of a case: a person or an organisation, bound to an account once he entered by his link.</summary>
public sealed class Party
{
    private readonly List<InvitationMark> marks = [];

    private Party() { }

    internal Party(Guid caseId, PartyRole role, int position, PartyDetails details)
    {
        (CaseId, Role, Position) = (caseId, role, position);
        (Name, Contact, Place, Nature) = (details.Name, details.Contact, details.Place, details.Nature);
        (IdNumber, RepresentativeName) = (details.IdNumber, details.RepresentativeName);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid CaseId { get; private set; }
    public PartyRole Role { get; private set; }
    /// <summary>Place in the form: 0 is the applicant who filed, then those who apply together with him, then the respondents.</summary>
    public int Position { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>Empty while nobody knows how to reach a respondent.</summary>
    public string Contact { get; private set; } = "";
    public bool CanBeReached => Contact.Length > 0;
    public string? Place { get; private set; }
    public PartyNature Nature { get; private set; }
    public string? IdNumber { get; private set; }
    public string? RepresentativeName { get; private set; }
    /// <summary>The account that stands for this party; null until somebody entered by the link.</summary>
    public Guid? PersonId { get; private set; }
    public Guid? ChosenMediatorId { get; internal set; }
    public string? RefusalReason { get; private set; }
    /// <summary>The invitation funnel: each step once, at its first occurrence.</summary>
    public IReadOnlyList<InvitationMark> Marks => marks;

    public bool IsApplicant => Role == PartyRole.Applicant;
    /// <summary>The applicant who filed; everybody else is invited.</summary>
    public bool IsFiler => Position == 0;
    public bool Consented => IsFiler || Has(InvitationStep.Consented);
    public bool Refused => Has(InvitationStep.Refused);
    /// <summary>Consented and did not refuse afterwards.</summary>
    public bool TakesPart => Consented && !Refused;
    public bool HasAnswered => Consented || Refused;

    public bool Has(InvitationStep step) => marks.Any(mark => mark.Step == step);

    internal void Mark(InvitationStep step, DateTimeOffset at)
    {
        if (!Has(step)) marks.Add(new InvitationMark(Id, step, at));
    }

    internal void Bind(Guid personId) => PersonId = personId;

    internal void Reach(string contact) => Contact = contact;

    internal void PassOn(Guid personId, string representative, string contact) => (PersonId, RepresentativeName, Contact) = (personId, representative, contact);

    internal void Refuse(string? reason, DateTimeOffset at)
    {
        RefusalReason = reason;
        Mark(InvitationStep.Refused, at);
    }
}

/// <summary>One step of one invitation, with its time.</summary>
public sealed class InvitationMark
{
    private InvitationMark() { }

    internal InvitationMark(Guid partyId, InvitationStep step, DateTimeOffset at) => (PartyId, Step, At) = (partyId, step, at);

    public Guid PartyId { get; private set; }
    public InvitationStep Step { get; private set; }
    public DateTimeOffset At { get; private set; }
}
