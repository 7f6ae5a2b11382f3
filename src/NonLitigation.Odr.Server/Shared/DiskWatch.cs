using Microsoft.Extensions.Options;
using NonLitigation.Odr.Application.Shared;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>Watermarks of the disks (<c>Odr:Disk</c>), as free parts of the whole.</summary>
public sealed class DiskOptions
{
    /// <summary>A folder on the database's disk, when this machine can see it; else the database's own monitoring has to watch it.</summary>
    public string? Record { get; set; }

    /// <summary>Below this much free on either disk no file is taken any more; well above the next one.</summary>
    public double UploadsNeed { get; set; } = 0.15;

    /// <summary>Below this much free on the database's disk nothing is said any more: PostgreSQL ends when its log finds no room.</summary>
    public double TextNeeds { get; set; } = 0.05;

    public TimeSpan Look { get; set; } = TimeSpan.FromSeconds(5);
}

/// <summary>How full a disk is.</summary>
public class DiskRoom
{
    /// <returns>Free for this process, from 0 to 1.</returns>
    public virtual double FreeOf(string folder)
    {
        var disk = new DriveInfo(Path.GetFullPath(folder));
        return disk.TotalSize == 0 ? 1 : (double)disk.AvailableFreeSpace / disk.TotalSize;
    }
}

/// <summary>Looks at the disks every few seconds. Failure-mode row R14.</summary>
public sealed partial class DiskWatch(DiskRoom room, DiskState state, IOptions<DiskOptions> options, IConfiguration configuration, ILogger<DiskWatch> logger) : BackgroundService
{
    /// <summary>What a page may want to tell its reader; empty when there is room.</summary>
    public IReadOnlyList<string> Notices => [.. state.UploadsStopped ? ["uploads-stopped"] : Array.Empty<string>(), .. state.TextStopped ? ["text-stopped"] : Array.Empty<string>()];

    public void Look()
    {
        double files = FreeOf(configuration["Odr:Files:Directory"]), record = FreeOf(options.Value.Record);
        var (uploads, text) = (Math.Min(files, record) < options.Value.UploadsNeed, record < options.Value.TextNeeds);
        if (uploads != state.UploadsStopped || text != state.TextStopped) LogMoved(logger, files, record, uploads, text);
        (state.UploadsStopped, state.TextStopped) = (uploads, text);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Look);
        do Look();
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>A disk that cannot be seen is not this service's to judge.</summary>
    private double FreeOf(string? folder) => folder is { Length: > 0 } && Directory.Exists(folder) ? room.FreeOf(folder) : 1;

    [LoggerMessage(LogLevel.Warning, "Disks: files {Files:P0} free, record {Record:P0} free; uploads stopped: {Uploads}, text stopped: {Text}")]
    private static partial void LogMoved(ILogger logger, double files, double record, bool uploads, bool text);
}
