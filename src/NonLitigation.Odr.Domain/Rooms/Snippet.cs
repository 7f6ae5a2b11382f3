using System.Text;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>
/// One version of a canned text, somebody's own or an organisation's. Writing it again adds a version and ends this one; what was once sent can still be told apart.
/// </summary>
public sealed class Snippet
{
    public const int LongestShortcut = 20, LongestTitle = 60, LongestText = 2_000, Most = 200;

    private Snippet() { }

    /// <param name="owner">Whose own it is; null for the organisation's.</param>
    /// <param name="organisation">Whose staff may use it; null for somebody's own.</param>
    /// <exception cref="RefusalException">Shortcut, title or text are not usable.</exception>
    public Snippet(Guid snippetId, int version, Guid? owner, Guid? organisation, string? shortcut, string? title, string? text, Guid by, DateTimeOffset now)
    {
        (Id, SnippetId, Version, OwnerId, OrganisationId, WrittenBy, WrittenAt) = (Guid.CreateVersion7(now), snippetId, version, owner, organisation, by, now);
        Shortcut = shortcut?.Trim().ToLowerInvariant() ?? "";
        DeskRules.ShortcutInvalid.When(PlainText.Length(Shortcut) is < 1 or > LongestShortcut || !Shortcut.EnumerateRunes().All(Rune.IsLetterOrDigit));
        Title = Said(title, LongestTitle, severalLines: false);
        Text = Said(text, LongestText, severalLines: true);
    }

    public Guid Id { get; private set; }
    /// <summary>The same for all versions.</summary>
    public Guid SnippetId { get; private set; }
    /// <summary>From 1.</summary>
    public int Version { get; private set; }
    public Guid? OwnerId { get; private set; }
    public Guid? OrganisationId { get; private set; }
    /// <summary>What is typed after a slash; lower case.</summary>
    public string Shortcut { get; private set; } = "";
    public string Title { get; private set; } = "";
    /// <summary>May hold variables such as <c>{申请人}</c>; they are filled on the page that uses it.</summary>
    public string Text { get; private set; } = "";
    public Guid WrittenBy { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }
    /// <summary>Since when there is a newer version, or none any more.</summary>
    public DateTimeOffset? ReplacedAt { get; private set; }

    public bool Says(string? shortcut, string? title, string? text) =>
        Shortcut == shortcut?.Trim().ToLowerInvariant() && Title == title?.Trim() && Text == text?.ReplaceLineEndings("\n").Trim();

    public void Replace(DateTimeOffset now) => ReplacedAt ??= now;

    private static string Said(string? given, int longest, bool severalLines)
    {
        var said = given?.ReplaceLineEndings("\n").Trim() ?? "";
        SharedRules.TextIsEmpty.When(said.Length == 0);
        SharedRules.TextIsTooLong.When(said.Length > longest);
        SharedRules.TextIsNotUnicode.When(!PlainText.IsClean(said, severalLines));
        return said;
    }
}
