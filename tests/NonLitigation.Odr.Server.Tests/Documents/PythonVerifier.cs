using System.Runtime.CompilerServices;
using NonLitigation.Odr.Documents.Shared;

namespace NonLitigation.Odr.Server.Tests.Documents;

/// <summary>The verifier in <c>tests/verifier-py</c>, which shares nothing with ours but the document it was written from.</summary>
internal static class PythonVerifier
{
    private static readonly string Program = Path.GetFullPath(Path.Combine(Here(), "../../verifier-py/verify.py"));

    internal static string Docs { get; } = Path.GetFullPath(Path.Combine(Here(), "../../../docs"));

    /// <summary>One process for a whole folder; what it says of each file, in the order of their names.</summary>
    internal static IReadOnlyList<string> Verdicts(string folder, Trust trust)
    {
        var (code, output) = Run("--trust", OutsideTool.FileWith(trust.ToJson(), ".json"), folder);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return code is 0 or 1 or 2 ? lines : throw new InvalidOperationException(output);
    }

    internal static (int Code, string Output) Run(params string[] arguments) => OutsideTool.Run("python3", ["-B", Program, .. arguments]);

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
