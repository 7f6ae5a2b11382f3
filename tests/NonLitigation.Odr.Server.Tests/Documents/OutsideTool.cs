using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NonLitigation.Odr.Server.Tests.Documents;

/// <summary>Another opinion than ours: poppler, qpdf, openssl from Debian. A missing tool fails the test.</summary>
internal static class OutsideTool
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("odr-test-").FullName;

    static OutsideTool() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);

    /// <summary>A new folder that is gone when the tests end.</summary>
    internal static string NewFolder() => Directory.CreateDirectory(Path.Combine(Folder, Guid.NewGuid().ToString("N"))).FullName;

    /// <summary>For programs and for native libraries of this process, which do not see what .NET alone keeps.</summary>
    internal static void SetEnvironment(string name, string value)
    {
        Environment.SetEnvironmentVariable(name, value);
        _ = SetNative(name, value, 1);
    }

    [DllImport("libc", EntryPoint = "setenv", CharSet = CharSet.Ansi)]
    private static extern int SetNative(string name, string value, int overwrite);

    internal static (int Code, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    internal static string FileWith(ReadOnlySpan<byte> bytes, string extension)
    {
        var path = Path.Combine(Folder, $"{Guid.NewGuid():N}{extension}");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>The text of a PDF without white space: line breaks on paper are not in the source.</summary>
    internal static string TextOf(byte[] pdf) => Squeeze(Run("pdftotext", FileWith(pdf, ".pdf"), "-").Output);

    internal static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '\u200b'));
}
