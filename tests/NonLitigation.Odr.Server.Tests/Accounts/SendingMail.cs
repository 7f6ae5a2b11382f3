using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Accounts;

/// <summary>In Production: mail really leaves by SMTP, and there is no outbox that shows what left.</summary>
public sealed class SendingMail
{
    [Fact]
    public async Task Brings_a_code_in_both_languages_that_opens_the_door()
    {
        await using var sink = new SmtpSink();
        await using var service = await InProductionAsync(sink, "None", ("Odr:Smtp:User", "odr"), ("Odr:Smtp:Password", "geheim"));
        using var visitor = Visitor.With(service, null, null);
        var sent = (await visitor.PostAsync("api/accounts/code", new SendCodeRequest("li@example.org", null))).As<CodeSentView>();
        var mail = sink.Next();
        var text = mail.TextBody ?? "";

        Assert.Equal("连云港非诉 <odr@example.cn>", mail.From.ToString().Replace("\"", "", StringComparison.Ordinal));
        Assert.Equal("li@example.org", mail.To.ToString());
        Assert.Contains("AUTH PLAIN " + Convert.ToBase64String("\0odr\0geheim"u8), sink.Commands);
        var codes = Regex.Matches(text, "[0-9]{6}").Select(match => match.Value).ToList();
        Assert.True(codes.Count == 2 && codes[0] == codes[1], text);
        Assert.Contains("您的验证码是", text, StringComparison.Ordinal);
        Assert.Contains("Your code is", text, StringComparison.Ordinal);

        using var entered = await visitor.Http.PostAsync(new Uri("api/accounts/enter", UriKind.Relative),
            System.Net.Http.Json.JsonContent.Create(new EnterWithCodeRequest(sent.ChallengeId, codes[0], "李海生", null)));
        Assert.Equal(HttpStatusCode.OK, entered.StatusCode);
        Assert.Contains("secure", Assert.Single(entered.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>RFC 6047: the method beside the type, so that a mail program offers to accept instead of showing a file.</summary>
    [Theory]
    [InlineData("REQUEST"), InlineData("CANCEL")]
    public async Task Brings_a_calendar_object_beside_the_text(string method)
    {
        await using var sink = new SmtpSink();
        var carrier = new Server.Accounts.SmtpCarrier(Microsoft.Extensions.Options.Options.Create(
            new Server.Accounts.SmtpSettings { Host = "127.0.0.1", Port = sink.Port, Security = MailKit.Security.SecureSocketOptions.None, From = "连云港非诉 <odr@example.cn>" }));
        var calendar = $"BEGIN:VCALENDAR\r\nMETHOD:{method}\r\nSUMMARY:调解\r\nEND:VCALENDAR\r\n";
        await carrier.CarryAsync(new(Guid.CreateVersion7(), "li@example.org", "调解时间", "The sitting", calendar), default);
        var mail = sink.Next();
        var part = mail.BodyParts.OfType<MimeKit.TextPart>().Single(one => one.ContentType.MimeType == "text/calendar");
        using var bytes = new MemoryStream();
        await part.Content!.DecodeToAsync(bytes);
        Assert.Equal((method, "utf-8", calendar), (part.ContentType.Parameters["method"], part.ContentType.Charset, System.Text.Encoding.UTF8.GetString(bytes.ToArray())));
        Assert.Contains("调解时间", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal("multipart/alternative", mail.Body!.ContentType.MimeType);
    }

    [Fact]
    public async Task Leaves_neither_link_nor_code_nor_text_in_the_record_once_it_is_sent()
    {
        await using var sink = new SmtpSink();
        await using var service = await InProductionAsync(sink);
        await AskForCodeAsync(service);
        sink.Next();
        var kept = await UntilAsync(service, message => message.SentAt is not null);
        Assert.Equal((null, null, "", ""), (kept.Link, kept.Code, kept.TextZh, kept.TextEn));
    }

    [Fact]
    public async Task Is_tried_again_under_the_same_id_until_the_server_takes_it()
    {
        await using var sink = new SmtpSink { TurnAway = 1 };
        await using var service = await InProductionAsync(sink);
        await AskForCodeAsync(service);
        var waiting = await UntilAsync(service, message => message.Attempts == 1);
        Assert.Contains("try later", waiting.LastError, StringComparison.Ordinal);
        Assert.True(waiting.NextAttemptAt > DateTimeOffset.UtcNow && waiting.Code is not null, "it waits, whole");

        await service.WithDbAsync(db => db.Database.ExecuteSqlAsync($"update deliveries set next_attempt_at = now()"));
        Assert.Equal($"{waiting.Id:N}@example.cn", sink.Next().MessageId);
        await UntilAsync(service, message => message.SentAt is not null && message.LastError is null);
    }

    [Fact]
    public async Task Never_happens_in_the_clear_when_the_server_offers_no_encryption()
    {
        await using var sink = new SmtpSink();
        await using var service = await InProductionAsync(sink, security: null);
        await AskForCodeAsync(service);
        await UntilAsync(service, message => message is { Attempts: 1, SentAt: null, LastError: not null });
        Assert.DoesNotContain(sink.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Never_happens_to_a_server_whose_certificate_nobody_vouches_for()
    {
        using var certificate = SelfSigned();
        await using var sink = new SmtpSink(certificate);
        await using var service = await InProductionAsync(sink, security: "StartTls");
        await AskForCodeAsync(service);
        await UntilAsync(service, message => message is { Attempts: 1, SentAt: null, LastError: not null });
        Assert.Contains("STARTTLS", sink.Commands);
        Assert.DoesNotContain(sink.Commands, command => command.Contains("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Odr:Smtp:Host", "li@example.org", "Odr:Smtp:Host is not set")]
    [InlineData("Odr:Smtp:From", "li@example.org", "Odr:Smtp:From is no e-mail address")]
    [InlineData("Odr:Sms:Gateway", "13800001234", "Odr:Sms:Gateway is not set")]
    public async Task Says_in_the_record_which_setting_is_missing(string setting, string contact, string words)
    {
        await using var sink = new SmtpSink();
        await using var service = await InProductionAsync(sink, "None", (setting, ""));
        await AskForCodeAsync(service, contact);
        var waiting = await UntilAsync(service, message => message.Attempts == 1);
        Assert.StartsWith(words, waiting.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Has_no_outbox_page_in_Production()
    {
        await using var sink = new SmtpSink();
        await using var service = await InProductionAsync(sink);
        using var nobody = Visitor.With(service, null, null);
        using var somebody = await Visitor.SignedInAsync(service, "李海生");
        foreach (var visitor in new[] { nobody, somebody })
        {
            (await visitor.GetAsync("api/outbox")).IsRefused(404, "shared.not-found");
            (await visitor.GetAsync("api/outbox?to=li@example.org")).IsRefused(404, "shared.not-found");
        }

        Assert.DoesNotContain("outbox", (await nobody.GetAsync("openapi/v1.json")).Text, StringComparison.OrdinalIgnoreCase);
        await using var scope = service.Services.CreateAsyncScope();
        Assert.All(scope.ServiceProvider.GetServices<IDeliveryCarrier>(), carrier => Assert.False(carrier.KeepsSecrets));

        await using var development = await OdrCluster.StartAsync(); // the same question finds it there
        using var developer = Visitor.With(development, null, null);
        Assert.Equal(200, (await developer.GetAsync("api/outbox")).Status);
    }

    private static Task<OdrCluster> InProductionAsync(SmtpSink sink, string? security = "None", params (string Name, string Value)[] settings) => ProductionSettings.StartAsync(builder =>
    {
        builder.Configuration["Odr:Smtp:Host"] = "127.0.0.1";
        builder.Configuration["Odr:Smtp:Port"] = $"{sink.Port}";
        if (security is not null) builder.Configuration["Odr:Smtp:Security"] = security;
        builder.Configuration["Odr:Smtp:From"] = "连云港非诉 <odr@example.cn>";
        foreach (var (name, value) in settings) builder.Configuration[name] = value;
    });

    private static async Task AskForCodeAsync(OdrCluster service, string contact = "li@example.org")
    {
        using var visitor = Visitor.With(service, null, null);
        Assert.Equal(200, (await visitor.PostAsync("api/accounts/code", new SendCodeRequest(contact, null))).Status);
    }

    /// <summary>The one message, once it is as wanted.</summary>
    private static async Task<DeliveryMessage> UntilAsync(OdrCluster service, Func<DeliveryMessage, bool> wanted)
    {
        for (var until = DateTime.UtcNow.AddSeconds(15); ; await Task.Delay(50))
        {
            var message = await service.WithDbAsync(db => db.Set<DeliveryMessage>().AsNoTracking().SingleAsync());
            if (wanted(message)) return message;
            Assert.True(DateTime.UtcNow < until, $"attempts {message.Attempts}, sent {message.SentAt}, {message.LastError}");
        }
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
