namespace NonLitigation.Odr.Server.Tests.Shared;

/// <summary>The machine's clock, moved by as much as a test says; timers run as always.</summary>
public sealed class ShiftedTime : TimeProvider
{
    public TimeSpan By { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + By;
}
