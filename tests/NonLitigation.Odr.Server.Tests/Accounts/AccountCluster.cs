using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Server.Tests.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Accounts;

/// <summary>One node whose clock can be moved.</summary>
public sealed class AccountCluster : IAsyncLifetime
{
    private static int _numbers;

    public OdrCluster Cluster { get; private set; } = null!;
    public ShiftedTime Time { get; } = new();

    /// <summary>A mobile number that no other test uses.</summary>
    public static string NewNumber() => $"1380000{Interlocked.Increment(ref _numbers):0000}";

    public async ValueTask InitializeAsync() => Cluster = await OdrCluster.StartAsync(adjust: builder =>
    {
        RoomCluster.Quick(builder);
        builder.Services.AddSingleton<TimeProvider>(Time);
    });

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();
}
