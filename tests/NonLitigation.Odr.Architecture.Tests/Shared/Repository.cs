using System.Diagnostics;

namespace NonLitigation.Odr.Architecture.Tests.Shared;

/// <summary>The checked-out sources that these tests read.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    /// <summary>Paths that git tracks (or would track), with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = ListFiles();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "NonLitigation.Odr.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests run outside the repository.");
    }

    private static List<string> ListFiles()
    {
        var start = new ProcessStartInfo("git", "-c core.quotepath=off ls-files --cached --others --exclude-standard")
        { WorkingDirectory = Root, RedirectStandardOutput = true };
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
        var lines = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        if (git.ExitCode != 0) throw new InvalidOperationException("git ls-files failed.");
        return [.. lines.Where(line => File.Exists(Path(line)))];
    }
}
