using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>Who acts, and under which id of his own: a repeat of the same act is the same act.</summary>
/// <param name="PartyId">Null for the mediator and the organisation.</param>
public sealed record PerformanceActor(Guid PersonId, Guid? PartyId, Guid RequestId, DateTimeOffset At);

/// <summary>What somebody says about an obligation.</summary>
/// <param name="AmountFen">In fen; null when it is not about money.</param>
/// <param name="On">The day on which it was paid or done, as he says.</param>
/// <param name="About">The report that is answered.</param>
/// <param name="IsPart">Of what is not money: a part only, and <paramref name="Note"/> says which.</param>
public sealed record PerformanceWord(long? AmountFen = null, DateOnly? On = null, string? Note = null, Guid? About = null, bool IsPart = false)
{
    public const int LongestNote = 1_000;

    /// <exception cref="RefusalException">When the note is too long or holds what nobody can see.</exception>
    internal PerformanceWord Clean()
    {
        var note = Note?.ReplaceLineEndings("\n").Trim() ?? "";
        SharedRules.TextIsTooLong.When(note.Length > LongestNote);
        SharedRules.TextIsNotUnicode.When(!PlainText.IsClean(note, severalLines: true));
        return this with { Note = note };
    }
}

/// <summary>One act in the history of an obligation; the history only grows.</summary>
public sealed class PerformanceAct
{
    private PerformanceAct() { }

    internal PerformanceAct(int position, PerformanceActKind kind, PerformanceActor by, PerformanceWord word)
    {
        (Id, Position, Kind, PersonId, PartyId, RequestId, At) = (Guid.CreateVersion7(by.At), position, kind, by.PersonId, by.PartyId, by.RequestId, by.At);
        (AmountFen, On, Note, About, IsPart) = (word.AmountFen, word.On, word.Note ?? "", word.About, word.IsPart);
    }

    public Guid Id { get; private set; }
    /// <summary>Place in the history of its obligation: 1, 2, 3 …</summary>
    public int Position { get; private set; }
    public PerformanceActKind Kind { get; private set; }
    public Guid PersonId { get; private set; }
    public Guid? PartyId { get; private set; }
    public Guid RequestId { get; private set; }
    public DateTimeOffset At { get; private set; }
    public long? AmountFen { get; private set; }
    public DateOnly? On { get; private set; }
    public string Note { get; private set; } = "";
    public Guid? About { get; private set; }
    public bool IsPart { get; private set; }

    /// <summary>The obligee's own word that something has arrived, or a notary's that it is deposited: these alone count as performance.</summary>
    public bool Counts => Kind is PerformanceActKind.Confirmed or PerformanceActKind.Received or PerformanceActKind.Deposited;

    internal bool Repeats(PerformanceActKind kind, PerformanceWord word) =>
        (Kind, AmountFen, On, Note, About, IsPart) == (kind, word.AmountFen, word.On, word.Note ?? "", word.About, word.IsPart);
}
