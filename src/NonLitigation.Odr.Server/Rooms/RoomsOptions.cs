namespace NonLitigation.Odr.Server.Rooms;

/// <summary>Times of the real-time part (<c>Odr:Rooms</c>); the defaults are what the clients are written for.</summary>
public sealed class RoomsOptions
{
    /// <summary>How often every open page is told the heads of its rooms.</summary>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(10);
    /// <summary>How often the record is asked while no bell can be heard.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(2);
    /// <summary>A sign of life lasts this long; each is renewed in a third of it.</summary>
    public TimeSpan PresenceLife { get; set; } = TimeSpan.FromSeconds(30);
    /// <summary>Whoever lost the line is still taken as present for so long.</summary>
    public TimeSpan Grace { get; set; } = TimeSpan.FromSeconds(12);
    public TimeSpan TypingLife { get; set; } = TimeSpan.FromSeconds(6);
    /// <summary>How often open sockets are compared with the accounts they belong to.</summary>
    public TimeSpan Sweep { get; set; } = TimeSpan.FromSeconds(10);
}
