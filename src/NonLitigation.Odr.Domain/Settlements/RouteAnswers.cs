using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>What becomes of an application once its packet is made up, and what follows from what was granted.</summary>
public sealed partial class RouteApplication
{
    /// <summary>Of the deed, the certificate, the deposit or the order; before that of the case at the recipient.</summary>
    public string? AnswerNumber { get; private set; }
    public string? ReceiptNumber { get; private set; }
    /// <summary>Lower-case hex SHA-256 of the packet that the recipient has, or will have.</summary>
    public string? PacketSha256 { get; private set; }
    /// <summary>When the deed, the certificate or the order was issued, or the deposit confirmed.</summary>
    public DateTimeOffset? GrantedAt { get; private set; }
    public DateTimeOffset? CollectedAt { get; private set; }
    public Guid? ObjectedByPartyId { get; private set; }
    public string? Objection { get; private set; }

    /// <summary>Of a deposit: until when the creditor may collect (民法典 574); of a payment order: until when the debtor may object.</summary>
    public Deadline? Term => GrantedAt is not { } at ? null : Act switch
    {
        RouteAct.NotarialDeposit => Deadline.Of(LawRules.DepositLapse, at),
        RouteAct.PaymentOrder => Deadline.Of(LawRules.PaymentOrderObjection, at),
        _ => null,
    };

    /// <summary>The packet is fixed: what is sent never changes.</summary>
    public void Send(string packetSha256, DateTimeOffset now)
    {
        RouteRules.NotOffered.When(State != RouteState.Ready);
        (State, Packets, PacketSha256, LookAt) = (RouteState.Sending, Packets + 1, packetSha256, null);
        Mark(RouteStep.Sent, null, packetSha256, now);
    }

    public void Receive(string receiptNumber, DateTimeOffset receivedAt)
    {
        if (State != RouteState.Sending) return;
        (State, ReceiptNumber) = (RouteState.Filed, receiptNumber);
        Mark(RouteStep.Received, Recipient.Name, receiptNumber, receivedAt);
    }

    public void Answer(FilingAnswerKind kind, string? note, string? number, DateTimeOffset at)
    {
        if (State is not (RouteState.Filed or RouteState.Accepted)) return;
        AnswerNumber = number ?? AnswerNumber;
        var step = kind switch
        {
            FilingAnswerKind.Accepted => RouteStep.Accepted,
            FilingAnswerKind.MoreAsked => RouteStep.MoreAsked,
            FilingAnswerKind.Issued => RouteStep.Granted,
            FilingAnswerKind.Refused => RouteStep.Refused,
            FilingAnswerKind.Ended => RouteStep.Ended,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not an answer to such an application."),
        };
        State = step switch
        {
            RouteStep.Accepted => RouteState.Accepted,
            RouteStep.MoreAsked => RouteState.MoreAsked,
            RouteStep.Granted => RouteState.Granted,
            // An objection that does not stand leaves the order as it was.
            RouteStep.Refused when GrantedAt is not null => RouteState.Granted,
            RouteStep.Refused => RouteState.Refused,
            _ => RouteState.Ended,
        };
        if (step == RouteStep.Granted) GrantedAt ??= at;
        Mark(step, Recipient.Name, note, at);
    }

    public bool AwaitsAnswers(DateTimeOffset now) => State is RouteState.Filed or RouteState.Accepted;

    /// <summary>The creditor was told of the deposit (民法典 572).</summary>
    /// <param name="note">Why he could not be; null when he was.</param>
    public void Notify(string creditor, string? note, DateTimeOffset now) => Mark(RouteStep.Notified, creditor, note, now);

    /// <summary>The creditor says that he has collected the deposit. Again: it stays so.</summary>
    /// <param name="owesInReturn">Whether he owes the depositor something that is due (民法典 574).</param>
    public void Collect(string creditor, bool owesInReturn, DateTimeOffset now)
    {
        RouteRules.NotDeposited.When(Act != RouteAct.NotarialDeposit || State != RouteState.Granted);
        RouteRules.AlreadyCollected.When(CollectedAt is not null);
        RouteRules.Lapsed.When(Term!.IsOver(now));
        RouteRules.OwesInReturn.When(owesInReturn);
        CollectedAt = now;
        Mark(RouteStep.Collected, creditor, null, now);
    }

    /// <summary>A debtor objects to a payment order; the objection goes to the court as a packet of its own.</summary>
    public void RaiseObjection(Guid partyId, string name, string? reason, DateTimeOffset now)
    {
        RouteRules.NoOrder.When(Act != RouteAct.PaymentOrder || State != RouteState.Granted || Objection is not null);
        RouteRules.ObjectionTooLate.When(Term!.IsOver(now));
        (ObjectedByPartyId, Objection, State, LookAt) = (partyId, Said(reason), RouteState.Ready, now);
        Mark(RouteStep.Objected, name, Objection, now);
    }
}
