using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Verifier;

/// <summary>Compares genuine files with each other: the same tree of the same size has one root, whoever got the file.</summary>
internal sealed class Histories
{
    private readonly Dictionary<(string Origin, long Size), (string Path, Digest Root)> _seen = [];

    /// <returns>An earlier file that tells another history; null when none does.</returns>
    internal string? Add(string path, Verdict verdict)
    {
        string? other = null;
        foreach (var (tree, root) in verdict.Trees)
        {
            if (!_seen.TryAdd(tree, (path, root)) && _seen[tree].Root != root) other ??= _seen[tree].Path;
        }
        return other;
    }
}
