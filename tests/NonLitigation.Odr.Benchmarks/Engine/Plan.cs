namespace NonLitigation.Odr.Benchmarks.Engine;

/// <summary>How much is measured.</summary>
/// <param name="Rooms">Of three people each, in the open loop.</param>
/// <param name="IdleRooms">Of three people who only listen.</param>
/// <param name="ManyRooms">Compared with <paramref name="Rooms"/> at the same number of messages.</param>
/// <param name="Archive">Entries in the table when it is called full.</param>
internal sealed record Plan(int Rooms, int Rounds, TimeSpan OpenLoop, TimeSpan WarmUp, TimeSpan ClosedLoop, int IdleRooms, int ManyRooms, int Archive)
{
    public static readonly Plan Full = new(200, 3, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(15), 1_667, 4_000, 20_000_000);
    public static readonly Plan Quick = new(40, 3, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(4), 100, 400, 200_000);
}
