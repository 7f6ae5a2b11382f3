namespace NonLitigation.Odr.Documents.Settlements;

/// <param name="Path">Of the browser.</param>
/// <param name="Timeout">For one document, the browser's start included; then the whole process tree is ended.</param>
/// <param name="AtOnce">How many documents may be printed at the same time.</param>
public sealed record ChromiumOptions(string Path, TimeSpan Timeout, int AtOnce)
{
    /// <summary>The browser's own sandbox. It refuses to run as root; where the system has none (most containers), printing goes on without.</summary>
    public bool Sandbox { get; init; } = !Environment.IsPrivilegedProcess;

    /// <summary>A browser without work for this long is ended; the next document starts another.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>So many documents by one browser, then a fresh one.</summary>
    public int Documents { get; init; } = 200;

    public static ChromiumOptions Default { get; } = new("/usr/bin/chromium", TimeSpan.FromSeconds(60), 2);
}

/// <summary>
/// Prints self-contained HTML pages to PDF with a headless browser, without network. To start a browser costs far more than a page: one
/// stays for those that follow. Each page has a context of its own, which nothing outlives.
/// </summary>
public sealed class Chromium(ChromiumOptions options) : IDisposable
{
    private static readonly string[] NoSandboxHere = ["No usable sandbox", "Failed to move to new namespace"];

    private readonly SemaphoreSlim _places = new(options.AtOnce), _starting = new(1);
    private readonly Lock _lock = new();
    private bool _sandbox = options.Sandbox, _disposed;
    private PrintingBrowser? _browser;
    private int _working;
    private Timer? _idle;

    /// <exception cref="InvalidOperationException">When the browser is missing or fails; the message holds its last words.</exception>
    /// <exception cref="TimeoutException">When it takes too long.</exception>
    public async Task<byte[]> PrintAsync(string html, CancellationToken ct)
    {
        if (!File.Exists(options.Path)) throw new InvalidOperationException($"No browser at {options.Path}; on Debian: apt-get install chromium.");
        await _places.WaitAsync(ct);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.Timeout);
        try
        {
            for (var tries = 1; ; tries++)
            {
                var browser = await TakeAsync(limit.Token);
                try
                {
                    return await browser.PrintAsync(html, limit.Token);
                }
                catch (IOException) when (tries == 1)
                {
                    // It ended between two pages, or this page was its end: a fresh one shows which.
                    Drop(browser);
                }
                catch (Exception fault)
                {
                    // What it is in is not known: the next page gets a fresh one.
                    Drop(browser);
                    if (fault is IOException) throw new InvalidOperationException($"The browser failed: {browser.LastWords}", fault);
                    throw;
                }
                finally
                {
                    GiveBack(browser);
                }
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"Printing took longer than {options.Timeout}.");
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose()
    {
        PrintingBrowser? browser;
        lock (_lock)
        {
            _disposed = true;
            browser = _browser;
            _browser = null;
            _idle?.Dispose();
        }
        browser?.Dispose();
    }

    /// <summary>The running browser, or a new one; to be given back.</summary>
    private async Task<PrintingBrowser> TakeAsync(CancellationToken ct)
    {
        await _starting.WaitAsync(ct);
        try
        {
            lock (_lock)
            {
                ObjectDisposedException.ThrowIf(_disposed, this);
                if (_browser is { Ended: false } running && running.Printed < options.Documents)
                {
                    _working++;
                    running.Users++;
                    return running;
                }
                Retire();
            }
            var fresh = await StartAsync(ct);
            lock (_lock)
            {
                if (_disposed)
                {
                    fresh.Dispose();
                    ObjectDisposedException.ThrowIf(true, this);
                }
                _browser = fresh;
                _working++;
                fresh.Users++;
                return fresh;
            }
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task<PrintingBrowser> StartAsync(CancellationToken ct)
    {
        try
        {
            return await PrintingBrowser.StartAsync(options.Path, _sandbox, ct);
        }
        catch (InvalidOperationException fault) when (_sandbox && NoSandboxHere.Any(fault.Message.Contains))
        {
            // What is printed is our own page, without script, and the browser reaches no network.
            _sandbox = false;
            return await PrintingBrowser.StartAsync(options.Path, false, ct);
        }
    }

    private void GiveBack(PrintingBrowser browser)
    {
        lock (_lock)
        {
            browser.Users--;
            if (browser.Retired && browser.Users == 0) browser.Dispose();
            if (--_working == 0 && !_disposed)
            {
                _idle ??= new(_ => EndIfIdle());
                _idle.Change(options.Idle, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void EndIfIdle()
    {
        lock (_lock)
        {
            if (_working == 0) Retire();
        }
    }

    private void Drop(PrintingBrowser browser)
    {
        lock (_lock)
        {
            if (_browser == browser) _browser = null;
            browser.Dispose();
        }
    }

    /// <summary>No new page for the present browser; it ends with the last of those it has.</summary>
    private void Retire()
    {
        if (_browser is not { } old) return;
        _browser = null;
        old.Retired = true;
        if (old.Users == 0) old.Dispose();
    }
}
