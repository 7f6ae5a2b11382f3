using System.Globalization;

namespace NonLitigation.Odr.Simulator.Chaos;

/// <param name="Text">SHA-256 of the words when it is a message; empty else.</param>
internal sealed record RecordRow(Guid Room, long Sequence, Guid? Author, Guid? Id, IReadOnlySet<Guid> Audience, string Hash, string Previous, string Text);

/// <summary>
/// The database's own word: <c>record.csv</c>, written by <c>scripts/chaos</c> with psql, no program of ours in between. Columns: room, sequence,
/// author, client message id, audience (joined by spaces), entry hash, previous hash, hash of the words.
/// </summary>
internal static class ChaosRecord
{
    public const string FileName = "record.csv";

    public static IReadOnlyDictionary<Guid, IReadOnlyList<RecordRow>> Read(string file) => File.ReadLines(file).Where(line => line.Length > 0).Select(Row)
        .GroupBy(row => row.Room).ToDictionary(room => room.Key, room => (IReadOnlyList<RecordRow>)[.. room.OrderBy(row => row.Sequence)]);

    private static RecordRow Row(string line)
    {
        var cells = line.Split(',');
        Guid? Maybe(int cell) => cells[cell].Length > 0 ? Guid.Parse(cells[cell]) : null;
        return new(Guid.Parse(cells[0]), long.Parse(cells[1], CultureInfo.InvariantCulture), Maybe(2), Maybe(3),
            cells[4].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse).ToHashSet(), cells[5], cells[6], cells[7]);
    }
}
