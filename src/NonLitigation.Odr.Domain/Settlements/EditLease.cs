namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>
/// Whoever is writing, for as long as he goes on: one page at a time, by the database's clock. It keeps two people from typing over each other;
/// that nothing is overwritten is the version's matter.
/// </summary>
public sealed class EditLease
{
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(60);

    private EditLease() { }

    public Guid CaseId { get; private set; }
    public Guid PersonId { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>The page he writes on; one person may have two.</summary>
    public Guid Desk { get; private set; }
    public DateTimeOffset Since { get; private set; }
    public DateTimeOffset Until { get; private set; }

    public bool IsOf(Guid personId, Guid desk) => PersonId == personId && Desk == desk;
}
