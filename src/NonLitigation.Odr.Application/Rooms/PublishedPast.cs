using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Documents.Rooms;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Rooms;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>What was published, from places that a restore of the database does not reach: this node's own file, and the witness.</summary>
public sealed partial class PublishedPast(CheckpointsOptions options, Lazy<KeyStore> keys, ILogger<PublishedPast> logger)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>The last checkpoint of each place that has one. A witness that does not answer is no reason to stand still: it is logged.</summary>
    /// <exception cref="FormatException">A place holds something that no trusted key signed.</exception>
    public async Task<IReadOnlyList<(string Place, Checkpoint Last)>> ReadAsync(CancellationToken cancellation)
    {
        var last = new List<(string, Checkpoint)>();
        void Add(string place, string? note)
        {
            if (note is null) return;
            last.Add((place, keys.Value.Trust.ReadCheckpoint(note) is { Origin: PlatformLog.Origin } checkpoint ? checkpoint : throw new FormatException($"{place}: the last line is no checkpoint that a trusted key signed.")));
        }

        if (options.Directory is { } own) Add(own, new CheckpointFile(own).Last());
        if (options.Witness is not { } witness) return last;
        if (!Uri.TryCreate(witness, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) Add(witness, new CheckpointFile(witness).Last());
        else
        {
            try
            {
                Add(witness, await Http.GetStringAsync(address, cancellation));
            }
            catch (Exception fault) when (fault is HttpRequestException || (fault is TaskCanceledException && !cancellation.IsCancellationRequested))
            {
                LogSilent(logger, fault, witness);
            }
        }
        return last;
    }

    [LoggerMessage(LogLevel.Warning, "The witness {Witness} of published checkpoints does not answer; the record was not compared with it")]
    private static partial void LogSilent(ILogger logger, Exception fault, string witness);
}
