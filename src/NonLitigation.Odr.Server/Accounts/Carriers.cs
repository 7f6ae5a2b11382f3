using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using NonLitigation.Odr.Application.Accounts;

namespace NonLitigation.Odr.Server.Accounts;

/// <summary><c>Odr:Smtp</c>. Mail carries one-use links and codes: it leaves encrypted or not at all, unless the operator says otherwise.</summary>
public sealed record SmtpSettings
{
    public string Host { get; init; } = "";
    public int Port { get; init; } = 587;

    /// <summary><c>StartTls</c> (refuses a server that does not offer it), <c>SslOnConnect</c> (port 465), or <c>None</c> for a relay on the same machine.</summary>
    public SecureSocketOptions Security { get; init; } = SecureSocketOptions.StartTls;

    /// <summary>An address, or a name with an address: <c>连云港非诉 &lt;odr@example.cn&gt;</c>.</summary>
    public string From { get; init; } = "";
    public string? User { get; init; }
    public string? Password { get; init; }
}

/// <summary>The carrier's HTTP gateway; each message is one POST of JSON {id, to, text} with a bearer key.</summary>
public sealed record SmsGatewaySettings
{
    public Uri? Gateway { get; init; }
    public string? Key { get; init; }
}

/// <summary>E-mail by SMTP.</summary>
public sealed class SmtpCarrier(IOptions<SmtpSettings> settings) : IDeliveryCarrier
{
    public string Channel => "Email";
    public bool KeepsSecrets => false;

    public async Task CarryAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        var smtp = settings.Value;
        if (smtp.Host.Length == 0) throw new InvalidOperationException("Odr:Smtp:Host is not set: e-mail cannot leave.");
        if (!MailboxAddress.TryParse(smtp.From, out var from)) throw new InvalidOperationException("Odr:Smtp:From is no e-mail address: e-mail cannot leave.");
        using var mail = new MimeMessage();
        mail.MessageId = $"{message.Id:N}@{from.Domain}"; // the same at each attempt: a mailbox can tell a repeat
        mail.From.Add(from);
        mail.To.Add(MailboxAddress.Parse(message.To));
        mail.Subject = "连云港非诉讼纠纷化解 / Lianyungang ODR";
        var text = new TextPart("plain") { Text = $"{message.TextZh}\n\n{message.TextEn}\n" };
        mail.Body = message.Calendar is { } calendar ? new MultipartAlternative(text, Invitation(calendar)) : text;
        using var client = new SmtpClient { Timeout = 20_000 };
        await client.ConnectAsync(smtp.Host, smtp.Port, smtp.Security, cancellation);
        if (!string.IsNullOrEmpty(smtp.User)) await client.AuthenticateAsync(smtp.User, smtp.Password ?? "", cancellation);
        await client.SendAsync(mail, cancellation);
        await client.DisconnectAsync(true, cancellation);
    }

    /// <summary>RFC 6047: the method stands beside the type too, or a mail program shows a file instead of an invitation.</summary>
    private static TextPart Invitation(string calendar)
    {
        // As bytes: its lines end in CRLF (RFC 5545 3.1), and nothing on the way may think otherwise.
        var part = new TextPart("calendar") { Content = new MimeContent(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(calendar))), ContentTransferEncoding = ContentEncoding.Base64 };
        part.ContentType.Charset = "utf-8";
        part.ContentType.Parameters.Add("method", calendar.Contains("METHOD:CANCEL", StringComparison.Ordinal) ? "CANCEL" : "REQUEST");
        return part;
    }
}

/// <summary>SMS by a carrier's HTTP gateway. The message's id lets the gateway drop a repeat.</summary>
public sealed class SmsGatewayCarrier(HttpClient http, IOptions<SmsGatewaySettings> settings) : IDeliveryCarrier
{
    public string Channel => "Sms";
    public bool KeepsSecrets => false;

    public async Task CarryAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        var gateway = settings.Value.Gateway ?? throw new InvalidOperationException("Odr:Sms:Gateway is not set: SMS cannot leave.");
        using var request = new HttpRequestMessage(HttpMethod.Post, gateway) { Content = JsonContent.Create(new { id = message.Id, to = message.To, text = message.TextZh }) };
        request.Headers.Authorization = new("Bearer", settings.Value.Key);
        using var response = await http.SendAsync(request, cancellation);
        response.EnsureSuccessStatusCode();
    }
}

/// <summary>Development only: nothing leaves; the outbox page shows it. Labelled there as a simulator.</summary>
public abstract class OutboxCarrier(string channel) : IDeliveryCarrier
{
    public string Channel => channel;
    public bool KeepsSecrets => true;
    public Task CarryAsync(OutgoingMessage message, CancellationToken cancellation) => Task.CompletedTask;
}

public sealed class OutboxSmsCarrier() : OutboxCarrier("Sms");

public sealed class OutboxEmailCarrier() : OutboxCarrier("Email");
