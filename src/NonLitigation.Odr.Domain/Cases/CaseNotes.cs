using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>A mediator's private notes about one case: his alone, in no export, unreadable in the database, erased with the case.</summary>
public sealed class CaseNotes
{
    public const int LongestText = 20_000;

    private CaseNotes() { }

    public CaseNotes(Guid caseId, Guid personId) => (CaseId, PersonId) = (caseId, personId);

    public Guid CaseId { get; private set; }
    public Guid PersonId { get; private set; }
    /// <summary>Encrypted; the keys are the service's.</summary>
    public byte[] Sealed { get; private set; } = [];
    /// <summary>Counts the writings, from 1.</summary>
    public int Version { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The text as it is kept, checked.</summary>
    public static string Said(string? given)
    {
        var said = given?.ReplaceLineEndings("\n") ?? "";
        SharedRules.TextIsTooLong.When(said.Length > LongestText);
        SharedRules.TextIsNotUnicode.When(!PlainText.IsClean(said, severalLines: true));
        return said;
    }

    /// <param name="basedOn">The version that the writer had before him; 0 when there was none.</param>
    /// <exception cref="RefusalException"><see cref="NotesRules.ChangedElsewhere"/>.</exception>
    public void Write(int basedOn, byte[] text, DateTimeOffset now)
    {
        NotesRules.ChangedElsewhere.When(basedOn != Version);
        (Sealed, Version, ChangedAt) = (text, Version + 1, now);
    }
}
