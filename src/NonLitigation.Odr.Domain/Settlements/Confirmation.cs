using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>The parties' joint application for judicial confirmation of their agreement (民事诉讼法 205): begun by one, joined by every other, then sent to the court.</summary>
public sealed partial class Confirmation : IFiledMatter
{
    public const int LongestAddress = 200, LongestReason = 1_000;

    private readonly List<ConfirmationSeat> _seats = [];
    private readonly List<ConfirmationMark> _marks = [];
    private readonly List<PropertyProof> _propertyProofs = [];

    private Confirmation() { }

    public Guid Id { get; private set; }
    public Guid CaseId { get; private set; }
    public Guid OutcomeId { get; private set; }
    public DateTimeOffset EffectiveAt { get; private set; }
    public ConfirmationState State { get; private set; }
    public ChosenCourt Court { get; private set; } = new("", "");
    public IReadOnlyList<ConfirmationSeat> Seats => _seats;
    public IReadOnlyList<PropertyProof> PropertyProofs => _propertyProofs;
    /// <summary>In the order in which it happened.</summary>
    public IReadOnlyList<ConfirmationMark> Marks => _marks;
    /// <summary>How often a packet was made up for the court: the first, then one for each time that it asked for more.</summary>
    public int Packets { get; private set; }
    /// <summary>When to look whether the packet is complete; null while nothing can have changed.</summary>
    public DateTimeOffset? LookAt { get; private set; }
    public DateTimeOffset? RemindedAt { get; private set; }

    /// <summary>It binds the parties to nothing any more, so that another may be begun.</summary>
    public bool IsOver => State is ConfirmationState.Declined or ConfirmationState.Withdrawn;

    /// <summary>Computed, never stored (decision 0009).</summary>
    public Deadline Term => Deadline.Of(LawRules.ConfirmApply, EffectiveAt);

    /// <param name="seats">Every party to the agreement.</param>
    public static Confirmation Begin(Outcome outcome, IEnumerable<ConfirmationSeat> seats, BasicCourt court, DateTimeOffset now)
    {
        var begun = new Confirmation
        {
            Id = Guid.CreateVersion7(now), CaseId = outcome.CaseId, OutcomeId = outcome.Id, EffectiveAt = outcome.EffectiveAt, Court = new(court.Code, court.Name),
        };
        ConfirmationRules.TooLate.When(begun.Term.IsOver(now));
        begun._seats.AddRange(seats);
        return begun;
    }

    public ConfirmationSeat? SeatOf(Guid partyId) => _seats.Find(seat => seat.PartyId == partyId);

    /// <summary>One party applies. With the last of them the application is joint.</summary>
    /// <param name="consent">The words shown to him, as he sent them back.</param>
    public void Join(Guid partyId, Guid personId, Guid clientId, ApplicantDetails details, string consent, DateTimeOffset now)
    {
        var seat = Answerable(partyId, now);
        ConfirmationRules.ConsentDiffers.When(!HandOverConsent.Is(consent, Court));
        ConfirmationRules.TextTooLong.When(details.Address?.Length > LongestAddress);
        seat.Take(details);
        seat.Join(clientId, personId, consent, now);
        Mark(_marks.Count == 0 ? ConfirmationStep.Begun : ConfirmationStep.Joined, seat.Name, null, now);
        if (_seats.TrueForAll(one => one.JoinedAt is not null)) (State, LookAt) = (ConfirmationState.Joined, now);
    }

    /// <summary>One party does not apply: without him nobody can.</summary>
    public void Decline(Guid partyId, Guid personId, Guid clientId, string? reason, DateTimeOffset now)
    {
        var seat = Answerable(partyId, now);
        var said = Reason(reason);
        seat.Decline(clientId, personId, said, now);
        State = ConfirmationState.Declined;
        Mark(ConfirmationStep.Declined, seat.Name, said, now);
    }

    /// <summary>Any party may take it back until it is sent.</summary>
    public void Withdraw(Guid partyId, string? reason, DateTimeOffset now)
    {
        var seat = Seat(partyId);
        ConfirmationRules.AlreadySent.When(State is not (ConfirmationState.Joining or ConfirmationState.Joined) || Packets > 0);
        (State, LookAt) = (ConfirmationState.Withdrawn, null);
        Mark(ConfirmationStep.Withdrawn, seat.Name, string.IsNullOrWhiteSpace(reason) ? null : Reason(reason), now);
    }

    /// <summary>A party brings what was missing, or what the court asked for.</summary>
    public void Supply(Guid partyId, ApplicantDetails details, IReadOnlyList<PropertyProof>? proofs, DateTimeOffset now)
    {
        var seat = Seat(partyId);
        ConfirmationRules.NothingToSupply.When(State is not (ConfirmationState.Joining or ConfirmationState.Joined or ConfirmationState.MoreAsked));
        ConfirmationRules.TextTooLong.When(details.Address?.Length > LongestAddress);
        seat.Take(details);
        if (proofs is not null)
        {
            _propertyProofs.Clear();
            _propertyProofs.AddRange(proofs);
        }
        Mark(ConfirmationStep.Supplied, seat.Name, null, now);
        if (State == ConfirmationState.MoreAsked) State = ConfirmationState.Joined;
        if (State == ConfirmationState.Joined) LookAt = now;
    }

    public void Remind(DateTimeOffset now) => RemindedAt = now;

    /// <summary>The packet is not complete yet: look again then, or not before somebody has supplied something (null).</summary>
    public void LookAgain(DateTimeOffset? at) => LookAt = at;

    private ConfirmationSeat Answerable(Guid partyId, DateTimeOffset now)
    {
        var seat = Seat(partyId);
        ConfirmationRules.AlreadyAnswered.When(seat.HasAnswered);
        ConfirmationRules.NotOpen.When(State != ConfirmationState.Joining);
        ConfirmationRules.TooLate.When(Term.IsOver(now));
        return seat;
    }

    private ConfirmationSeat Seat(Guid partyId) => SeatOf(partyId) ?? throw SharedRules.NotFound.Refused();

    private void Mark(ConfirmationStep step, string? name, string? note, DateTimeOffset at) => _marks.Add(new(step, at, name, note));

    private static string Reason(string? text)
    {
        var reason = text?.Trim() ?? "";
        SettlementsRules.ReasonMissing.When(reason.Length == 0);
        ConfirmationRules.TextTooLong.When(reason.Length > LongestReason);
        return reason;
    }
}
