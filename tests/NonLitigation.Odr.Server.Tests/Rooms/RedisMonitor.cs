using System.Net.Sockets;
using System.Text;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>Sees every command that anybody sends to a Redis, as MONITOR shows them.</summary>
public sealed class RedisMonitor : IAsyncDisposable
{
    private readonly TcpClient _client = new();
    private readonly StringBuilder _seen = new();
    private Task _reading = Task.CompletedTask;

    public string Seen
    {
        get
        {
            lock (_seen) return _seen.ToString();
        }
    }

    public static async Task<RedisMonitor> StartAsync(string address)
    {
        var monitor = new RedisMonitor();
        await monitor._client.ConnectAsync(address.Split(':')[0], int.Parse(address.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture));
        await monitor._client.GetStream().WriteAsync("MONITOR\r\n"u8.ToArray());
        monitor._reading = monitor.ReadAsync();
        return monitor;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Close();
        await _reading;
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[65_536];
        try
        {
            for (int read; (read = await _client.GetStream().ReadAsync(buffer)) > 0;)
                lock (_seen) _seen.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            return;
        }
    }
}
