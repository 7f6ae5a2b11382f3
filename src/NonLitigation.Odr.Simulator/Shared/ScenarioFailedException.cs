namespace NonLitigation.Odr.Simulator.Shared;

/// <summary>Something differs from what the scenario means to happen; the demo ends with a non-zero exit.</summary>
internal sealed class ScenarioFailedException(string what) : Exception(what);
