using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NonLitigation.Odr.Simulator.Chaos;

/// <summary>What a person did or saw, when. One line of JSON each in a file of his own; the check reads nothing else of him.</summary>
/// <param name="At">Microseconds since all notebooks of the run were opened, by a clock that nobody sets.</param>
/// <param name="What"><c>intent</c> (before it was sent), <c>ack</c> (its receipt), <c>view</c> (it joined what his page shows), <c>removed</c> (his right ended, with the last sequence), <c>stray</c> (something reached him of a room that is not his).</param>
/// <param name="Text">SHA-256 of what was said, lower-case hex.</param>
internal sealed record Note(long At, string What, Guid Room, long Sequence = 0, Guid? Id = null, string? Hash = null, string? Text = null);

internal sealed class Notebook : IDisposable
{
    public static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };
    private static readonly long Opened = Stopwatch.GetTimestamp();
    private readonly Lock _gate = new();
    private readonly StreamWriter _file;

    public Notebook(DirectoryInfo folder, Guid person) => _file = new(Path.Combine(folder.FullName, $"{person:D}.jsonl")) { AutoFlush = true };

    /// <summary>Microseconds, as in <see cref="Note.At"/>.</summary>
    public static long Now => (long)Stopwatch.GetElapsedTime(Opened).TotalMicroseconds;

    public void Write(string what, Guid room, long sequence = 0, Guid? id = null, string? hash = null, string? text = null)
    {
        lock (_gate) _file.WriteLine(JsonSerializer.Serialize(new Note(Now, what, room, sequence, id, hash, text), Json));
    }

    public void Dispose() => _file.Dispose();

    public static IEnumerable<Note> Read(string file) => File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<Note>(line, Json)!);
}
