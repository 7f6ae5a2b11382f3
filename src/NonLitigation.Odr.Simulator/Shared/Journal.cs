using System.Globalization;

namespace NonLitigation.Odr.Simulator.Shared;

internal enum LineKind
{
    /// <summary>Somebody did something.</summary>
    Step,

    /// <summary>Something was looked at and found as it has to be.</summary>
    Check,

    /// <summary>Something was broken on purpose, or is whole again.</summary>
    Fault,
}

/// <param name="At">Beijing time, as everywhere in the service.</param>
internal sealed record JournalLine(DateTimeOffset At, LineKind Kind, string Text);

/// <summary>Prints each step as it happens and keeps it for the report.</summary>
internal sealed class Journal
{
    private readonly Lock _gate = new();
    private readonly List<JournalLine> _lines = [];

    public IReadOnlyList<JournalLine> Lines { get { lock (_gate) { return [.. _lines]; } } }

    public void Step(string who, string what) => Write(LineKind.Step, $"{who}: {what}");
    public void Checked(string what) => Write(LineKind.Check, what);
    public void Fault(string what) => Write(LineKind.Fault, what);

    /// <summary>Everything from here on has to hold, or the scenario ends.</summary>
    public void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new ScenarioFailedException(what);
        }

        Checked(what);
    }

    private void Write(LineKind kind, string text)
    {
        var line = new JournalLine(DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)), kind, text);
        var mark = kind switch { LineKind.Check => "  ✓ ", LineKind.Fault => "  ! ", _ => "" };
        lock (_gate)
        {
            _lines.Add(line);
            Console.WriteLine($"{line.At.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture)} {mark}{text}");
        }
    }
}
