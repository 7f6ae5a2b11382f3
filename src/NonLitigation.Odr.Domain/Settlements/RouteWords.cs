namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>What one party may ask of a notary or a court by himself: 赋强公证、执行证书、提存、支付令.</summary>
public enum RouteAct { NotarialDeed, ExecutionCertificate, NotarialDeposit, PaymentOrder }

/// <summary>
/// Ready → Sending → Filed → Accepted → Granted or Refused; more may be asked on the way. Ended: a payment order that the debtor's objection has brought down.
/// </summary>
public enum RouteState { Ready, Sending, Filed, Accepted, MoreAsked, Granted, Refused, Ended }

/// <summary>What happened to an application: its history.</summary>
public enum RouteStep { Applied, Supplied, Sent, Received, Accepted, MoreAsked, Granted, Refused, Notified, Collected, Objected, Ended }

/// <summary>Why what is owed is deposited (民法典 570).</summary>
public enum DepositGround { CreditorRefuses, CreditorNotFound, CreditorDiedOrLostCapacity, OtherByLaw }

/// <summary>What a notary or a court may answer to a filing.</summary>
public enum FilingAnswerKind { Accepted, MoreAsked, Confirmed, Refused, Issued, Ended }

/// <summary>Something that is filed with a court or a notary and answered by it.</summary>
public interface IFiledMatter
{
    Guid CaseId { get; }

    /// <summary>The receipt is here. The same again changes nothing.</summary>
    void Receive(string receiptNumber, DateTimeOffset receivedAt);

    /// <summary>One answer, in its order.</summary>
    /// <param name="note">Its words.</param>
    /// <param name="number">Under which it is kept there, or of what was issued.</param>
    void Answer(FilingAnswerKind kind, string? note, string? number, DateTimeOffset at);

    /// <summary>Whether anything may still follow.</summary>
    bool AwaitsAnswers(DateTimeOffset now);
}

/// <summary>Whether a notary can be reached from here, and which.</summary>
/// <param name="Name">As it is shown and consented to.</param>
public sealed record Recipient(string Code, string Name);

/// <param name="Note">Its words, a reason, a number; null when there is nothing to add.</param>
public sealed record RouteMark(RouteStep Step, DateTimeOffset At, string? Name, string? Note);

/// <summary>One obligation that an application is about.</summary>
/// <param name="Number">As in the text of the agreement, from 1.</param>
/// <param name="AmountFen">In fen: what is asked for or deposited; null when it is not about money.</param>
public sealed record RouteItem(int Number, long? AmountFen);

/// <summary>Why somebody deposits.</summary>
public sealed record DepositReason(DepositGround Ground, string Text);
