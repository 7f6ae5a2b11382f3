namespace NonLitigation.Odr.Simulator.Chaos;

/// <param name="Delays">Milliseconds from a message's confirmation until it stood on another person's page, ascending; never below zero.</param>
internal sealed record ChaosVerdict(IReadOnlyDictionary<string, int> Faults, IReadOnlyList<string> Examples, int Acknowledged, int Views, IReadOnlyList<double> Delays)
{
    public bool Clean => Faults.Values.All(count => count == 0);
}

/// <summary>
/// Compares, without the service, what everybody meant, had confirmed and saw with what the record holds: acknowledged ⊆ record, each id once, numbers
/// without gap, the chain whole, every page the record as far as its audience goes, and an order that agrees with time.
/// </summary>
internal sealed class ChaosCheck(DirectoryInfo folder, double? latest)
{
    private readonly Dictionary<string, int> _faults = new()
    {
        ["lost"] = 0, ["doubled"] = 0, ["reordered"] = 0, ["altered"] = 0, ["gap"] = 0, ["chain"] = 0, ["page"] = 0, ["overheard"] = 0, ["after-removal"] = 0, ["late"] = 0, ["nothing-happened"] = 0,
    };
    private readonly List<string> _examples = [];

    public ChaosVerdict Run()
    {
        var record = ChaosRecord.Read(Path.Combine(folder.FullName, ChaosRecord.FileName));
        foreach (var (room, rows) in record) CheckRoom(room, rows);
        var people = Directory.EnumerateFiles(Path.Combine(folder.FullName, "people"), "*.jsonl", SearchOption.AllDirectories)
            .Select(file => (Person: Guid.Parse(Path.GetFileNameWithoutExtension(file)), Notes: Notebook.Read(file).ToList())).ToList();
        var acknowledged = people.SelectMany(one => one.Notes.Where(note => note.What == "ack")).ToList();
        foreach (var (person, notes) in people) CheckPerson(person, notes, record);
        CheckOrder(people.SelectMany(one => one.Notes));
        if (acknowledged.Count == 0) Fault("nothing-happened", "nobody had anything confirmed");
        var delays = Delays(acknowledged, people.Select(one => one.Notes));
        foreach (var late in delays.Where(delay => delay > latest)) Fault("late", $"somebody saw a message {late:0} ms after it was confirmed");
        return new(_faults, _examples, acknowledged.Count, people.Sum(one => one.Notes.Count(note => note.What == "view")), delays);
    }

    private void CheckRoom(Guid room, IReadOnlyList<RecordRow> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Sequence != i + 1) Fault("gap", $"room {room}: {rows[i].Sequence} stands where {i + 1} should");
            if (i > 0 && rows[i].Previous != rows[i - 1].Hash) Fault("chain", $"room {room}: {rows[i].Sequence} does not name the entry before it");
        }
        foreach (var twice in rows.Where(row => row.Id is not null).GroupBy(row => (row.Author, row.Id)).Where(group => group.Count() > 1))
            Fault("doubled", $"room {room}: {twice.Key.Id} stands {twice.Count()} times");
    }

    private void CheckPerson(Guid person, List<Note> notes, IReadOnlyDictionary<Guid, IReadOnlyList<RecordRow>> record)
    {
        var meant = notes.Where(note => note.What == "intent").ToDictionary(note => note.Id!.Value);
        foreach (var ack in notes.Where(note => note.What == "ack"))
        {
            var row = RowOf(record, ack);
            if (row is null || row.Id != ack.Id) Fault("lost", $"{person}: {ack.Id} was confirmed as {ack.Sequence} and the record lacks it");
            else if (row.Hash != ack.Hash || row.Text != meant[ack.Id!.Value].Text) Fault("altered", $"{person}: {ack.Id} is not what was confirmed");
        }
        foreach (var stray in notes.Where(note => note.What == "stray")) Fault("overheard", $"{person} got something of room {stray.Room}");
        var removed = notes.Find(note => note.What == "removed");
        foreach (var room in notes.Where(note => note.What == "view").GroupBy(note => note.Room)) CheckPage(person, room.Key, [.. room], removed, record);
    }

    private void CheckPage(Guid person, Guid room, List<Note> seen, Note? removed, IReadOnlyDictionary<Guid, IReadOnlyList<RecordRow>> record)
    {
        var last = removed is not null && removed.Room == room ? removed.Sequence : long.MaxValue;
        foreach (var late in seen.Where(view => view.Sequence > last)) Fault("after-removal", $"{person} saw {late.Sequence} of {room}, his right ended with {last}");
        foreach (var view in seen)
        {
            var row = RowOf(record, view);
            if (row is null || row.Hash != view.Hash || (view.Text is not null && row.Text != view.Text)) Fault("altered", $"{person} saw {view.Sequence} of {room} otherwise than the record has it");
            else if (!row.Audience.Contains(person)) Fault("overheard", $"{person} saw {view.Sequence} of {room}, which was not for him");
        }
        var wanted = record[room].Where(row => row.Sequence >= seen[0].Sequence && row.Sequence <= last && row.Audience.Contains(person)).Select(row => row.Sequence).ToList();
        var shown = seen.Where(view => view.Sequence <= last).Select(view => view.Sequence).ToList();
        if (!shown.SequenceEqual(wanted) && removed is null) Fault("page", $"{person}: page of {room} ends with {shown.LastOrDefault()} of {wanted.LastOrDefault()}, {shown.Count} of {wanted.Count} entries");
        else if (!wanted.Take(shown.Count).SequenceEqual(shown)) Fault("page", $"{person}: page of {room} is no beginning of the record");
    }

    /// <summary>What was confirmed before something else was even meant stands before it.</summary>
    private void CheckOrder(IEnumerable<Note> notes)
    {
        foreach (var room in notes.Where(note => note.What is "intent" or "ack").GroupBy(note => note.Room))
        {
            var sequences = room.Where(note => note.What == "ack").GroupBy(note => note.Id!.Value).ToDictionary(same => same.Key, same => same.First().Sequence);
            long highest = 0;
            foreach (var note in room.OrderBy(note => note.At))
            {
                if (note.What == "ack") highest = Math.Max(highest, note.Sequence);
                // The highest number confirmed by now is known: what is meant only now must come later.
                else if (sequences.TryGetValue(note.Id!.Value, out var mine) && mine < highest) Fault("reordered", $"room {room.Key}: {note.Id} got {mine} although {highest} was confirmed before it was meant");
            }
        }
    }

    private static List<double> Delays(List<Note> acknowledged, IEnumerable<List<Note>> people)
    {
        // Where the record lost what was confirmed, a number may have been confirmed twice; that is counted elsewhere.
        var confirmed = acknowledged.GroupBy(ack => (ack.Room, ack.Sequence)).ToDictionary(same => same.Key, same => same.Min(ack => ack.At));
        return [.. people.SelectMany(notes => notes).Where(note => note.What == "view" && confirmed.ContainsKey((note.Room, note.Sequence)))
            .Select(view => Math.Max(0, view.At - confirmed[(view.Room, view.Sequence)]) / 1_000.0).Order()];
    }

    private static RecordRow? RowOf(IReadOnlyDictionary<Guid, IReadOnlyList<RecordRow>> record, Note note) =>
        record.TryGetValue(note.Room, out var rows) && note.Sequence >= 1 && note.Sequence <= rows.Count && rows[(int)note.Sequence - 1] is var row && row.Sequence == note.Sequence ? row : null;

    private void Fault(string kind, string what)
    {
        _faults[kind]++;
        if (_examples.Count < 20) _examples.Add($"{kind}: {what}");
    }
}
