using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using System.Data.Common;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>Rings the bell for entries written inside somebody else's transaction, once that has committed; never when it was rolled back.</summary>
public sealed class AfterCommit : DbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, Pending> _pending = [];

    public void Add(DbContext context, Guid transaction, IReadOnlyList<Committed> committed, Action<Committed> tell)
    {
        if (!_pending.TryGetValue(context, out var pending) || pending.Transaction != transaction) _pending.AddOrUpdate(context, pending = new(transaction, tell, []));
        pending.Committed.AddRange(committed);
    }

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Committed(eventData);

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Committed(eventData);
        return Task.CompletedTask;
    }

    private void Committed(TransactionEndEventData data)
    {
        if (data.Context is null || !_pending.TryGetValue(data.Context, out var pending)) return;
        _pending.Remove(data.Context);
        if (pending.Transaction == data.TransactionId) pending.Committed.ForEach(pending.Tell);
    }

    private sealed record Pending(Guid Transaction, Action<Committed> Tell, List<Committed> Committed);
}
