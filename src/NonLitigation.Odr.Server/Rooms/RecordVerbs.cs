using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Persistence.Shared;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>What those who run the service may do with the record, from the command line alone; each returns the exit code.</summary>
public static class RecordVerbs
{
    /// <returns>0 when everything fits, 1 when something does not, which is printed.</returns>
    /// <exception cref="RecordRolledBackException">The record is whole in itself but lacks what was published.</exception>
    public static async Task<int> CheckAsync(WebApplication app)
    {
        var report = await app.Services.GetRequiredService<CheckRecord>().Handle(CancellationToken.None);
        foreach (var fault in report.Faults) await Console.Error.WriteLineAsync(fault);
        await Console.Out.WriteLineAsync($"{report.Entries} entries ({report.Erased} erased), {report.RoomCheckpoints} checkpoints of rooms, {report.LogCheckpoints} of the log: {report.Faults.Count} faults");
        if (report.Faults.Count > 0) return 1;
        var lost = await app.Services.GetRequiredService<CompareWithPublished>().FindAsync(rooms: true, CancellationToken.None);
        return lost.IsWhole ? 0 : throw new RecordRolledBackException(lost);
    }

    /// <returns>0 when it was acknowledged, 1 when there was nothing to.</returns>
    public static async Task<int> AcknowledgeAsync(WebApplication app, string[] args)
    {
        if (Option(args, "--reason") is not { } reason) return await MisusedAsync("acknowledge-rollback --reason TEXT");
        var lost = await app.Services.GetRequiredService<AcknowledgeRollback>().Handle(reason, CancellationToken.None);
        await Console.Out.WriteLineAsync(lost.IsWhole ? "The record lacks nothing that was published: nothing to acknowledge." : $"Acknowledged: {lost}");
        return lost.IsWhole ? 1 : 0;
    }

    public static async Task<int> EraseAsync(WebApplication app, string[] args)
    {
        if (!Guid.TryParse(Option(args, "--room"), out var room) || !long.TryParse(Option(args, "--sequence"), out var sequence) || Option(args, "--reason") is not { } reason)
            return await MisusedAsync("erase --room ID --sequence N --reason TEXT");
        var options = new DbContextOptionsBuilder<OdrDb>();
        options.UseOdr(OdrDatabase.OwnerConnection(app.Configuration));
        await using var db = new OdrDb(options.Options);
        await EraseBody.HandleAsync(db, room, sequence, reason, TimeProvider.System.GetUtcNow(), CancellationToken.None);
        await Console.Out.WriteLineAsync($"Erased the text of entry {sequence} of room {room}. Backups made before still have it.");
        return 0;
    }

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length && !string.IsNullOrWhiteSpace(args[at + 1]) ? args[at + 1] : null;

    private static async Task<int> MisusedAsync(string usage)
    {
        await Console.Error.WriteLineAsync($"Usage: odr-server {usage}");
        return 2;
    }
}
