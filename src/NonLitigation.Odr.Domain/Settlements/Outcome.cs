using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>A signed and sealed agreement. Only <see cref="Agreement.Seal"/> makes one; its PDF follows and is tried again until it succeeds.</summary>
public sealed class Outcome
{
    private Outcome() { }

    internal Outcome(Agreement agreement, SigningRound round, VerificationCode code)
    {
        EffectiveAt = agreement.EffectiveAt!.Value;
        Id = Guid.CreateVersion7(EffectiveAt);
        (AgreementId, CaseId, RoundId, FrozenHash, Code) = (agreement.Id, agreement.CaseId, round.Id, round.Hash, code.ToString());
        NextTryAt = EffectiveAt;
    }

    public Guid Id { get; private set; }
    public Guid AgreementId { get; private set; }
    public Guid CaseId { get; private set; }
    public Guid RoundId { get; private set; }
    public string FrozenHash { get; private set; } = "";
    /// <summary>The verification code as printed, e.g. <c>7K2M-9QXA-0T4B-HJ6R</c>.</summary>
    public string Code { get; private set; } = "";
    public DateTimeOffset EffectiveAt { get; private set; }
    public OutcomeState State { get; private set; }
    /// <summary>Lower-case hex SHA-256 of the PDF; null while it is being prepared.</summary>
    public string? Sha256 { get; private set; }
    public DateTimeOffset? PreparedAt { get; private set; }
    public int Tries { get; private set; }
    public DateTimeOffset NextTryAt { get; private set; }
    public string? LastFault { get; private set; }

    /// <summary>An authority is configured but gave no token yet; the seal is valid without.</summary>
    public bool TimestampPending { get; private set; }

    public OutcomeDocument Prepare(byte[] pdf, bool timestampPending, DateTimeOffset now)
    {
        SettlementsRules.OutcomeStands.When(State == OutcomeState.Ready);
        var document = new OutcomeDocument(Id, OutcomeDocument.Sealed, pdf);
        (State, Sha256, PreparedAt, LastFault, TimestampPending, Tries, NextTryAt) = (OutcomeState.Ready, document.Sha256, now, null, timestampPending, 0, now);
        return document;
    }

    /// <summary>The same sealed bytes with the token that was pending: another edition of the file, for the token lies in it.</summary>
    public OutcomeDocument Stamp(byte[] pdf)
    {
        SettlementsRules.OutcomeStands.When(!TimestampPending);
        var document = new OutcomeDocument(Id, OutcomeDocument.Stamped, pdf);
        (Sha256, TimestampPending, LastFault) = (document.Sha256, false, null);
        return document;
    }

    /// <summary>Asks again after 15 s, 30 s, 60 s, then every two minutes.</summary>
    public void NotStamped(DateTimeOffset now)
    {
        Tries++;
        NextTryAt = now + Backoff.After(Tries, TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(2));
    }

    /// <summary>Waits longer after each failure: 5 s, 10 s, 20 s … at most 10 minutes.</summary>
    public void Failed(string fault, DateTimeOffset now)
    {
        Tries++;
        NextTryAt = now + Backoff.After(Tries, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10));
        LastFault = fault.Length > 2_000 ? fault[..2_000] : fault;
    }
}
