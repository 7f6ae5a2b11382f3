namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>What is missing or doubtful in a draft.</summary>
/// <param name="Obligation">Number of the obligation it is about, from 1.</param>
/// <param name="Blocks">Stands against freezing; otherwise the mediator should look at it.</param>
public sealed record Finding(string Code, string Zh, string En, int? Obligation, bool Blocks);
