using System.Globalization;
using System.Text;

namespace NonLitigation.Odr.Simulator.Shared;

/// <summary>Prints each step as it happens and keeps it for the report.</summary>
internal sealed class Journal
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];

    public void Step(string who, string what) => Write($"{who}: {what}");
    public void Checked(string what) => Write($"✓ {what}");

    /// <summary>Everything from here on has to hold, or the scenario ends.</summary>
    public void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new ScenarioFailedException(what);
        }

        Checked(what);
    }

    public string Report(string title, IEnumerable<string> facts)
    {
        var text = new StringBuilder().Append("# ").AppendLine(title).AppendLine();
        foreach (var fact in facts)
        {
            text.Append("- ").AppendLine(fact);
        }

        text.AppendLine().AppendLine("## Steps").AppendLine();
        lock (_gate)
        {
            _lines.ForEach(line => text.Append("- ").AppendLine(line));
        }

        return text.ToString();
    }

    private void Write(string line)
    {
        var stamped = $"{DateTimeOffset.Now.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture)} {line}";
        lock (_gate)
        {
            _lines.Add(stamped);
            Console.WriteLine(stamped);
        }
    }
}
