using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>What a party ticks after the case has ended, each 1 (not at all) to 5 (very).</summary>
/// <param name="Heard">I could say what mattered to me.</param>
/// <param name="Neutral">The mediator favoured nobody.</param>
/// <param name="Understood">I understood what happened and what I agreed to.</param>
/// <param name="Overall">All in all.</param>
public sealed record OpinionScores(int Heard, int Neutral, int Understood, int Overall)
{
    public IReadOnlyList<int> All => [Heard, Neutral, Understood, Overall];

    internal bool AreComplete => All.All(score => score is >= 1 and <= 5);
}

/// <summary>
/// One party's satisfaction, once. Neither the other side nor the mediator ever reads it; the organisation sees figures of many, each side apart.
/// </summary>
public sealed class PartyOpinion
{
    private PartyOpinion() { }

    /// <exception cref="RefusalException">The case has not ended, the party took no part, or a score is missing.</exception>
    public PartyOpinion(Case file, Party party, Guid personId, Guid clientId, OpinionScores scores, DateTimeOffset now)
    {
        VoiceRules.NotEnded.When(!MayBeGiven(file));
        VoiceRules.TookNoPart.When(!party.TakesPart);
        VoiceRules.ScoreMissing.When(!scores.AreComplete);
        (CaseId, PartyId, OrganisationId, PersonId, ClientId, GivenAt) = (file.Id, party.Id, file.OrganisationId, personId, clientId, now);
        (IsApplicant, Heard, Neutral, Understood, Overall) = (party.IsApplicant, scores.Heard, scores.Neutral, scores.Understood, scores.Overall);
    }

    public Guid CaseId { get; private set; }
    public Guid PartyId { get; private set; }
    public Guid OrganisationId { get; private set; }
    public bool IsApplicant { get; private set; }
    public Guid PersonId { get; private set; }
    /// <summary>The id that the party's page gave the act; a repeat is the same act.</summary>
    public Guid ClientId { get; private set; }
    public int Heard { get; private set; }
    public int Neutral { get; private set; }
    public int Understood { get; private set; }
    public int Overall { get; private set; }
    public DateTimeOffset GivenAt { get; private set; }

    public OpinionScores Scores => new(Heard, Neutral, Understood, Overall);

    public static bool MayBeGiven(Case file) => file.AcceptedAt is not null && file.Stage is CaseStage.Agreed or CaseStage.Closed;
}

/// <summary>Means of one side's answers.</summary>
/// <param name="Count">Answers that the means are of.</param>
public sealed record OpinionFigures(int Count, decimal Heard, decimal Neutral, decimal Understood, decimal Overall)
{
    /// <summary>Fewer are not shown; and means move by whole groups of this size, so that two looks do not tell what came between.</summary>
    public const int Group = 5;

    /// <param name="scores">Of one side, the oldest first.</param>
    /// <returns>Null while there are fewer than <see cref="Group"/>.</returns>
    public static OpinionFigures? Of(IReadOnlyList<OpinionScores> scores)
    {
        var count = scores.Count - (scores.Count % Group);
        if (count == 0) return null;
        decimal Mean(Func<OpinionScores, int> of) => Math.Round((decimal)scores.Take(count).Average(of), 1, MidpointRounding.AwayFromZero);
        return new(count, Mean(one => one.Heard), Mean(one => one.Neutral), Mean(one => one.Understood), Mean(one => one.Overall));
    }
}
