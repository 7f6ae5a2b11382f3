using System.Text.Json;
using System.Text.Json.Serialization;

namespace NonLitigation.Odr.Simulator.Shared;

/// <summary>How the service spells its JSON (docs/protocol.md): camelCase, enums as words.</summary>
internal static class Wire
{
    public static readonly JsonSerializerOptions Json = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNameCaseInsensitive = true;
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Converters.Add(new JsonStringEnumConverter());
        return options;
    }
}
