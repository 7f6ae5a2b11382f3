using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>The only way into a room's record.</summary>
public interface ITranscript
{
    /// <summary>Returns after COMMIT. Many callers' entries, of many rooms, share one transaction.</summary>
    /// <exception cref="RefusalException">The room's rules refuse the act, or <c>rooms.busy</c>: nothing was written.</exception>
    Task<AppendedEntry> AppendAsync(EntryDraft draft, CancellationToken cancellation);

    /// <summary>
    /// Writes rows of other features and entries together, in one transaction of <paramref name="db"/> (its own when it has
    /// one open, else a new one that commits when <paramref name="work"/> returns). Everybody is told after the commit.
    /// </summary>
    Task<T> WithinAsync<T>(OdrDb db, Func<ITranscriptScope, Task<T>> work, CancellationToken cancellation);
}

/// <summary>Entries of one transaction. Rooms stay locked until it ends: append last, and when to several rooms, in the order of their ids.</summary>
public interface ITranscriptScope
{
    /// <inheritdoc cref="ITranscript.AppendAsync"/>
    Task<AppendedEntry> AppendAsync(EntryDraft draft, CancellationToken cancellation);
}
