using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MimeKit;

namespace NonLitigation.Odr.Server.Tests.Shared;

/// <summary>A mail server that keeps what it is given; as much of RFC 5321 as one client needs.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly X509Certificate2? _certificate;
    private readonly Task _serving;

    /// <param name="certificate">With one, the sink offers STARTTLS.</param>
    public SmtpSink(X509Certificate2? certificate = null)
    {
        _certificate = certificate;
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Every command line that came, in order; what came encrypted is marked by a leading <c>tls </c>.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    public BlockingCollection<MimeMessage> Mails { get; } = [];

    /// <summary>How many mails are turned away (451, try later) before one is taken.</summary>
    public int TurnAway { get; set; }

    public MimeMessage Next() => Mails.TryTake(out var mail, TimeSpan.FromSeconds(15)) ? mail : throw new TimeoutException("no mail came");

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _listener.Dispose();
        await _serving;
        _over.Dispose();
        Mails.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_over.Token);
                try
                {
                    await TalkAsync(client.GetStream(), _certificate is not null, "");
                }
                catch (Exception gone) when (gone is IOException or System.Security.Authentication.AuthenticationException)
                {
                    Commands.Enqueue("gone");
                }
            }
        }
        catch (Exception over) when (over is OperationCanceledException or InvalidOperationException or SocketException && _over.IsCancellationRequested)
        {
        }
    }

    private async Task TalkAsync(Stream stream, bool offersTls, string mark)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        Task Say(string line) => stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), _over.Token).AsTask();
        if (mark.Length == 0) await Say("220 sink");
        while (await reader.ReadLineAsync(_over.Token) is { } line)
        {
            Commands.Enqueue(mark + line);
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO": await Say(offersTls ? "250-sink\r\n250 STARTTLS" : "250-sink\r\n250 AUTH PLAIN"); break;
                case "STARTTLS":
                    await Say("220 go on");
                    var secure = new SslStream(stream);
                    await secure.AuthenticateAsServerAsync(_certificate!);
                    await TalkAsync(secure, false, "tls ");
                    return;
                case "AUTH": await Say("235 welcome"); break;
                case "MAIL" when TurnAway > 0:
                    TurnAway--;
                    await Say("451 try later");
                    break;
                case "DATA":
                    await Say("354 go on");
                    Mails.Add(await ReadMailAsync(reader));
                    await Say("250 taken");
                    break;
                case "QUIT":
                    await Say("221 bye");
                    return;
                default: await Say("250 fine"); break;
            }
        }
    }

    private async Task<MimeMessage> ReadMailAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_over.Token) is { } line && line != ".") text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
        return await MimeMessage.LoadAsync(bytes, _over.Token);
    }
}
