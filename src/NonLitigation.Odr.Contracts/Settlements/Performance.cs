using NonLitigation.Odr.Contracts.Cases;

namespace NonLitigation.Odr.Contracts.Settlements;

public enum ObligationState { Due, PartlyPerformed, Overdue, Disputed, Performed }
public enum PerformanceActKind { Reported, Confirmed, Contested, Received, Disputed, DisputeEnded, Remarked, Deposited }
public enum FollowUpFinding { Performed, Partly, NotPerformed }

// RequestId: the sender's own id of the act; a repeat with the same content changes nothing and gets the same answer.

/// <param name="AmountFen">In fen, at most what is left and not yet reported; null when the obligation is not for money.</param>
/// <param name="On">The day, in China, on which it was paid or done; not later than today.</param>
public sealed record ReportPerformanceRequest(Guid RequestId, long? AmountFen, DateOnly On, string? Note);

/// <param name="AmountFen">In fen: how much of the report has arrived; null when the obligation is not for money.</param>
/// <param name="IsPart">Of what is not money: only a part is done, and the note says which.</param>
public sealed record ConfirmPerformanceRequest(Guid RequestId, Guid ReportId, long? AmountFen, bool IsPart, string? Note);
public sealed record ContestPerformanceRequest(Guid RequestId, Guid ReportId, string Reason);

/// <summary>What the obligee received without a report.</summary>
/// <inheritdoc cref="ConfirmPerformanceRequest"/>
public sealed record RecordReceiptRequest(Guid RequestId, long? AmountFen, DateOnly On, bool IsPart, string? Note);
public sealed record DisputePerformanceRequest(Guid RequestId, string Reason);
public sealed record EndDisputeRequest(Guid RequestId, string? Note);

/// <summary>For the organisation's own record; the parties do not see it.</summary>
public sealed record RemarkOnPerformanceRequest(Guid RequestId, string Text);

/// <param name="Satisfaction">1 (not at all) to 5 (very).</param>
public sealed record AnswerFollowUpRequest(Guid RequestId, FollowUpFinding Finding, int Satisfaction, string? Note);

/// <param name="ByName">The party's name; of a remark: the person's.</param>
/// <param name="On">The day on which it was paid or done, as the author says.</param>
/// <param name="ReportId">The report that is answered.</param>
public sealed record PerformanceActView(
    Guid Id, PerformanceActKind Kind, string ByName, bool IsMine, DateTimeOffset At, long? AmountFen, string? AmountFigures, DateOnly? On, string Note, Guid? ReportId, bool IsPart);

/// <param name="DaysLate">Days since the due day in China; 0 on it and before.</param>
/// <param name="Unanswered">Reports that wait for the obligee's word.</param>
/// <param name="ReportableFen">In fen: what is left and not yet reported; null when it is not about money.</param>
/// <param name="MayAct">What the reader may do now: report, answer, receive, dispute, end-dispute, remark.</param>
public sealed record FollowedObligationView(
    int Number, IReadOnlyList<string> ObligorNames, string ObligeeName, long? AmountFen, string? AmountFigures, string What, string Manner, DateOnly DueOn,
    ObligationState State, int DaysLate, long ConfirmedFen, long? RestFen, string? RestFigures, long? ReportableFen,
    IReadOnlyList<PerformanceActView> Unanswered, IReadOnlyList<PerformanceActView> History, IReadOnlyList<string> MayAct);

/// <param name="Satisfaction">1 to 5; null, as <paramref name="Note"/>, to the mediator who is meant: the organisation alone sees what was said of his work.</param>
public sealed record FollowUpAnswerView(string PartyName, FollowUpFinding Finding, int? Satisfaction, string? Note, DateTimeOffset At);

/// <param name="AsksOn">The day, in China, from which the parties are asked.</param>
/// <param name="Article">The rule that sets the day.</param>
/// <param name="Mine">The reader's own answer.</param>
/// <param name="Answers">All answers, for mediator and organisation only; no party sees another's.</param>
/// <param name="Waiting">Parties who have not answered; for mediator and organisation only.</param>
public sealed record FollowUpView(
    DateOnly AsksOn, string Article, bool Verified, bool MayAnswer, FollowUpAnswerView? Mine, IReadOnlyList<FollowUpAnswerView> Answers, IReadOnlyList<string> Waiting);

/// <summary>One agreement that is not yet performed, in the list of who supervises it.</summary>
/// <param name="Overdue">How many obligations are late.</param>
/// <param name="DaysLate">Of the latest of them; 0 when none is late.</param>
/// <param name="NextDueOn">The earliest day of what is not performed.</param>
public sealed record PerformanceSummaryView(
    Guid CaseId, string CaseNumber, string Title, int Obligations, int Performed, int Overdue, int Disputed, int DaysLate, DateOnly NextDueOn);

/// <param name="Today">The day in China by which lateness was counted.</param>
/// <param name="Obligations">Those that concern the reader; mediator and organisation see all.</param>
/// <param name="Ways">What the law leaves; filled when something is late or disputed.</param>
public sealed record PerformanceView(
    Guid CaseId, string CaseNumber, DateTimeOffset EffectiveAt, DateOnly Today, DateTimeOffset? ClosedAt, string SupervisedBy,
    IReadOnlyList<FollowedObligationView> Obligations, IReadOnlyList<OtherWayView> Ways, FollowUpView FollowUp, bool Supervises);
