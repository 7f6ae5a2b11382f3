using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Accounts;

/// <summary>A message waiting to leave, or gone. Written in the transaction that causes it.</summary>
public sealed class DeliveryMessage
{
    public const int MaxAttempts = 12;

    private DeliveryMessage() { }

    /// <param name="calendar">Calendar text (RFC 5545) that goes with a mail; nothing on a phone.</param>
    public DeliveryMessage(Contact to, string textZh, string textEn, string? link, string? code, DateTimeOffset now, string? calendar = null)
    {
        Calendar = to.Channel == ContactChannel.Email ? calendar : null;
        (Id, Channel, To, TextZh, TextEn, Link, Code, CreatedAt, NextAttemptAt) = (Guid.CreateVersion7(), to.Channel, to.Value, textZh, textEn, link, code, now, now);
    }

    public Guid Id { get; private set; }
    public ContactChannel Channel { get; private set; }
    public string To { get; private set; } = "";
    public string TextZh { get; private set; } = "";
    public string TextEn { get; private set; } = "";
    public string? Link { get; private set; }
    public string? Code { get; private set; }
    public string? Calendar { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public int Attempts { get; private set; }
    public DateTimeOffset? NextAttemptAt { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public string? LastError { get; private set; }

    /// <param name="keepSecrets">False removes link, code and calendar from the record once they are on their way.</param>
    public void Sent(DateTimeOffset now, bool keepSecrets)
    {
        (SentAt, NextAttemptAt, LastError) = (now, null, null);
        if (!keepSecrets && (Link is not null || Code is not null)) (Link, Code, Calendar, TextZh, TextEn) = (null, null, null, "", "");
    }

    /// <summary>Later and later, up to an hour apart; after the last attempt it stays as undelivered.</summary>
    public void Failed(string error, DateTimeOffset now)
    {
        Attempts++;
        LastError = error.Length > 500 ? error[..500] : error;
        NextAttemptAt = Attempts >= MaxAttempts ? null : now + Backoff.After(Attempts, TimeSpan.FromSeconds(10), TimeSpan.FromHours(1));
    }
}
