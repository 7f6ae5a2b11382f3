using NonLitigation.Odr.Contracts.Network;
using NonLitigation.Odr.Contracts.Shared;

namespace NonLitigation.Odr.Contracts.Cases;

public enum GuidanceState { Open, Taken, AskedBack, Answered, Closed }
public enum GuidanceAct { Taken, GivenBack, AskedBack, Replied, Answered, Closed }
public enum RecognisedKind { Name, PartOfName, Contact, IdNumber, Account, Plate, CaseNumber, Address, PartOfAddress }

/// <summary>Checks what is being written for words by which the case or its people can be recognised. Nothing of it is kept.</summary>
/// <param name="Texts">1 to 3.</param>
/// <param name="Vouched">Words for which the mediator vouches.</param>
/// <param name="English">Whether neutral words are proposed in English.</param>
public sealed record CheckGuidanceRequest(IReadOnlyList<string> Texts, IReadOnlyList<string> Vouched, bool English);

/// <param name="Start">In UTF-16 units.</param>
/// <param name="Label">The neutral word proposed for it.</param>
/// <param name="MayVouch">Also an ordinary word: the mediator may vouch that here it names nobody.</param>
public sealed record RecognisedView(int Start, int Length, string Text, RecognisedKind Kind, string Label, bool MayVouch);

/// <param name="Redacted">The text with neutral words in place.</param>
/// <param name="Difference">From the text to the redacted one.</param>
public sealed record CheckedTextView(IReadOnlyList<RecognisedView> Recognised, string Redacted, IReadOnlyList<TextPieceView> Difference);

/// <param name="Texts">In the order of the request.</param>
public sealed record GuidanceCheckView(IReadOnlyList<CheckedTextView> Texts);

/// <param name="ClientId">The page's own id of the act; a repeat is the same act.</param>
/// <param name="PairingId">Which paired body is asked.</param>
public sealed record AskGuideRequest(Guid ClientId, Guid PairingId, string Subject, string Facts, string Question, IReadOnlyList<string> Vouched);

public sealed record ReplyToGuideRequest(Guid ClientId, string Text, IReadOnlyList<string> Vouched);

/// <summary>An article as it stood on the day of the answer.</summary>
public sealed record GuidanceArticleView(Guid ArticleId, string Statute, DateOnly VersionOf, string Label, string Text);

/// <param name="FromGuide">Whether a guide did it; else the mediator, or the end of the case.</param>
/// <param name="Name">Who did it; null before the guide for the other side, and when the end of the case did it.</param>
/// <param name="Vouched">Empty before the guide.</param>
public sealed record GuidanceStepView(int Position, GuidanceAct Act, bool FromGuide, string? Name, string Text, IReadOnlyList<GuidanceArticleView> Articles, IReadOnlyList<string> Vouched, DateTimeOffset At);

/// <summary>A question as its case's presiding mediator has it.</summary>
/// <param name="Number">What the guide knows it by.</param>
/// <param name="Article">The rule that sets the time: one of this house.</param>
public sealed record CaseQuestionView(
    Guid Id, string Number, Guid PairingId, string PartnerName, string AskedByName, string Subject, string Facts, string Question, IReadOnlyList<string> Vouched, DateTimeOffset AskedAt,
    DateTimeOffset DueAt, bool IsLate, string Article, GuidanceState State, string? GuideName, IReadOnlyList<GuidanceStepView> Steps);

/// <param name="Guides">How many guides there are.</param>
public sealed record AskablePairingView(Guid Id, string PartnerName, OrganisationKind PartnerKind, int Guides);

/// <param name="Pairings">Whom the mediator may ask now.</param>
/// <param name="MayAsk">False when the case has ended or too many questions are open.</param>
public sealed record CaseGuidanceView(IReadOnlyList<AskablePairingView> Pairings, bool MayAsk, IReadOnlyList<CaseQuestionView> Questions);

/// <summary>A question as a legal guide has it: nothing of the case but these words, the kind of dispute and the region.</summary>
/// <param name="Region">Of the organisation that asks; null when it is not one of this city's.</param>
/// <param name="IsMine">The reader has taken it.</param>
public sealed record GuideQuestionView(
    Guid Id, string Number, DisputeKind Kind, string? Region, string Subject, string Facts, string Question, DateTimeOffset DueAt, bool IsLate, string Article,
    GuidanceState State, bool IsMine, IReadOnlyList<GuidanceStepView> Steps);

public sealed record AskBackRequest(Guid ClientId, string Text);

/// <param name="ArticleIds">Up to 10; their words are kept as they stand today.</param>
public sealed record AnswerGuidanceRequest(Guid ClientId, string Text, IReadOnlyList<Guid> ArticleIds);
