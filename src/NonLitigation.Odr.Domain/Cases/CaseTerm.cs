using System.Globalization;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>A proposal to go on after the term, and what the parties said to it.</summary>
public sealed class TermExtension
{
    private readonly List<ExtensionAnswer> answers = [];

    private TermExtension() { }

    internal TermExtension(DateOnly lastDay, DateTimeOffset proposedAt) => (LastDay, ProposedAt) = (lastDay, proposedAt);

    public DateOnly LastDay { get; private set; }
    public DateTimeOffset ProposedAt { get; private set; }
    /// <summary>When the last of all agreed.</summary>
    public DateTimeOffset? AgreedAt { get; private set; }
    /// <summary>When one declined: then it is over.</summary>
    public DateTimeOffset? DeclinedAt { get; private set; }
    public IReadOnlyList<ExtensionAnswer> Answers => answers;
    public bool IsPending => AgreedAt is null && DeclinedAt is null;

    public bool? AnswerOf(Guid partyId) => answers.FirstOrDefault(one => one.PartyId == partyId)?.Agrees;

    internal void Answer(Guid partyId, bool agrees, DateTimeOffset now)
    {
        answers.Add(new(partyId, agrees, now));
        if (!agrees) DeclinedAt = now;
    }

    internal void ConcludeWhenAgreedBy(IEnumerable<Party> everybody, DateTimeOffset now)
    {
        if (IsPending && everybody.All(party => AnswerOf(party.Id) == true)) AgreedAt = now;
    }
}

public sealed record ExtensionAnswer(Guid PartyId, bool Agrees, DateTimeOffset At);

/// <summary>A time that does not count.</summary>
public sealed class TermSuspension
{
    private TermSuspension() { }

    internal TermSuspension(string reason, DateTimeOffset from) => (Reason, From) = (reason, from);

    /// <summary>What is appraised.</summary>
    public string Reason { get; private set; } = "";
    public DateTimeOffset From { get; private set; }
    public DateTimeOffset? Until { get; internal set; }
}

/// <summary>More time: by consent of all (court rules art. 24), and while something is appraised (art. 26).</summary>
public sealed partial class Case
{
    private const int LongestExtensionDays = 366;
    private readonly List<TermExtension> extensions = [];
    private readonly List<TermSuspension> suspensions = [];

    public IReadOnlyList<TermExtension> Extensions => extensions;
    public IReadOnlyList<TermSuspension> Suspensions => suspensions;
    public TermExtension? PendingExtension => extensions.LastOrDefault(one => one.IsPending);
    public TermSuspension? PresentSuspension => suspensions.LastOrDefault(one => one.Until is null);

    /// <summary>What moved the end of the mediation's term.</summary>
    public IEnumerable<TermChange> TermChanges => TermChangesOf(extensions, suspensions, AcceptedAt);

    /// <param name="acceptedAt">What was agreed with an earlier mediator does not move this one's term.</param>
    public static IEnumerable<TermChange> TermChangesOf(IEnumerable<TermExtension> extensions, IEnumerable<TermSuspension> suspensions, DateTimeOffset? acceptedAt) =>
        extensions.Where(one => one.AgreedAt >= acceptedAt).Select(TermChange (one) => new Extended(one.AgreedAt!.Value, one.LastDay))
            .Concat(suspensions.Where(one => one.From >= acceptedAt).Select(one => new Suspended(one.From, one.Until)));

    public void ProposeExtension(Guid mediatorPersonId, DateOnly lastDay, DateTimeOffset now)
    {
        var term = OwnTerm(mediatorPersonId, CaseAct.ProposeExtension, now);
        CasesRules.ExtensionPending.When(PendingExtension is not null);
        CasesRules.ExtensionNotLater.When(Deadline.EndOf(lastDay) <= term.DueAt || lastDay > Deadline.DayOf(now).AddDays(LongestExtensionDays));
        Move(CaseAct.ProposeExtension, CaseRole.Mediator, mediatorPersonId, lastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), now);
        extensions.Add(new(lastDay, now));
    }

    /// <summary>One party's answer. The first who declines ends the proposal; with the last consent the term is longer.</summary>
    public void AnswerExtension(Guid personId, bool agrees, DateTimeOffset now)
    {
        if (PartyOf(personId) is not { TakesPart: true } party) throw CasesRules.NotAtThisStage.Refused();
        CasesRules.NoExtensionPending.When(PendingExtension is not { } pending || pending.AnswerOf(party.Id) is not null);
        CasesRules.TermIsOver.When(CaseClocks.OfMediation(this) is not { } term || term.IsOver(now));
        Move(CaseAct.AnswerExtension, RoleOf(party), personId, agrees ? "agrees" : "declines", now);
        PendingExtension!.Answer(party.Id, agrees, now);
        PendingExtension?.ConcludeWhenAgreedBy(TakingPart, now);
    }

    /// <param name="reason">What is appraised, and by whom.</param>
    public void Suspend(Guid mediatorPersonId, string? reason, DateTimeOffset now)
    {
        OwnTerm(mediatorPersonId, CaseAct.Suspend, now);
        CasesRules.AlreadySuspended.When(PresentSuspension is not null);
        CasesRules.ReasonNeeded.When(!CaseForm.IsReason(reason));
        Move(CaseAct.Suspend, CaseRole.Mediator, mediatorPersonId, reason, now);
        suspensions.Add(new(reason!, now));
    }

    public void Resume(Guid mediatorPersonId, DateTimeOffset now)
    {
        OwnTerm(mediatorPersonId, CaseAct.Resume, now);
        CasesRules.NotSuspended.When(PresentSuspension is null);
        Move(CaseAct.Resume, CaseRole.Mediator, mediatorPersonId, null, now);
        PresentSuspension!.Until = now;
    }

    private Deadline OwnTerm(Guid mediatorPersonId, CaseAct act, DateTimeOffset now)
    {
        SharedRules.NotFound.When(MediatorPersonId != mediatorPersonId);
        if (!CaseTransitions.Allows(Stage, act, CaseRole.Mediator) || CaseClocks.OfMediation(this) is not { } term) throw CasesRules.NotAtThisStage.Refused();
        CasesRules.TermIsOver.When(term.IsOver(now));
        return term;
    }
}
