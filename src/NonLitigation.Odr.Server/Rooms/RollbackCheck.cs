using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>Before a node serves anybody: its record holds everything that was published.</summary>
public sealed class RollbackCheck(CompareWithPublished compare) : IStartCheck
{
    public async Task<IReadOnlyList<RefusalView>> LookAsync(CancellationToken cancellation)
    {
        var lost = await compare.FindAsync(rooms: true, cancellation);
        return lost.IsWhole ? [] : [new(RecordRolledBackException.Code, RecordRolledBackException.Zh, $"{RecordRolledBackException.En} {lost}")];
    }
}
