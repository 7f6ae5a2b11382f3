using NonLitigation.Odr.Domain.Law;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>What becomes of a joint application once its packet is made up: sent, received, answered.</summary>
public sealed partial class Confirmation
{
    /// <summary>Number under which the court has the application, e.g. （2026）苏0703调确1号; null before it was accepted.</summary>
    public string? CourtCaseNumber { get; private set; }
    public string? ReceiptNumber { get; private set; }
    /// <summary>Lower-case hex SHA-256 of the packet that the court has, or will have.</summary>
    public string? PacketSha256 { get; private set; }

    /// <summary>Until when the court decides whether it accepts the application; null unless that is what is waited for.</summary>
    public Deadline? FilingTerm => State == ConfirmationState.Filed && _marks.FindLast(mark => mark.Step == ConfirmationStep.Received) is { } received
        ? Deadline.Of(LawRules.ConfirmFiling, received.At) : null;

    /// <summary>The packet is fixed: from here nobody can withdraw, and what is sent never changes.</summary>
    public void Send(string packetSha256, DateTimeOffset now)
    {
        ConfirmationRules.NotOpen.When(State != ConfirmationState.Joined);
        // What the court asks for later is no new application: the thirty days are kept by the first packet.
        ConfirmationRules.TooLate.When(Packets == 0 && Term.IsOver(now));
        (State, Packets, PacketSha256, LookAt) = (ConfirmationState.Sending, Packets + 1, packetSha256, null);
        Mark(ConfirmationStep.Sent, null, packetSha256, now);
    }

    /// <summary>The court's receipt is here. The same receipt again changes nothing.</summary>
    public void Receive(string receiptNumber, DateTimeOffset receivedAt)
    {
        if (State != ConfirmationState.Sending) return;
        (State, ReceiptNumber) = (ConfirmationState.Filed, receiptNumber);
        Mark(ConfirmationStep.Received, Court.Name, receiptNumber, receivedAt);
    }

    /// <summary>One answer of the court, in its order. A ruling is its last word.</summary>
    /// <param name="step">Accepted, MoreAsked, Confirmed or Refused.</param>
    /// <param name="note">Its words: what is asked for, the ground of a refusal, the number of a ruling.</param>
    public void Answer(ConfirmationStep step, string? note, string? caseNumber, DateTimeOffset at)
    {
        if (State is not (ConfirmationState.Filed or ConfirmationState.Accepted)) return;
        CourtCaseNumber = caseNumber ?? CourtCaseNumber;
        State = step switch
        {
            ConfirmationStep.Accepted => ConfirmationState.Accepted,
            ConfirmationStep.MoreAsked => ConfirmationState.MoreAsked,
            ConfirmationStep.Confirmed => ConfirmationState.Confirmed,
            ConfirmationStep.Refused => ConfirmationState.Refused,
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Not an answer of a court."),
        };
        Mark(step, Court.Name, note, at);
    }

    void IFiledMatter.Answer(FilingAnswerKind kind, string? note, string? number, DateTimeOffset at) => Answer(kind switch
    {
        FilingAnswerKind.Accepted => ConfirmationStep.Accepted,
        FilingAnswerKind.MoreAsked => ConfirmationStep.MoreAsked,
        FilingAnswerKind.Confirmed => ConfirmationStep.Confirmed,
        FilingAnswerKind.Refused => ConfirmationStep.Refused,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not an answer to an application for confirmation."),
    }, note, number, at);

    public bool AwaitsAnswers(DateTimeOffset now) => State is ConfirmationState.Filed or ConfirmationState.Accepted;
}
