using System.Text.Json;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>What a node tells the others to hand to people's pages: <c>{"node","people","event","arguments"}</c>.</summary>
/// <param name="Node">Who says it, and has handed it to its own pages already.</param>
internal sealed record SignalText(Guid Node, IReadOnlyList<Guid> People, string Event, IReadOnlyList<JsonElement> Arguments)
{
    public static string Write(Guid node, IReadOnlyList<Guid> people, Signal signal) =>
        JsonSerializer.Serialize(new SignalText(node, people, signal.Event, [.. signal.Arguments.Select(a => JsonSerializer.SerializeToElement(a, OdrJson.Options))]), OdrJson.Options);

    /// <returns>Null for what no node of this version says.</returns>
    public static SignalText? Read(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize<SignalText>(text, OdrJson.Options);
        }
        catch (JsonException)
        {
            return null; // a node of another version, while nodes are changed one by one: a signal may be lost
        }
    }

    public Signal ToSignal() => new(Event, [.. Arguments.Select(a => (object)a)]);
}
