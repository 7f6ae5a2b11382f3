using NonLitigation.Odr.Contracts.Shared;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>Something that must hold before this node may serve.</summary>
public interface IStartCheck
{
    /// <returns>What does not hold; empty when all is well.</returns>
    /// <exception cref="Npgsql.NpgsqlException">When the record cannot be asked now, or does not promise what it must.</exception>
    Task<IReadOnlyList<RefusalView>> LookAsync(CancellationToken cancellation);
}

/// <summary>This node must not serve as it is set up.</summary>
public sealed class UnsafeStartException(IReadOnlyList<RefusalView> refusals)
    : Exception(string.Join(Environment.NewLine, refusals.Select(refusal => $"{refusal.Code}: {refusal.Zh} {refusal.En}")))
{
    public IReadOnlyList<RefusalView> Refusals { get; } = refusals;
}
