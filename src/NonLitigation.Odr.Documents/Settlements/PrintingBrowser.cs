using System.Diagnostics;
using System.Text.Json.Nodes;

namespace NonLitigation.Odr.Documents.Settlements;

/// <summary>One headless browser process, its profile in a folder that goes with it.</summary>
internal sealed class PrintingBrowser : IDisposable
{
    private const int WordsKept = 4096;

    private readonly Process _process;
    private readonly DevTools _tools;
    private readonly string _folder;
    private readonly Task _listening;
    private string _words = "";
    private int _disposed, _printed;

    private PrintingBrowser(Process process, string folder)
    {
        _process = process;
        _folder = folder;
        _listening = ListenAsync();
        _tools = new(process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
    }

    /// <summary>Pages at work. Kept by the owner, under its lock, as is <see cref="Retired"/>.</summary>
    public int Users { get; set; }

    /// <summary>Gets no more pages.</summary>
    public bool Retired { get; set; }

    public int Printed => _printed;

    public bool Ended => _tools.Ended.IsCompleted;

    /// <summary>The last line it wrote to its error output.</summary>
    public string LastWords => Volatile.Read(ref _words).Trim().Split('\n')[^1];

    /// <exception cref="InvalidOperationException">When it ends at once; the message holds what it said.</exception>
    public static async Task<PrintingBrowser> StartAsync(string path, bool sandbox, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("odr-print-").FullName;
        // The browser takes its commands from descriptor 3 and answers to 4; a child of ours gets 0, 1 and 2 only.
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
            ArgumentList = { "-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >&2", path },
        };
        start.Environment["HOME"] = folder;
        start.Environment["TMPDIR"] = folder;
        string[] arguments =
        [
            "--headless", "--disable-gpu", "--disable-extensions", "--disable-background-networking", "--disable-dev-shm-usage", "--no-first-run",
            "--host-resolver-rules=MAP * ~NOTFOUND", $"--user-data-dir={folder}/profile", "--remote-debugging-pipe",
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        if (!sandbox) start.ArgumentList.Add("--no-sandbox");
        var process = Process.Start(start) ?? throw new InvalidOperationException("The browser did not start.");
        var browser = new PrintingBrowser(process, folder);
        try
        {
            await browser._tools.AskAsync("Browser.getVersion", [], null, ct);
            return browser;
        }
        catch (IOException fault)
        {
            await browser._listening.WaitAsync(ct);
            browser.Dispose();
            throw new InvalidOperationException($"The browser failed: {browser._words.Trim()}", fault);
        }
        catch
        {
            browser.Dispose();
            throw;
        }
    }

    /// <returns>The PDF: page size and margins are the page's own (<c>@page</c>), tagged, no header or footer of the browser.</returns>
    /// <exception cref="IOException">When the browser ends before it is done.</exception>
    public async Task<byte[]> PrintAsync(string html, CancellationToken ct)
    {
        var file = Path.Combine(_folder, $"{Interlocked.Increment(ref _printed)}.html");
        string? context = null, session = null;
        try
        {
            await File.WriteAllTextAsync(file, html, ct);
            context = (await _tools.AskAsync("Target.createBrowserContext", [], null, ct)).GetProperty("browserContextId").GetString()!;
            var page = await _tools.AskAsync("Target.createTarget", new() { ["url"] = "about:blank", ["browserContextId"] = context }, null, ct);
            var target = page.GetProperty("targetId").GetString();
            session = (await _tools.AskAsync("Target.attachToTarget", new() { ["targetId"] = target, ["flatten"] = true }, null, ct)).GetProperty("sessionId").GetString()!;
            _tools.Hear(session);
            await _tools.AskAsync("Page.enable", [], session, ct);
            await _tools.AskAsync("Page.setLifecycleEventsEnabled", new() { ["enabled"] = true }, session, ct);
            var navigated = await _tools.AskAsync("Page.navigate", new() { ["url"] = new Uri(file).AbsoluteUri }, session, ct);
            if (navigated.TryGetProperty("errorText", out var wrong)) throw new InvalidOperationException($"The browser did not open the page: {wrong.GetString()}");
            var loader = navigated.GetProperty("loaderId").GetString();
            await _tools.UntilAsync(session, "Page.lifecycleEvent", e => e.GetProperty("name").GetString() == "load" && e.GetProperty("loaderId").GetString() == loader, ct);
            var options = new JsonObject { ["printBackground"] = true, ["preferCSSPageSize"] = true, ["generateTaggedPDF"] = true };
            var pdf = (await _tools.AskAsync("Page.printToPDF", options, session, ct)).GetProperty("data").GetBytesFromBase64();
            await _tools.AskAsync("Target.disposeBrowserContext", new() { ["browserContextId"] = context }, null, ct);
            return pdf;
        }
        finally
        {
            if (session is not null) _tools.Forget(session);
            try
            {
                File.Delete(file);
            }
            catch (DirectoryNotFoundException)
            {
                // Gone with the browser.
            }
        }
    }

    /// <summary>Ends the process tree. Children may still be leaving; what of the folder cannot be removed then stays in the system's temporary folder.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        try
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }
        catch (InvalidOperationException)
        {
            // It had ended by itself.
        }
        _process.Dispose();
        _tools.Dispose();
        for (var tries = 0; tries < 5; tries++)
        {
            try
            {
                Directory.Delete(_folder, recursive: true);
                return;
            }
            catch (IOException)
            {
                Thread.Sleep(50);
            }
        }
    }

    /// <summary>Reads all it says, so that it never waits for a reader, and keeps the end.</summary>
    private async Task ListenAsync()
    {
        var chunk = new char[1024];
        try
        {
            for (int read; (read = await _process.StandardError.ReadAsync(chunk)) > 0;)
            {
                var all = _words + new string(chunk, 0, read);
                Volatile.Write(ref _words, all.Length > WordsKept ? all[^WordsKept..] : all);
            }
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            // Disposed while it spoke.
        }
    }
}
