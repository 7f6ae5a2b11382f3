using System.Security.Cryptography;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>Open: nobody has it. Taken: one guide has it. AskedBack: it waits for the mediator. Answered, and at last Closed.</summary>
public enum GuidanceState { Open, Taken, AskedBack, Answered, Closed }

/// <summary>
/// The presiding mediator's question to a legal guide of a paired body, in words that name nobody. The guide has these words, a number that says nothing,
/// the kind of dispute and the region; the case he has not. Its words never change; what follows is added to its thread.
/// </summary>
public sealed class GuidanceQuestion
{
    public const int LongestSubject = 80, LongestFacts = 3_000, LongestQuestion = 1_000, MostOpen = 5, MostSteps = 60;
    /// <summary>Without what looks alike.</summary>
    private const string NumberLetters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private readonly List<GuidanceStep> steps = [];

    private GuidanceQuestion() { }

    /// <param name="said">Has been checked: nothing in it is recognised.</param>
    public GuidanceQuestion(Case file, Pairing pairing, string areaCode, Guid askedBy, Guid clientId, GuidanceWords said, DateTimeOffset now)
    {
        GuidanceRules.CaseEnded.When(file.HasEnded);
        GuidanceRules.NotPaired.When(pairing.EndedAt is not null || pairing.OrganisationId != file.OrganisationId);
        // Ids that carry a time or follow one another would tell which cases are near each other.
        Id = new Guid(RandomNumberGenerator.GetBytes(16));
        Number = RandomNumberGenerator.GetString(NumberLetters, 8).Insert(4, "-");
        (CaseId, PairingId, AskedBy, ClientId, Kind, AreaCode, AskedAt) = (file.Id, pairing.Id, askedBy, clientId, file.Kind, areaCode, now);
        (Subject, Facts, Question, Vouched) = (said.Subject, said.Facts, said.Question, said.Vouched);
    }

    public Guid Id { get; private set; }
    public Guid CaseId { get; private set; }
    public Guid PairingId { get; private set; }
    public Guid AskedBy { get; private set; }
    /// <summary>The id that the mediator's page gave the act; a repeat is the same act.</summary>
    public Guid ClientId { get; private set; }
    /// <summary>Random, e.g. 7KQ3-M2XA.</summary>
    public string Number { get; private set; } = "";
    public DisputeKind Kind { get; private set; }
    /// <summary>Of the organisation that asks.</summary>
    public string AreaCode { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public string Facts { get; private set; } = "";
    public string Question { get; private set; } = "";
    /// <summary>Words for which the mediator vouched that here they name nobody.</summary>
    public IReadOnlyList<string> Vouched { get; private set; } = [];
    public DateTimeOffset AskedAt { get; private set; }
    public GuidanceState State { get; private set; }
    /// <summary>The guide who has it.</summary>
    public Guid? OwnerId { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    /// <summary>Who took, asked, answered and closed, in order.</summary>
    public IReadOnlyList<GuidanceStep> Steps => steps;

    public Deadline Term => Deadline.Of(LawRules.GuidanceAnswer, AskedAt);
    public bool Waits => State is GuidanceState.Open or GuidanceState.Taken or GuidanceState.AskedBack;

    /// <param name="ownerIsGone">The one who has it is no guide of the pairing any more, or must not be.</param>
    public void Take(Guid guide, bool ownerIsGone, DateTimeOffset now)
    {
        GuidanceRules.Closed.When(State == GuidanceState.Closed);
        if (OwnerId == guide) return;
        GuidanceRules.HasAnOwner.When(OwnerId is not null && !ownerIsGone);
        OwnerId = guide;
        if (State == GuidanceState.Open) State = GuidanceState.Taken;
        Add(GuidanceAct.Taken, guide, null, "", [], [], now);
    }

    public void GiveBack(Guid guide, DateTimeOffset now)
    {
        Owned(guide);
        GuidanceRules.NotNow.When(State is not (GuidanceState.Taken or GuidanceState.AskedBack));
        (OwnerId, State) = (null, GuidanceState.Open);
        Add(GuidanceAct.GivenBack, guide, null, "", [], [], now);
    }

    public void AskBack(Guid guide, Guid clientId, string? text, DateTimeOffset now)
    {
        Owned(guide);
        if (IsRepeat(clientId, GuidanceAct.AskedBack, Said(text))) return;
        GuidanceRules.NotNow.When(State is not (GuidanceState.Taken or GuidanceState.AskedBack));
        State = GuidanceState.AskedBack;
        Add(GuidanceAct.AskedBack, guide, clientId, Said(text), [], [], now);
    }

    /// <summary>The mediator's answer to what was asked back, or a further question on the guide's answer.</summary>
    /// <param name="text">Has been checked like the question.</param>
    public void Reply(Guid mediator, Guid clientId, string? text, IReadOnlyList<string> vouched, DateTimeOffset now)
    {
        if (IsRepeat(clientId, GuidanceAct.Replied, Said(text))) return;
        GuidanceRules.NotNow.When(State is not (GuidanceState.AskedBack or GuidanceState.Answered));
        State = GuidanceState.Taken;
        Add(GuidanceAct.Replied, mediator, clientId, Said(text), [], vouched, now);
    }

    public void Answer(Guid guide, Guid clientId, string? text, IReadOnlyList<GuidanceArticle> articles, DateTimeOffset now)
    {
        Owned(guide);
        if (IsRepeat(clientId, GuidanceAct.Answered, Said(text))) return;
        GuidanceRules.NotNow.When(State is not (GuidanceState.Taken or GuidanceState.AskedBack));
        GuidanceRules.TooManyArticles.When(articles.Count > GuidanceStep.MostArticles);
        State = GuidanceState.Answered;
        Add(GuidanceAct.Answered, guide, clientId, Said(text), articles, [], now);
    }

    /// <summary>By the guide once he has answered; by the mediator at any time; by nobody when the case ends. A repeat is the same act.</summary>
    public void Close(Guid? by, bool asGuide, DateTimeOffset now)
    {
        if (asGuide) Owned(by!.Value);
        if (State == GuidanceState.Closed) return;
        GuidanceRules.NotNow.When(asGuide && State != GuidanceState.Answered);
        (State, ClosedAt) = (GuidanceState.Closed, now);
        Add(GuidanceAct.Closed, by, null, "", [], [], now);
    }

    private void Owned(Guid guide) => GuidanceRules.NotYours.When(OwnerId != guide);

    private bool IsRepeat(Guid clientId, GuidanceAct act, string text)
    {
        if (steps.Find(step => step.ClientId == clientId) is not { } earlier) return false;
        GuidanceRules.IdReused.When(earlier.Act != act || earlier.Text != text);
        return true;
    }

    private static string Said(string? text) => GuidanceWords.Plain(text, GuidanceStep.LongestText);

    private void Add(GuidanceAct act, Guid? by, Guid? clientId, string text, IReadOnlyList<GuidanceArticle> articles, IReadOnlyList<string> vouched, DateTimeOffset now)
    {
        GuidanceRules.ThreadFull.When(steps.Count >= MostSteps && act != GuidanceAct.Closed);
        steps.Add(new GuidanceStep(Id, steps.Count + 1, act, by, clientId, text, articles, vouched, now));
    }
}
