using System.Text;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Law;

/// <summary>One article of a statute, as it stood in one version of it. A copy of a public text, imported by those who run the service.</summary>
public sealed class StatuteArticle
{
    private StatuteArticle() { }

    public StatuteArticle(string statute, DateOnly versionOf, int position, string label, string text, DateTimeOffset importedAt)
    {
        (Id, Statute, VersionOf, Position, Label, Text, ImportedAt) = (Guid.CreateVersion7(importedAt), statute, versionOf, position, label, text, importedAt);
        TextSha256 = Digest.Of(Encoding.UTF8.GetBytes(text)).ToString();
    }

    public Guid Id { get; private set; }
    /// <summary>Its whole title.</summary>
    public string Statute { get; private set; } = "";
    /// <summary>Day on which this version was passed.</summary>
    public DateOnly VersionOf { get; private set; }
    /// <summary>Place in the statute, from 1.</summary>
    public int Position { get; private set; }
    /// <summary>E.g. 第二十九条.</summary>
    public string Label { get; private set; } = "";
    /// <summary>Without the label; paragraphs by line feeds.</summary>
    public string Text { get; private set; } = "";
    /// <summary>Lower-case hex SHA-256 of the UTF-8 bytes of <see cref="Text"/>.</summary>
    public string TextSha256 { get; private set; } = "";
    public DateTimeOffset ImportedAt { get; private set; }
}
