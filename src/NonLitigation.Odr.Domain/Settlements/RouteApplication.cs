using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>One party's application to a notary or a court on the strength of an effective agreement. What comes back is in the other part of this class.</summary>
public sealed partial class RouteApplication : IFiledMatter
{
    public const int LongestAddress = 200, LongestReason = 1_000;

    private readonly List<RouteItem> _items = [];
    private readonly List<RouteMark> _marks = [];

    private RouteApplication() { }

    /// <param name="clientId">The id that the party's page gave the act; a repeat is the same act.</param>
    /// <param name="consent">The words shown to the party, as he sent them back.</param>
    /// <exception cref="RefusalException">Details or reason missing, other words.</exception>
    public RouteApplication(Outcome outcome, RouteAct act, Guid clientId, RouteApplicant applicant, Recipient recipient, IReadOnlyList<RouteItem> items, DepositReason? reason, string consent, DateTimeOffset now)
    {
        RouteRules.WordsDiffer.When(!RouteConsent.Is(consent, act, recipient));
        RouteRules.NoSuchItem.When(items.Count == 0);
        RouteRules.DetailsMissing.When(string.IsNullOrWhiteSpace(applicant.Details.IdNumber) || string.IsNullOrWhiteSpace(applicant.Details.Address));
        RouteRules.TextTooLong.When(applicant.Details.Address!.Length > LongestAddress);
        (Id, CaseId, OutcomeId, Act, ClientId) = (Guid.CreateVersion7(now), outcome.CaseId, outcome.Id, act, clientId);
        (PartyId, PersonId, Name, RepresentedBy) = (applicant.PartyId, applicant.PersonId, applicant.Name, applicant.RepresentedBy);
        (IdNumber, Address, Contact) = (applicant.Details.IdNumber!.Trim(), applicant.Details.Address!.Trim(), applicant.Details.Contact?.Trim());
        (Recipient, Consent, LookAt) = (recipient, consent, now);
        if (act == RouteAct.NotarialDeposit) (Ground, Reason) = (reason?.Ground ?? throw RouteRules.ReasonMissing.Refused(), Said(reason.Text));
        _items.AddRange(items);
        Mark(RouteStep.Applied, Name, Reason, now);
    }

    public Guid Id { get; private set; }
    public Guid CaseId { get; private set; }
    public Guid OutcomeId { get; private set; }
    public RouteAct Act { get; private set; }
    public Guid ClientId { get; private set; }
    public Guid PartyId { get; private set; }
    public Guid PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public string? RepresentedBy { get; private set; }
    public string IdNumber { get; private set; } = "";
    public string Address { get; private set; } = "";
    public string? Contact { get; private set; }
    public Recipient Recipient { get; private set; } = new("", "");
    public string Consent { get; private set; } = "";
    public DepositGround? Ground { get; private set; }
    public string? Reason { get; private set; }
    public IReadOnlyList<RouteItem> Items => _items;
    public RouteState State { get; private set; }
    /// <summary>In the order in which it happened.</summary>
    public IReadOnlyList<RouteMark> Marks => _marks;
    public int Packets { get; private set; }
    /// <summary>When to make up the next packet; null while there is none to make.</summary>
    public DateTimeOffset? LookAt { get; private set; }

    /// <summary>It was answered for good; another of the same kind may follow.</summary>
    public bool IsOver => State is RouteState.Refused or RouteState.Ended;

    public bool Covers(int number) => _items.Exists(item => item.Number == number);

    /// <summary>What was asked for is brought: a fuller address, a reason in more words.</summary>
    public void Supply(Guid partyId, string? address, string? reason, DateTimeOffset now)
    {
        SharedRules.NotFound.When(partyId != PartyId);
        RouteRules.NothingToSupply.When(State != RouteState.MoreAsked);
        RouteRules.ReasonMissing.When(string.IsNullOrWhiteSpace(address) && string.IsNullOrWhiteSpace(reason));
        RouteRules.TextTooLong.When(address?.Length > LongestAddress);
        if (!string.IsNullOrWhiteSpace(address)) Address = address.Trim();
        if (!string.IsNullOrWhiteSpace(reason)) Reason = Said(reason);
        (State, LookAt) = (RouteState.Ready, now);
        Mark(RouteStep.Supplied, Name, reason?.Trim(), now);
    }

    /// <summary>The packet cannot be made up yet: look again then.</summary>
    public void LookAgain(DateTimeOffset at) => LookAt = at;

    private void Mark(RouteStep step, string? name, string? note, DateTimeOffset at) => _marks.Add(new(step, at, name, note));

    private static string Said(string? text)
    {
        var said = text?.ReplaceLineEndings("\n").Trim() ?? "";
        RouteRules.ReasonMissing.When(said.Length == 0);
        RouteRules.TextTooLong.When(said.Length > LongestReason);
        SharedRules.TextIsNotUnicode.When(!PlainText.IsClean(said, severalLines: true));
        return said;
    }
}

/// <summary>Who applies, with what the recipient must know of him.</summary>
/// <param name="RepresentedBy">Who signed for the party; null when he signed himself.</param>
public sealed record RouteApplicant(Guid PartyId, Guid PersonId, string Name, string? RepresentedBy, ApplicantDetails Details);
