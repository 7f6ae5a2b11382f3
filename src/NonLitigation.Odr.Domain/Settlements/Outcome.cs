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

    public OutcomeDocument Prepare(byte[] pdf, DateTimeOffset now)
    {
        SettlementsRules.OutcomeStands.When(State == OutcomeState.Ready);
        var document = new OutcomeDocument(Id, pdf);
        (State, Sha256, PreparedAt, LastFault) = (OutcomeState.Ready, document.Sha256, now, null);
        return document;
    }

    /// <summary>Waits longer after each failure: 5 s, 10 s, 20 s … at most 10 minutes.</summary>
    public void Failed(string fault, DateTimeOffset now)
    {
        Tries++;
        NextTryAt = now + TimeSpan.FromSeconds(Math.Min(600, 5 * Math.Pow(2, Math.Min(Tries - 1, 10))));
        LastFault = fault.Length > 2_000 ? fault[..2_000] : fault;
    }
}
