using System.Diagnostics;

namespace NonLitigation.Odr.Documents.Settlements;

/// <param name="Path">Of the browser.</param>
/// <param name="Timeout">For one document; then the whole process tree is ended.</param>
/// <param name="AtOnce">How many browsers may print at the same time.</param>
public sealed record ChromiumOptions(string Path, TimeSpan Timeout, int AtOnce)
{
    /// <summary>The browser's own sandbox. It refuses to run as root; where the system has none (most containers), printing goes on without.</summary>
    public bool Sandbox { get; init; } = !Environment.IsPrivilegedProcess;

    public static ChromiumOptions Default { get; } = new("/usr/bin/chromium", TimeSpan.FromSeconds(60), 2);
}

/// <summary>Prints a self-contained HTML page to PDF with a headless browser of its own, without network.</summary>
public sealed class Chromium(ChromiumOptions options) : IDisposable
{
    private static readonly string[] NoSandboxHere = ["No usable sandbox", "Failed to move to new namespace"];

    private readonly SemaphoreSlim _places = new(options.AtOnce);
    private bool _sandbox = options.Sandbox;

    /// <exception cref="InvalidOperationException">When the browser is missing or fails; the message holds its last words.</exception>
    /// <exception cref="TimeoutException">When it takes too long.</exception>
    public async Task<byte[]> PrintAsync(string html, CancellationToken ct)
    {
        if (!File.Exists(options.Path)) throw new InvalidOperationException($"No browser at {options.Path}; on Debian: apt-get install chromium.");
        await _places.WaitAsync(ct);
        var folder = Directory.CreateTempSubdirectory("odr-print-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "page.html"), html, ct);
            var sandbox = _sandbox;
            var (printed, words) = await RunAsync(folder, sandbox, ct);
            if (!printed && sandbox && NoSandboxHere.Any(words.Contains))
            {
                // What is printed is our own page, without script, and the browser reaches no network.
                _sandbox = false;
                (printed, words) = await RunAsync(folder, false, ct);
            }
            if (!printed) throw new InvalidOperationException($"The browser failed: {words.Trim().Split('\n')[^1]}");
            return await File.ReadAllBytesAsync(Path.Combine(folder, "page.pdf"), ct);
        }
        finally
        {
            _places.Release();
            Remove(folder);
        }
    }

    public void Dispose() => _places.Dispose();

    /// <returns>Whether it printed, and what it said.</returns>
    private async Task<(bool Printed, string Words)> RunAsync(string folder, bool sandbox, CancellationToken ct)
    {
        var start = new ProcessStartInfo(options.Path) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = folder };
        start.Environment["HOME"] = folder;
        start.Environment["TMPDIR"] = folder;
        string[] arguments =
        [
            "--headless", "--disable-gpu", "--disable-extensions", "--disable-background-networking", "--disable-dev-shm-usage", "--no-first-run",
            "--host-resolver-rules=MAP * ~NOTFOUND", $"--user-data-dir={folder}/profile", "--no-pdf-header-footer", "--print-to-pdf=page.pdf",
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        if (!sandbox) start.ArgumentList.Add("--no-sandbox");
        start.ArgumentList.Add(new Uri(Path.Combine(folder, "page.html")).AbsoluteUri);

        using var browser = Process.Start(start) ?? throw new InvalidOperationException("The browser did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.Timeout);
        try
        {
            var words = browser.StandardError.ReadToEndAsync(limit.Token);
            var silence = browser.StandardOutput.ReadToEndAsync(limit.Token);
            await browser.WaitForExitAsync(limit.Token);
            await silence;
            return (browser.ExitCode == 0 && File.Exists(Path.Combine(folder, "page.pdf")), await words);
        }
        catch (OperationCanceledException)
        {
            browser.Kill(entireProcessTree: true);
            await browser.WaitForExitAsync(CancellationToken.None);
            ct.ThrowIfCancellationRequested();
            throw new TimeoutException($"Printing took longer than {options.Timeout}.");
        }
    }

    /// <summary>Children of the browser may still be leaving; what cannot be removed now stays in the system's temporary folder.</summary>
    private static void Remove(string folder)
    {
        for (var tries = 0; tries < 5; tries++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException)
            {
                Thread.Sleep(100);
            }
        }
    }
}
