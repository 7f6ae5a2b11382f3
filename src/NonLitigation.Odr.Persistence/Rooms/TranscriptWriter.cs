using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Shared;
using Npgsql;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>
/// Group commit: whatever has gathered while one commit was under way goes into the next. What is said in a known room goes through the short
/// lane, in one statement that never waits for anybody; all else, and what did not fit there, through the long lanes, which lock. A room
/// whose drafts are in a long lane gets the next ones there too: they would only find its head locked. Of drafts that are under way at the same
/// time none has a claim to come first; who waits for his answer before he goes on keeps his order.
/// </summary>
public sealed partial class TranscriptWriter : ITranscript, IAsyncDisposable
{
    private const int LongLanes = 2, Tries = 4, MostWaiting = 2_048;

    private readonly NpgsqlDataSource _source;
    private readonly KnownRooms _known;
    private readonly IBell _bell;
    private readonly AfterCommit _afterCommit;
    private readonly ILogger<TranscriptWriter> _logger;
    private readonly RecordClock _clock = new();
    private readonly ContinueStatement _continue;
    private readonly RoomsInHand _long = new();
    private readonly Lane _shortLane;
    private readonly Lane[] _longLanes;
    private readonly Action _answered;
    private int _waiting;

    public TranscriptWriter(NpgsqlDataSource source, KnownRooms known, IBell bell, AfterCommit afterCommit, ILogger<TranscriptWriter> logger)
    {
        (_source, _known, _bell, _afterCommit, _logger, _continue) = (source, known, bell, afterCommit, logger, new(source));
        _answered = Answered;
        _longLanes = [.. Enumerable.Range(0, LongLanes).Select(_ => new Lane(LockAsync))];
        _shortLane = new(ContinueAsync);
    }

    public Task<AppendedEntry> AppendAsync(EntryDraft draft, CancellationToken cancellation)
    {
        var isShort = draft is { Act: Speak, ClientMessageId: not null } && !_long.Contains(draft.RoomId);
        var waiting = new Waiting(Draft.Of(draft), atOnce: isShort, _answered);
        // Too many are told honestly, at once; the sender keeps what he wrote and sends it again. Whoever was taken on is never sent away later.
        var taken = Interlocked.Increment(ref _waiting) <= MostWaiting && (isShort ? _shortLane.TryAdd(waiting) : TryAddLong(waiting));
        if (!taken) Answered();
        RoomsRules.Busy.When(!taken);
        return waiting.Answer.WaitAsync(cancellation);
    }

    public async Task<T> WithinAsync<T>(OdrDb db, Func<ITranscriptScope, Task<T>> work, CancellationToken cancellation)
    {
        var scope = new TranscriptScope(db);
        if (db.Database.CurrentTransaction is { } outer)
        {
            var joined = await work(scope);
            await db.SaveChangesAsync(cancellation);
            _afterCommit.Add(db, outer.TransactionId, scope.Committed, Tell);
            return joined;
        }
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var result = await work(scope);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        foreach (var committed in scope.Committed) Tell(committed);
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        await _shortLane.DisposeAsync(); // first: what does not fit there goes on to the long ones
        foreach (var lane in _longLanes) await lane.DisposeAsync();
        await _continue.DisposeAsync();
    }

    private void Answered() => Interlocked.Decrement(ref _waiting);

    private bool TryAddLong(Waiting waiting)
    {
        _long.Enter(waiting.RoomId);
        if (_longLanes[(uint)waiting.RoomId.GetHashCode() % LongLanes].TryAdd(waiting)) return true;
        _long.Leave(waiting.RoomId);
        return false;
    }

    private void Tell(Committed committed)
    {
        if (committed.Rooms.Count == 0) return;
        _known.Put(committed.Rooms);
        _bell.Ring(committed);
    }

    /// <summary>The short lane's work.</summary>
    private async Task ContinueAsync(List<Waiting> batch)
    {
        var left = new List<Waiting>();
        try
        {
            var since = Stopwatch.GetTimestamp();
            if (_clock.Now is { } clock && await RoomContinuing.TryAsync(_continue, _known, clock, batch, left, CancellationToken.None) is { } continued)
            {
                EngineMeters.Committed(since, continued.Entries.Count);
                Tell(continued);
            }
            else
            {
                left = batch;
            }
        }
        catch (Exception failure) when (IsOfTheRecord(failure))
        {
            if (IsBreak(failure) && !IsPassing(failure)) Fail(batch, failure);
            else left = batch; // one draft that the database refuses must not take the others with it: the long lane finds it
        }
        foreach (var waiting in left) TryAddLong(waiting); // the long lanes close after this one
    }

    /// <summary>A long lane's work.</summary>
    private async Task LockAsync(List<Waiting> batch)
    {
        try
        {
            if (await TryCommitAsync(batch) is not { } failure) return;
            // One draft that the database refuses must not take the others with it. When the line broke, nobody knows what became
            // of the commit: then it is not for us to try again.
            var open = batch.FindAll(w => !w.Answer.IsCompleted);
            if (open.Count == 1 || IsBreak(failure)) Fail(open, failure);
            else foreach (var one in open) if (await TryCommitAsync([one]) is { } own) Fail([one], own);
        }
        finally
        {
            foreach (var waiting in batch) _long.Leave(waiting.RoomId);
        }
    }

    private async Task<Exception?> TryCommitAsync(List<Waiting> batch)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var since = Stopwatch.GetTimestamp();
                await using var connection = await _source.OpenConnectionAsync();
                var written = await RoomWriting.CommitAsync(connection, [.. batch.Select(w => w.Draft)], CancellationToken.None);
                _clock.Heard(written.Clock);
                EngineMeters.Committed(since, batch.Count);
                Tell(written.Committed());
                for (var i = 0; i < batch.Count; i++) batch[i].Complete(written.Outcomes[i]);
                return null;
            }
            catch (PostgresException passing) when (IsPassing(passing) && attempt < Tries)
            {
                LogAgain(_logger, passing.SqlState, attempt);
            }
            catch (Exception failure) when (IsOfTheRecord(failure))
            {
                if (!IsBreak(failure)) LogFailure(_logger, failure, batch.Count);
                return failure;
            }
        }
    }

    /// <summary>The outcome may be unknown (the connection broke during the commit): the sender asks again with the same id.</summary>
    private void Fail(List<Waiting> batch, Exception failure)
    {
        if (IsBreak(failure)) LogBroken(_logger, failure.Message, batch.Count);
        foreach (var waiting in batch) waiting.Fail(failure);
    }

    private static bool IsOfTheRecord(Exception failure) => failure is NpgsqlException or InvalidOperationException or FormatException or ArgumentException or TimeoutException;

    private static bool IsPassing(Exception failure) => failure is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    private static bool IsBreak(Exception failure) => failure is NpgsqlException { IsTransient: true } or NpgsqlException and not PostgresException or TimeoutException;

    [LoggerMessage(LogLevel.Information, "Transcript transaction again after {State}, attempt {Attempt}")]
    private static partial void LogAgain(ILogger logger, string state, int attempt);

    [LoggerMessage(LogLevel.Warning, "Transcript transaction of {Count} drafts has no known end: {Reason}")]
    private static partial void LogBroken(ILogger logger, string reason, int count);

    [LoggerMessage(LogLevel.Error, "Transcript transaction of {Count} drafts failed")]
    private static partial void LogFailure(ILogger logger, Exception exception, int count);
}
