using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace NonLitigation.Odr.Server.Tests.Shared;

/// <summary>A wire to PostgreSQL on which packets can vanish: nobody is told, lines stay open, as behind a switch that lost its way.</summary>
public sealed class SilentWire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly NpgsqlConnectionStringBuilder _beyond;
    private readonly List<Task> _running = [];
    private TaskCompletionSource _carries = Done();

    public SilentWire(string connection)
    {
        _beyond = new(connection);
        _listener.Start();
        _running.Add(AcceptAsync());
    }

    /// <summary>The same database over this wire.</summary>
    public string Connection => new NpgsqlConnectionStringBuilder(_beyond.ConnectionString) { Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.ConnectionString;

    public void FallSilent() => _carries = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Carry() => _carries.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        Carry();
        _listener.Stop();
        await Task.WhenAll(_running);
        _over.Dispose();
    }

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _running.Add(JoinAsync(await _listener.AcceptTcpClientAsync(_over.Token)));
        }
        catch (Exception end) when (_over.IsCancellationRequested && end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // the wire is taken down
        }
    }

    private async Task JoinAsync(TcpClient near)
    {
        using var one = near;
        using var far = new TcpClient();
        await far.ConnectAsync(_beyond.Host!, _beyond.Port, _over.Token);
        await Task.WhenAny(PassAsync(near.GetStream(), far.GetStream()), PassAsync(far.GetStream(), near.GetStream()));
    }

    private async Task PassAsync(NetworkStream from, NetworkStream to)
    {
        var bytes = new byte[16_384];
        try
        {
            while (await from.ReadAsync(bytes, _over.Token) is > 0 and var read)
            {
                await _carries.Task;
                await to.WriteAsync(bytes.AsMemory(0, read), _over.Token);
            }
        }
        catch (Exception end) when (end is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // one of the two has hung up
        }
    }
}
