using System.Threading.RateLimiting;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>How much one caller may ask for (<c>Odr:Limits</c>). Far above what a person does by hand, far below what hurts others.</summary>
public sealed class LimitsOptions
{
    /// <summary>False takes all limits away, for load tests.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Hub calls of a person, all of his pages together, by weight: a message 10, coming in or reading 2, typing and read marks 1.</summary>
    public Allowance Person { get; set; } = new() { Burst = 600, PerSecond = 50 };

    /// <summary>Hub calls of one connection, by weight.</summary>
    public Allowance Connection { get; set; } = new() { Burst = 400, PerSecond = 40 };

    /// <summary>HTTP requests of a person who is signed in.</summary>
    public Allowance Requests { get; set; } = new() { Burst = 300, PerSecond = 30 };

    /// <summary>HTTP requests from one network address without a sign-in; a whole office may stand behind it.</summary>
    public Allowance Address { get; set; } = new() { Burst = 600, PerSecond = 60 };

    /// <summary>Open sockets of a person on this node.</summary>
    public int Sockets { get; set; } = 24;

    /// <summary>Calls refused for being too fast beyond those taken; whoever has so many does not wait as he is told, and his line is closed.</summary>
    public int RefusalsBeforeClosing { get; set; } = 50;
}

/// <summary>A token bucket: holds at most <see cref="Burst"/>, gains <see cref="PerSecond"/>.</summary>
public sealed class Allowance
{
    public int Burst { get; set; }
    public int PerSecond { get; set; }

    internal TokenBucketRateLimiterOptions Bucket() => new()
    {
        TokenLimit = Math.Max(1, Burst), TokensPerPeriod = Math.Max(1, PerSecond / 5), ReplenishmentPeriod = TimeSpan.FromMilliseconds(200),
        QueueLimit = 0, AutoReplenishment = true,
    };
}
