using System.Buffers.Binary;
using System.Text;

namespace NonLitigation.Odr.Server.Tests.Shared;

/// <summary>As much of the messages of opentelemetry-proto 1.x (metrics/v1, trace/v1) as these tests ask for; numbers are those of its fields.</summary>
public static class OtlpReading
{
    /// <param name="Points">Data points of any kind; of histograms with their count and sum.</param>
    public sealed record Metric(string Service, string Scope, string Name, string Unit, IReadOnlyList<Point> Points);

    /// <param name="Count">Of a histogram; null: it is none.</param>
    public sealed record Point(long? Count, double? Sum, IReadOnlyDictionary<string, string> Tags);

    public sealed record Span(string Service, string Scope, string Name, string TraceId, bool HasParent, IReadOnlyDictionary<string, string> Tags);

    public static IEnumerable<Metric> Metrics(byte[] request) =>
        from resource in Fields(request, 1)
        from scope in Fields(resource, 2)
        from metric in Fields(scope, 2)
        select new Metric(Service(resource), Text(Fields(scope, 1).Single(), 1), Text(metric, 1), Text(metric, 3), [.. Points(metric)]);

    public static IEnumerable<Span> Spans(byte[] request) =>
        from resource in Fields(request, 1)
        from scope in Fields(resource, 2)
        from span in Fields(scope, 2)
        select new Span(Service(resource), Text(Fields(scope, 1).Single(), 1), Text(span, 5), Convert.ToHexStringLower(Fields(span, 1).Single()), Fields(span, 4).Any(id => id.Length > 0), Tags(span, 9));

    /// <summary>A gauge (5) or sum (7) has its numbers, a histogram (9) its distributions, as field 1.</summary>
    private static IEnumerable<Point> Points(byte[] metric) =>
        new[] { 5, 7 }.SelectMany(kind => Fields(metric, kind)).SelectMany(data => Fields(data, 1)).Select(point => new Point(null, null, Tags(point, 7)))
            .Concat(Fields(metric, 9).SelectMany(data => Fields(data, 1)).Select(point => new Point(
                BinaryPrimitives.ReadInt64LittleEndian(Fields(point, 4).Single()), BinaryPrimitives.ReadDoubleLittleEndian(Fields(point, 5).Single()), Tags(point, 9))));

    private static string Service(byte[] resource) => Fields(resource, 1).SelectMany(one => Tags(one, 1)).Single(tag => tag.Key == "service.name").Value;

    /// <summary>KeyValue: key 1, AnyValue 2, of which a text is 1 and others are read as bytes.</summary>
    private static Dictionary<string, string> Tags(byte[] of, int number) => Fields(of, number).ToDictionary(
        pair => Text(pair, 1), pair => Fields(pair, 2).Select(value => Fields(value, 1).Select(Encoding.UTF8.GetString).FirstOrDefault() ?? Convert.ToHexString(value)).Single());

    private static string Text(byte[] message, int number) => Encoding.UTF8.GetString(Fields(message, number).SingleOrDefault() ?? []);

    /// <summary>The values of one field; numbers of fixed width as their bytes, a varint as its own.</summary>
    private static IEnumerable<byte[]> Fields(byte[] message, int number)
    {
        for (var at = 0; at < message.Length;)
        {
            var tag = Varint(message, ref at);
            var from = at;
            var length = (tag & 7) switch { 0 => Skip(message, ref at), 1 => 8, 2 => (int)Varint(message, ref at), 5 => 4, var other => throw new FormatException($"wire type {other}") };
            if ((tag & 7) != 0) (from, at) = (at, at + length);
            if (tag >> 3 == (ulong)number) yield return message[from..(from + length)];
        }
    }

    private static int Skip(byte[] message, ref int at)
    {
        var from = at;
        Varint(message, ref at);
        return at - from;
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = message[at++];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80) return value;
        }
    }
}
