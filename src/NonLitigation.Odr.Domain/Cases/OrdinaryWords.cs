using NonLitigation.Odr.Domain.Law;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>Words of the language that can also be somebody's name, or hold one, from <c>ordinary-words.json</c>.</summary>
internal static class OrdinaryWords
{
    private static readonly HashSet<string> All = EmbeddedJson.Read<List<string>>("ordinary-words.json", "Cases").SelectMany(line => line.Split(' ')).ToHashSet(StringComparer.Ordinal);

    public static bool Has(string word) => All.Contains(word);
}
