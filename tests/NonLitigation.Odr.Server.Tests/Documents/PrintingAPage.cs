using System.Diagnostics;
using NonLitigation.Odr.Documents.Settlements;

namespace NonLitigation.Odr.Server.Tests.Documents;

/// <summary>The browser that prints: one for many pages, replaced when it is gone, old or stuck, and ended when there is nothing to do.</summary>
public sealed class PrintingAPage : IDisposable
{
    private readonly DirectoryInfo _folder = new(OutsideTool.NewFolder());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Starts => Path.Combine(_folder.FullName, "starts");

    /// <summary>The process of each browser that was started, in order.</summary>
    private int[] Processes => File.Exists(Starts) ? [.. File.ReadAllLines(Starts).Select(int.Parse)] : [];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task One_browser_prints_many_also_at_once_and_no_page_sees_another()
    {
        using var browser = Browser();
        const string look = "<script>if (localStorage.a) document.body.textContent = localStorage.a</script>";
        Assert.Contains("left", Text(await browser.PrintAsync($"<body><script>localStorage.a = 'left'</script>{look}", Ct)), StringComparison.Ordinal);
        var pages = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => browser.PrintAsync($"<body>page number {i}{look}", Ct)));
        for (var i = 0; i < pages.Length; i++) Assert.Contains($"page number {i}", Text(pages[i]), StringComparison.Ordinal);
        Assert.Single(Processes);
    }

    [Fact]
    public async Task One_that_was_ended_is_replaced_and_the_page_printed_and_the_last_ends_with_its_owner()
    {
        var browser = Browser();
        await browser.PrintAsync("<p>before", Ct);
        using (var process = Process.GetProcessById(Processes[0]))
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(Ct);
        }
        Assert.Contains("after", Text(await browser.PrintAsync("<p>after", Ct)), StringComparison.Ordinal);
        Assert.Equal(2, Processes.Length);
        browser.Dispose();
        await EndAsync(Processes[1]);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => browser.PrintAsync("<p>x", Ct));
    }

    [Fact]
    public async Task After_its_share_of_pages_a_fresh_one_comes_and_without_work_it_goes()
    {
        using var browser = Browser(o => o with { Documents = 2, Idle = TimeSpan.FromMilliseconds(50) });
        for (var i = 0; i < 3; i++) await browser.PrintAsync("<p>x", Ct);
        await EndAsync(Processes[0]);
        await EndAsync(Processes[^1]);
    }

    [Fact]
    public async Task A_page_that_never_ends_takes_only_its_own_browser_along()
    {
        using var browser = Browser(o => o with { Timeout = TimeSpan.FromSeconds(15) });
        await browser.PrintAsync("<p>warm", Ct);
        using var given = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var stuck = browser.PrintAsync("<script>for (;;);</script>", given.Token);
        given.CancelAfter(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stuck);
        await EndAsync(Processes[0]);
        Assert.Contains("next", Text(await browser.PrintAsync("<p>next", Ct)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prints_without_the_sandbox_where_the_system_has_none()
    {
        using var browser = Browser(o => o with { Sandbox = true },
            "case \"$*\" in *--no-sandbox*) ;; *) echo 'FATAL: No usable sandbox! If this is …' >&2; exit 1 ;; esac");
        Assert.Contains("paper", Text(await browser.PrintAsync("<p>paper", Ct)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_fails_is_quoted()
    {
        using var browser = Browser(first: "echo 'out of paper' >&2; exit 1");
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => browser.PrintAsync("<p>", Ct));
        Assert.Contains("out of paper", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_a_browser_that_takes_too_long()
    {
        using var browser = Browser(o => o with { Timeout = TimeSpan.FromMilliseconds(300) }, "echo $$ >>\"$0.slow\"; exec sleep 60");
        await Assert.ThrowsAsync<TimeoutException>(() => browser.PrintAsync("<p>", Ct));
        Assert.False(Directory.Exists($"/proc/{File.ReadAllText(Path.Combine(_folder.FullName, "browser.slow")).Trim()}"));
    }

    /// <summary>The real browser, behind a script that notes its starts.</summary>
    private Chromium Browser(Func<ChromiumOptions, ChromiumOptions>? change = null, string first = "")
    {
        var path = Path.Combine(_folder.FullName, "browser");
        File.WriteAllText(path, $"#!/bin/sh\n{first}\necho $$ >>'{Starts}'\nexec {ChromiumOptions.Default.Path} \"$@\"\n");
        Assert.Equal(0, OutsideTool.Run("chmod", "700", path).Code);
        var options = ChromiumOptions.Default with { Path = path };
        return new(change?.Invoke(options) ?? options);
    }

    private string Text(byte[] pdf)
    {
        var file = Path.Combine(_folder.FullName, $"{Guid.NewGuid()}.pdf");
        File.WriteAllBytes(file, pdf);
        var (code, text) = OutsideTool.Run("pdftotext", file, "-");
        Assert.Equal(0, code);
        return text;
    }

    private static async Task EndAsync(int process)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (Directory.Exists($"/proc/{process}")) await Task.Delay(20, limit.Token);
    }
}
