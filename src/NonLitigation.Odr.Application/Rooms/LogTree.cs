using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>This node's copy of the platform's tree: read once, then only what has been added since, while the record still has its last leaf.</summary>
public sealed class LogTree(IDbContextFactory<OdrDb> contexts) : IDisposable
{
    private readonly SemaphoreSlim _alone = new(1, 1);
    private MerkleLog _tree = new();
    private Digest _last;

    /// <param name="read">Gets the tree with everything that is committed; must not keep it.</param>
    public async Task<T> ReadAsync<T>(Func<MerkleLog, T> read, CancellationToken cancellation)
    {
        await _alone.WaitAsync(cancellation);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            if (_tree.Size > 0 && !await HasLastAsync(db, cancellation)) _tree = new(); // another database was put in its place
            var known = (long)_tree.Size;
            var added = db.Set<LogLeafRow>().Where(leaf => leaf.Position >= known).OrderBy(leaf => leaf.Position).Select(leaf => leaf.Leaf);
            await foreach (var leaf in added.AsAsyncEnumerable().WithCancellation(cancellation)) _tree.Append(_last = new Digest(leaf));
            return read(_tree);
        }
        finally
        {
            _alone.Release();
        }
    }

    private Task<bool> HasLastAsync(OdrDb db, CancellationToken cancellation)
    {
        var (position, leaf) = ((long)_tree.Size - 1, _last.ToArray());
        return db.Set<LogLeafRow>().AnyAsync(row => row.Position == position && row.Leaf == leaf, cancellation);
    }

    public void Dispose() => _alone.Dispose();
}
