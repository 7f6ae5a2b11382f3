namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>How far an obligation has been performed; always computed from its acts and the day, never stored.</summary>
public enum ObligationState
{
    Due, PartlyPerformed,
    /// <summary>Its due day is over in China and something is still left.</summary>
    Overdue,
    /// <summary>One side says so, or what was reported last did not arrive.</summary>
    Disputed,
    /// <summary>The obligee has confirmed, or a notary holds on deposit, the whole of it.</summary>
    Performed,
}

public enum PerformanceActKind
{
    /// <summary>An obligor says that he has paid or done something.</summary>
    Reported,
    /// <summary>The obligee says how much of a report has arrived.</summary>
    Confirmed,
    /// <summary>The obligee says that nothing of a report has arrived.</summary>
    Contested,
    /// <summary>The obligee says, unasked, that he has received something.</summary>
    Received,
    Disputed, DisputeEnded,
    /// <summary>Written down by the organisation, which supervises performance (人民调解法 31).</summary>
    Remarked,
    /// <summary>A notary has confirmed that an obligor deposited it: performed within the deposited amount (民法典 571).</summary>
    Deposited,
}

/// <summary>What a party says when he is asked afterwards whether the other side has performed.</summary>
public enum FollowUpFinding { Performed, Partly, NotPerformed }

public enum ReminderKind { Before, OnTheDay, DayAfter, FollowUp }
