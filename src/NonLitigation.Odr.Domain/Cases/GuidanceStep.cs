using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Cases;

public enum GuidanceAct { Taken, GivenBack, AskedBack, Replied, Answered, Closed }

/// <summary>An article as it stood on the day of the answer.</summary>
public sealed record GuidanceArticle(Guid ArticleId, string Statute, DateOnly VersionOf, string Label, string Text, string TextSha256)
{
    public static GuidanceArticle Of(StatuteArticle article) => new(article.Id, article.Statute, article.VersionOf, article.Label, article.Text, article.TextSha256);
}

/// <summary>One step of a question's thread, only ever added: who did what, when, in which words.</summary>
public sealed class GuidanceStep
{
    public const int LongestText = 4_000, MostArticles = 10;

    private GuidanceStep() { }

    internal GuidanceStep(
        Guid questionId, int position, GuidanceAct act, Guid? personId, Guid? clientId, string text, IReadOnlyList<GuidanceArticle> articles, IReadOnlyList<string> vouched, DateTimeOffset at)
    {
        (QuestionId, Position, Act, PersonId, ClientId) = (questionId, position, act, personId, clientId);
        (Text, Articles, Vouched, At) = (text, articles, vouched, at);
    }

    public Guid QuestionId { get; private set; }
    /// <summary>From 1.</summary>
    public int Position { get; private set; }
    public GuidanceAct Act { get; private set; }
    /// <summary>Null when the end of the case did it.</summary>
    public Guid? PersonId { get; private set; }
    public Guid? ClientId { get; private set; }
    public string Text { get; private set; } = "";
    public IReadOnlyList<GuidanceArticle> Articles { get; private set; } = [];
    public IReadOnlyList<string> Vouched { get; private set; } = [];
    public DateTimeOffset At { get; private set; }
}

/// <summary>A question's words, checked for their form.</summary>
public sealed record GuidanceWords(string Subject, string Facts, string Question, IReadOnlyList<string> Vouched)
{
    /// <exception cref="RefusalException">Something is missing, too long, or not ordinary text.</exception>
    public static GuidanceWords Of(string? subject, string? facts, string? question, IReadOnlyList<string> vouched) => new(
        Plain(subject, GuidanceQuestion.LongestSubject, severalLines: false), Plain(facts, GuidanceQuestion.LongestFacts), Plain(question, GuidanceQuestion.LongestQuestion), vouched);

    /// <exception cref="RefusalException">Empty, too long, or not ordinary text.</exception>
    public static string Plain(string? text, int longest, bool severalLines = true)
    {
        var said = text?.ReplaceLineEndings("\n").Trim() ?? "";
        SharedRules.TextIsEmpty.When(said.Length == 0);
        SharedRules.TextIsTooLong.When(said.Length > longest);
        SharedRules.TextIsNotUnicode.When(!PlainText.IsClean(said, severalLines));
        return said;
    }
}
