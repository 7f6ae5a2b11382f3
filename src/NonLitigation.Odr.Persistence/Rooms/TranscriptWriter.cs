using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Shared;
using Npgsql;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>
/// Group commit: whatever has gathered while one transaction was under way goes into the next. A room always falls to the
/// same lane, so that this node never waits for itself.
/// </summary>
public sealed partial class TranscriptWriter : ITranscript, IAsyncDisposable
{
    private const int Lanes = 2, Depth = 2_048, LargestBatch = 256, Tries = 4;

    private readonly NpgsqlDataSource _source;
    private readonly IBell _bell;
    private readonly AfterCommit _afterCommit;
    private readonly ILogger<TranscriptWriter> _logger;
    private readonly Channel<Waiting>[] _lanes = [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateBounded<Waiting>(new BoundedChannelOptions(Depth) { SingleReader = true }))];
    private readonly Task _running;

    public TranscriptWriter(NpgsqlDataSource source, IBell bell, AfterCommit afterCommit, ILogger<TranscriptWriter> logger)
    {
        (_source, _bell, _afterCommit, _logger) = (source, bell, afterCommit, logger);
        _running = Task.WhenAll(_lanes.Select(lane => Task.Run(() => RunAsync(lane.Reader))));
    }

    public Task<AppendedEntry> AppendAsync(EntryDraft draft, CancellationToken cancellation)
    {
        var waiting = new Waiting(draft, BodyOf(draft), new(TaskCreationOptions.RunContinuationsAsynchronously));
        var lane = _lanes[(uint)draft.RoomId.GetHashCode() % Lanes];
        // A full lane is told honestly, at once; the sender keeps what he wrote and sends it again.
        RoomsRules.Busy.When(!lane.Writer.TryWrite(waiting));
        return waiting.Answer.Task.WaitAsync(cancellation);
    }

    public async Task<T> WithinAsync<T>(OdrDb db, Func<ITranscriptScope, Task<T>> work, CancellationToken cancellation)
    {
        var scope = new Scope(db);
        if (db.Database.CurrentTransaction is { } outer)
        {
            var joined = await work(scope);
            await db.SaveChangesAsync(cancellation);
            _afterCommit.Ring(db, outer.TransactionId, scope.Entries, _bell);
            return joined;
        }
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var result = await work(scope);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        if (scope.Entries.Count > 0) _bell.Ring(scope.Entries);
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var lane in _lanes) lane.Writer.TryComplete();
        await _running;
    }

    private static byte[]? BodyOf(EntryDraft draft) => draft.Act switch
    {
        Speak speak => CanonicalJson.Serialize(speak.Body),
        Note note => CanonicalJson.Serialize(note.Body),
        _ => null,
    };

    private async Task RunAsync(ChannelReader<Waiting> lane)
    {
        var batch = new List<Waiting>(LargestBatch);
        while (await lane.WaitToReadAsync())
        {
            batch.Clear();
            EngineMeters.Queue.Record(lane.Count);
            while (batch.Count < LargestBatch && lane.TryRead(out var next)) batch.Add(next);
            if (await TryCommitAsync(batch) is not { } failure) continue;
            // One draft that the database refuses must not take the others with it. When the line broke, nobody knows what became
            // of the commit: then it is not for us to try again.
            if (batch.Count == 1 || failure is NpgsqlException { IsTransient: true } or NpgsqlException and not PostgresException) Fail(batch, failure);
            else foreach (var one in batch) if (await TryCommitAsync([one]) is { } own) Fail([one], own);
        }
    }

    private async Task<Exception?> TryCommitAsync(List<Waiting> batch)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var since = Stopwatch.GetTimestamp();
                var written = await CommitAsync(batch);
                EngineMeters.Committed(since, written.Entries.Count);
                for (var i = 0; i < batch.Count; i++) batch[i].Complete(written.Outcomes[i]);
                if (written.Entries.Count > 0) _bell.Ring(written.Entries);
                if (written.Lobbies.Count > 0) _bell.RingLobby(written.Lobbies);
                return null;
            }
            catch (PostgresException passing) when (passing.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure && attempt < Tries)
            {
                LogAgain(_logger, passing.SqlState, attempt);
            }
            catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException or FormatException or ArgumentException or TimeoutException)
            {
                if (failure is NpgsqlException { IsTransient: true }) LogBroken(_logger, failure.Message, batch.Count);
                else LogFailure(_logger, failure, batch.Count);
                return failure;
            }
        }
    }

    private async Task<Written> CommitAsync(List<Waiting> batch)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var written = await RoomWriting.WriteAsync(connection, transaction, [.. batch.Select(w => (w.Draft, w.Body))], CancellationToken.None);
        await transaction.CommitAsync();
        return written;
    }

    /// <summary>The outcome may be unknown (the connection broke during the commit): the sender asks again with the same id.</summary>
    private static void Fail(List<Waiting> batch, Exception failure)
    {
        foreach (var waiting in batch) waiting.Answer.TrySetException(failure);
    }

    private sealed record Waiting(EntryDraft Draft, byte[]? Body, TaskCompletionSource<AppendedEntry> Answer)
    {
        public void Complete(Outcome outcome)
        {
            if (outcome.Refusal is { } refusal) Answer.TrySetException(refusal);
            else Answer.TrySetResult(outcome.Entry!);
        }
    }

    private sealed class Scope(OdrDb db) : ITranscriptScope
    {
        public List<RoomEntryRow> Entries { get; } = [];

        public async Task<AppendedEntry> AppendAsync(EntryDraft draft, CancellationToken cancellation)
        {
            // Rows that the entry speaks of (the room itself, a new member) must be there first.
            await db.SaveChangesAsync(cancellation);
            var transaction = (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
            var written = await RoomWriting.WriteAsync(transaction.Connection!, transaction, [(draft, BodyOf(draft))], cancellation);
            Entries.AddRange(written.Entries);
            return written.Outcomes[0].Refusal is { } refusal ? throw refusal : written.Outcomes[0].Entry!;
        }
    }

    [LoggerMessage(LogLevel.Information, "Transcript transaction again after {State}, attempt {Attempt}")]
    private static partial void LogAgain(ILogger logger, string state, int attempt);

    [LoggerMessage(LogLevel.Warning, "Transcript transaction of {Count} drafts has no known end: {Reason}")]
    private static partial void LogBroken(ILogger logger, string reason, int count);

    [LoggerMessage(LogLevel.Error, "Transcript transaction of {Count} drafts failed")]
    private static partial void LogFailure(ILogger logger, Exception exception, int count);
}
