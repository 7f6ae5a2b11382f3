using System.Text.Json;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Persistence.Settlements;

/// <summary>The content of an agreement as jsonb.</summary>
internal static class ContentJson
{
    public static string Write(AgreementContent content) => JsonSerializer.Serialize(new Stored(content.Facts, [.. content.Clauses], [.. content.Obligations]));

    public static AgreementContent Read(string json)
    {
        var stored = JsonSerializer.Deserialize<Stored>(json)!;
        return AgreementContent.Of(stored.Facts, stored.Clauses, stored.Obligations);
    }

    private sealed record Stored(string Facts, Clause[] Clauses, Obligation[] Obligations);
}
