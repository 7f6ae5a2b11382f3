using System.Text.Json;
using System.Text.Json.Serialization;

namespace NonLitigation.Odr.Domain.Law;

/// <summary>Data files that are compiled into this assembly.</summary>
internal static class EmbeddedJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <param name="feature">The folder that the file lies in.</param>
    internal static T Read<T>(string name, string feature = "Law")
    {
        using var stream = typeof(EmbeddedJson).Assembly.GetManifestResourceStream($"NonLitigation.Odr.Domain.{feature}.{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new InvalidOperationException($"{name} is empty.");
    }
}
