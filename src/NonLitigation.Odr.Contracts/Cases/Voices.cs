namespace NonLitigation.Odr.Contracts.Cases;

public enum ComplaintTarget { Mediator, Organisation }
public enum ComplaintMatter { Bias, Insult, Benefit, Disclosure, Forced, Inactive, Other }
public enum ComplaintFinding { Upheld, PartlyUpheld, NotUpheld }

/// <summary>Each score 1 (not at all) to 5 (very).</summary>
/// <param name="ClientId">The page's own id of the act; a repeat is the same act.</param>
public sealed record GiveOpinionRequest(Guid ClientId, int Heard, int Neutral, int Understood, int Overall);

/// <summary>The reader's own; nobody else's is ever shown.</summary>
/// <param name="Fewest">So many answers of a side are needed before the organisation sees any figure.</param>
public sealed record OpinionView(bool MayGive, DateTimeOffset? GivenAt, int? Heard, int? Neutral, int? Understood, int? Overall, int Fewest);

/// <summary>Means of one side, 1.0 to 5.0.</summary>
/// <param name="Count">Answers that the means are of: whole groups only.</param>
public sealed record SideSatisfactionView(int Count, decimal Heard, decimal Neutral, decimal Understood, decimal Overall);

/// <param name="Applicants">Null while there are too few.</param>
/// <param name="Respondents">Null while there are too few.</param>
/// <param name="Fewest">How many are needed.</param>
public sealed record SatisfactionView(string OrganisationName, SideSatisfactionView? Applicants, SideSatisfactionView? Respondents, int Fewest);

public sealed record FileComplaintRequest(Guid ClientId, ComplaintTarget Target, ComplaintMatter Matter, string Text);
public sealed record AnswerComplaintRequest(ComplaintFinding Finding, string Text);

/// <summary>A complaint as its party has it, and as the organisation that answers it.</summary>
/// <param name="HandledBy">The organisation that answers it.</param>
/// <param name="ByName">The party.</param>
/// <param name="DueAt">It is to be answered before this moment.</param>
/// <param name="Article">The rule that sets the time.</param>
public sealed record ComplaintView(
    Guid Id, Guid CaseId, string CaseNumber, ComplaintTarget Target, ComplaintMatter Matter, string Text, string ByName, string? MediatorName, string HandledBy, DateTimeOffset FiledAt,
    DateTimeOffset DueAt, bool IsLate, string Article, bool Verified, DateTimeOffset? AnsweredAt, ComplaintFinding? Finding, string? Answer);
