using System.Text.Json;

namespace NonLitigation.Odr.Domain.Shared;

/// <summary>Reads JSON into the closed value set; strict: no fractions, no repeated names, no comments, at most 64 levels.</summary>
public static class CanonicalJsonReader
{
    /// <summary>The value, whether or not the bytes were canonical: compare with <see cref="CanonicalJson.Serialize"/> for that.</summary>
    /// <exception cref="FormatException">When the bytes are not JSON of the closed value set; the message says where.</exception>
    public static CanonicalValue Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 64 });
        try
        {
            Advance(ref reader);
            var value = Read(ref reader);
            return reader.Read() ? throw new FormatException("Something follows the value.") : value;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"Not JSON of this format near byte {reader.BytesConsumed}.", fault);
        }
    }

    private static CanonicalValue Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadObject(ref reader),
        JsonTokenType.StartArray => ReadArray(ref reader),
        JsonTokenType.String => CanonicalValue.From(reader.GetString()),
        JsonTokenType.Number => reader.TryGetInt64(out var number) ? CanonicalValue.From(number)
            : throw new FormatException($"A number that is no integer near byte {reader.BytesConsumed}."),
        JsonTokenType.True => CanonicalValue.From(true),
        JsonTokenType.False => CanonicalValue.From(false),
        _ => CanonicalValue.Null,
    };

    private static CanonicalObject ReadObject(ref Utf8JsonReader reader)
    {
        var members = new CanonicalObject();
        for (Advance(ref reader); reader.TokenType != JsonTokenType.EndObject; Advance(ref reader))
        {
            var name = reader.GetString()!;
            Advance(ref reader);
            members.Add(name, Read(ref reader));
        }
        return members;
    }

    private static CanonicalArray ReadArray(ref Utf8JsonReader reader)
    {
        var items = new CanonicalArray();
        for (Advance(ref reader); reader.TokenType != JsonTokenType.EndArray; Advance(ref reader)) items.Add(Read(ref reader));
        return items;
    }

    private static void Advance(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) throw new FormatException("The text ends too early.");
    }
}
