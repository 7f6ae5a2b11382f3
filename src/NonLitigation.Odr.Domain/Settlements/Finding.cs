using NonLitigation.Odr.Domain.Law;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>What is missing or doubtful in a draft.</summary>
/// <param name="Obligation">Number of the obligation it is about, from 1.</param>
/// <param name="Blocks">Stands against freezing; otherwise the mediator should look at it.</param>
/// <param name="Rule">The article that asks for it; it says whether somebody has verified it.</param>
public sealed record Finding(string Code, string Zh, string En, int? Obligation, bool Blocks, LawRule Rule)
{
    /// <summary>Number of the clause it is about, from 1; null when it is about an obligation or the whole.</summary>
    public int? Clause { get; init; }
}
