using NonLitigation.Odr.Simulator.Chaos;
using NonLitigation.Odr.Simulator.Scenarios;
using NonLitigation.Odr.Simulator.Shared;

if (args is ["check", var folder, .. var late])
{
    if (!File.Exists(Path.Combine(folder, ChaosRecord.FileName)))
    {
        await Console.Error.WriteLineAsync($"There is no {ChaosRecord.FileName} in {folder}: give the folder that a run of scripts/chaos left behind.");
        return 2;
    }
    return ChaosReport.Print(new ChaosCheck(new(folder), late is [var limit] ? double.Parse(limit, System.Globalization.CultureInfo.InvariantCulture) : null).Run());
}
if (DemoOptions.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync(DemoOptions.Usage);
    return 2;
}

var journal = new Journal();
try
{
    options.Out.Create();
    switch (options.Scenario)
    {
        case "union-wages": await new UnionWages(options, journal).Play(); break;
        case "family": await new Family(options, journal).Play(); break;
        case "butler": await new Butler(options, journal).Play(); break;
        case "chaos": await new ChaosTalk(options, journal).Play(); break;
        default: await Console.Error.WriteLineAsync(DemoOptions.Usage); return 2;
    }

    Console.WriteLine($"{options.Scenario}: all as meant; see {options.Out.FullName}");
    return 0;
}
catch (ScenarioFailedException failed)
{
    await Console.Error.WriteLineAsync($"{options.Scenario}: NOT as meant: {failed.Message}");
    return 1;
}
