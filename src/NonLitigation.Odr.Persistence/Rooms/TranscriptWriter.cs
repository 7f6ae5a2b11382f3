using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Shared;
using Npgsql;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>
/// Group commit: whatever has gathered while one commit was under way goes into the next. A room always falls to the
/// same lane, so that this node never waits for itself.
/// </summary>
public sealed partial class TranscriptWriter : ITranscript, IAsyncDisposable
{
    private const int Lanes = 2, Depth = 2_048, LargestBatch = 256, Tries = 4;

    private readonly NpgsqlDataSource _source;
    private readonly KnownRooms _known;
    private readonly IBell _bell;
    private readonly AfterCommit _afterCommit;
    private readonly RecordClock _clock = new();
    private readonly ILogger<TranscriptWriter> _logger;
    private readonly Channel<Waiting>[] _lanes = [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateBounded<Waiting>(new BoundedChannelOptions(Depth) { SingleReader = true }))];
    private readonly Task _running;

    public TranscriptWriter(NpgsqlDataSource source, KnownRooms known, IBell bell, AfterCommit afterCommit, ILogger<TranscriptWriter> logger)
    {
        (_source, _known, _bell, _afterCommit, _logger) = (source, known, bell, afterCommit, logger);
        _running = Task.WhenAll(_lanes.Select(lane => Task.Run(() => RunAsync(lane.Reader))));
    }

    public Task<AppendedEntry> AppendAsync(EntryDraft draft, CancellationToken cancellation)
    {
        var waiting = new Waiting(Draft.Of(draft));
        var lane = _lanes[(uint)draft.RoomId.GetHashCode() % Lanes];
        // A full lane is told honestly, at once; the sender keeps what he wrote and sends it again.
        RoomsRules.Busy.When(!lane.Writer.TryWrite(waiting));
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
        foreach (var lane in _lanes) lane.Writer.TryComplete();
        await _running;
    }

    private void Tell(Committed committed)
    {
        if (committed.Rooms.Count == 0) return;
        _known.Put(committed.Rooms);
        _bell.Ring(committed);
    }

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
            var open = batch.FindAll(w => !w.Answer.IsCompleted);
            if (open.Count == 1 || failure is NpgsqlException { IsTransient: true } or NpgsqlException and not PostgresException) Fail(open, failure);
            else foreach (var one in open) if (await TryCommitAsync([one]) is { } own) Fail([one], own);
        }
    }

    private async Task<Exception?> TryCommitAsync(List<Waiting> batch)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var since = Stopwatch.GetTimestamp();
                var left = new List<Waiting>();
                var quick = _clock.Now is { } clock ? await RoomContinuing.TryAsync(_source, _known, clock, batch, left, CancellationToken.None) : null;
                if (quick is not null) Tell(quick);
                else left = batch;
                if (left.Count > 0) await CommitAsync(left);
                EngineMeters.Committed(since, batch.Count);
                return null;
            }
            catch (PostgresException passing) when (passing.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure && attempt < Tries)
            {
                LogAgain(_logger, passing.SqlState, attempt);
                batch = batch.FindAll(w => !w.Answer.IsCompleted);
            }
            catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException or FormatException or ArgumentException or TimeoutException)
            {
                if (failure is NpgsqlException { IsTransient: true }) LogBroken(_logger, failure.Message, batch.Count);
                else LogFailure(_logger, failure, batch.Count);
                return failure;
            }
        }
    }

    private async Task CommitAsync(List<Waiting> batch)
    {
        await using var connection = await _source.OpenConnectionAsync();
        var written = await RoomWriting.CommitAsync(connection, [.. batch.Select(w => w.Draft)], CancellationToken.None);
        _clock.Heard(written.Clock);
        for (var i = 0; i < batch.Count; i++) batch[i].Complete(written.Outcomes[i]);
        Tell(written.Committed());
    }

    /// <summary>The outcome may be unknown (the connection broke during the commit): the sender asks again with the same id.</summary>
    private static void Fail(List<Waiting> batch, Exception failure)
    {
        foreach (var waiting in batch) waiting.Fail(failure);
    }

    [LoggerMessage(LogLevel.Information, "Transcript transaction again after {State}, attempt {Attempt}")]
    private static partial void LogAgain(ILogger logger, string state, int attempt);

    [LoggerMessage(LogLevel.Warning, "Transcript transaction of {Count} drafts has no known end: {Reason}")]
    private static partial void LogBroken(ILogger logger, string reason, int count);

    [LoggerMessage(LogLevel.Error, "Transcript transaction of {Count} drafts failed")]
    private static partial void LogFailure(ILogger logger, Exception exception, int count);
}

/// <summary>A draft in its lane, and whoever waits for its answer.</summary>
internal sealed class Waiting(Draft draft)
{
    private readonly TaskCompletionSource<AppendedEntry> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Draft Draft => draft;
    public Task<AppendedEntry> Answer => _answer.Task;

    public void Complete(Outcome outcome)
    {
        if (outcome.Refusal is { } refusal) _answer.TrySetException(refusal);
        else _answer.TrySetResult(outcome.Entry!);
    }

    public void Fail(Exception failure) => _answer.TrySetException(failure);
}
