namespace NonLitigation.Odr.Verifier;

internal sealed record VerifyArguments(string TrustFile, bool Chinese, bool AsJson, IReadOnlyList<string> Files)
{
    /// <summary>Null when the words make no sense.</summary>
    internal static VerifyArguments? Read(string[] args)
    {
        var (trust, language, json, files) = ((string?)null, (string?)null, false, new List<string>());
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--json": json = true; break;
                case "--trust" when i + 1 < args.Length: trust = args[++i]; break;
                case "--lang" when i + 1 < args.Length: language = args[++i]; break;
                case var word when word.StartsWith('-'): return null;
                case var file: files.Add(file); break;
            }
        }
        if (files.Count == 0 || language is not (null or "zh" or "en")) return null;
        var chinese = language is null ? Environment.GetEnvironmentVariable("LANG")?.StartsWith("zh", StringComparison.Ordinal) == true : language == "zh";
        return new(trust ?? DefaultTrust(), chinese, json, files);
    }

    private static string DefaultTrust()
    {
        if (Environment.GetEnvironmentVariable("ODR_TRUST") is { Length: > 0 } named) return named;
        var beside = Path.Combine(AppContext.BaseDirectory, "trust.json");
        return File.Exists(beside) ? beside : "trust.json";
    }
}
