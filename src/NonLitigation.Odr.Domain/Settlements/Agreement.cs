using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>
/// The one agreement of a case: a draft that changes, exact bytes that are signed, an outcome when every act is done.
/// Reopening voids all consents to the earlier bytes; an edit is possible in no other state than Draft.
/// </summary>
public sealed class Agreement
{
    public const int LongestReason = 1_000;

    private readonly List<SigningRound> _rounds = [];

    private Agreement() { }

    public Guid Id { get; private set; }
    public Guid CaseId { get; private set; }
    /// <summary>Grows with every change of the draft and with every reopening; 0 before the first.</summary>
    public int Version { get; private set; }
    public AgreementState State { get; private set; }
    public AgreementContent Content { get; private set; } = AgreementContent.Empty;
    public DateTimeOffset ChangedAt { get; private set; }
    public DateTimeOffset? EffectiveAt { get; private set; }
    /// <summary>Since when the parties see each saved version; null while the draft is the mediator's alone.</summary>
    public DateTimeOffset? OnTableSince { get; private set; }
    public IReadOnlyList<SigningRound> Rounds => _rounds;

    /// <summary>The round that counts: null while drafting.</summary>
    public SigningRound? Round => _rounds.SingleOrDefault(r => r.VoidedAt is null);

    /// <summary>Whether the version of this moment is one that the parties see.</summary>
    public bool ShowsItself => Version > 0 && (OnTableSince is not null || State != AgreementState.Draft);

    public static Agreement Begin(Guid caseId, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), CaseId = caseId, State = AgreementState.Draft, ChangedAt = now };

    /// <summary>Takes the editor's text. The same text again (a repeated request) changes nothing.</summary>
    public void Revise(int expectedVersion, AgreementContent content, DateTimeOffset now)
    {
        RefuseUnlessDraft();
        if (content.Equals(Content)) return;
        RefuseOtherVersion(expectedVersion);
        (Content, Version, ChangedAt) = (content, Version + 1, now);
    }

    /// <summary>Lays this version, and each that is saved from now on, before the parties. Again changes nothing.</summary>
    public void PutOnTable(int expectedVersion, DateTimeOffset now)
    {
        RefuseUnlessDraft();
        RefuseOtherVersion(expectedVersion);
        SettlementsRules.NothingToShow.When(Version == 0);
        OnTableSince ??= now;
    }

    /// <summary>What is written from now on is the mediator's alone again; what was shown stays shown.</summary>
    public void TakeOffTable()
    {
        RefuseUnlessDraft();
        OnTableSince = null;
    }

    /// <summary>Takes clauses and obligations out of the draft, to be signed on paper.</summary>
    /// <param name="clauses">Numbers from 1, as are <paramref name="obligations"/>.</param>
    /// <returns>What was taken out, in their order, each as a sentence.</returns>
    public IReadOnlyList<string> SplitOff(int expectedVersion, IReadOnlyCollection<int> clauses, IReadOnlyCollection<int> obligations, AgreementHeading heading, DateTimeOffset now)
    {
        RefuseUnlessDraft();
        RefuseOtherVersion(expectedVersion);
        SettlementsRules.NoSuchClause.When(clauses.Count + obligations.Count == 0 || clauses.Any(n => n < 1 || n > Content.Clauses.Count) || obligations.Any(n => n < 1 || n > Content.Obligations.Count));
        IReadOnlyList<string> taken =
        [
            .. Content.Clauses.Where((_, at) => clauses.Contains(at + 1)).Select(c => c.Text),
            .. Content.Obligations.Where((_, at) => obligations.Contains(at + 1)).Select(o => heading.Sentence(this, o)),
        ];
        Revise(expectedVersion, AgreementContent.Of(Content.Facts, Content.Clauses.Where((_, at) => !clauses.Contains(at + 1)), Content.Obligations.Where((_, at) => !obligations.Contains(at + 1))), now);
        return taken;
    }

    /// <summary>Fixes the draft to exact bytes and names everybody whose act they need.</summary>
    /// <param name="today">By the calendar of the place, for dates that have passed.</param>
    public SigningRound Freeze(int expectedVersion, SigningRoster roster, AgreementHeading heading, DateOnly today, DateTimeOffset now)
    {
        RefuseUnlessDraft();
        RefuseOtherVersion(expectedVersion);
        Finding[] blocking = [.. DraftCheck.Examine(Content, roster, today).Where(f => f.Blocks)];
        if (blocking.Length > 0) throw SettlementsRules.NotReady(blocking).Refused();
        var round = new SigningRound(Id, Version, heading.Over(this).CanonicalBytes(), roster, now);
        _rounds.Add(round);
        (State, ChangedAt) = (AgreementState.Frozen, now);
        return round;
    }

    /// <summary>Back to drafting: every consent given so far is void.</summary>
    public void Reopen(string? reason, DateTimeOffset now)
    {
        SettlementsRules.AlreadyEffective.When(State == AgreementState.Effective);
        SettlementsRules.NotFrozen.When(State == AgreementState.Draft);
        Round!.Void(Reason(reason), now);
        (State, Version, ChangedAt) = (AgreementState.Draft, Version + 1, now);
    }

    /// <summary>Everything that would refuse a signature, before the signer's proof is used up.</summary>
    public void RefuseSignature(Guid personId, string hash, string typedName) => Signable(hash).SeatsToSign(personId, typedName);

    public void Sign(Guid personId, string hash, string typedName, SigningProof proof, DateTimeOffset now)
    {
        Signable(hash).Sign(personId, typedName ?? "", proof, now);
        ChangedAt = now;
    }

    public void Decline(Guid personId, string hash, string? reason, DateTimeOffset now)
    {
        var round = Signable(hash);
        round.Decline(personId, Reason(reason), now);
        (State, ChangedAt) = (AgreementState.Declined, now);
    }

    /// <summary>Affixes the seal, the last act: from here the agreement binds, and only from here is there an outcome.</summary>
    public Outcome Seal(VerificationCode code, DateTimeOffset now)
    {
        RefuseUnlessFrozen();
        Round!.Seal(now);
        (State, EffectiveAt, ChangedAt) = (AgreementState.Effective, Round.LastAct, now);
        return new(this, Round, code);
    }

    private SigningRound Signable(string hash)
    {
        RefuseUnlessFrozen();
        SettlementsRules.OtherText.When(!string.Equals(hash, Round!.Hash, StringComparison.Ordinal));
        return Round!;
    }

    private void RefuseUnlessFrozen()
    {
        SettlementsRules.NotFrozen.When(State == AgreementState.Draft);
        SettlementsRules.AlreadyDeclined.When(State == AgreementState.Declined);
        SettlementsRules.AlreadyEffective.When(State == AgreementState.Effective);
    }

    private void RefuseUnlessDraft()
    {
        SettlementsRules.AlreadyEffective.When(State == AgreementState.Effective);
        SettlementsRules.ReopenFirst.When(State != AgreementState.Draft);
    }

    private void RefuseOtherVersion(int expected)
    {
        if (expected != Version) throw SettlementsRules.ChangedMeanwhile(Version).Refused();
    }

    private static string Reason(string? text)
    {
        var reason = text?.Trim() ?? "";
        SettlementsRules.ReasonMissing.When(reason.Length == 0);
        SharedRules.TextIsTooLong.When(reason.Length > LongestReason);
        return reason;
    }
}
