namespace NonLitigation.Odr.Application.Accounts;

/// <summary>A message on its way out.</summary>
/// <param name="Calendar">Of a mail: a calendar object (RFC 5545) with its METHOD.</param>
public sealed record OutgoingMessage(Guid Id, string To, string TextZh, string TextEn, string? Calendar = null);

/// <summary>Carries messages of one channel to the outside. Throws when it could not; the message is tried again later.</summary>
public interface IDeliveryCarrier
{
    /// <summary><c>Sms</c> or <c>Email</c>.</summary>
    string Channel { get; }

    /// <summary>True for the Development outbox, whose page shows links and codes.</summary>
    bool KeepsSecrets { get; }

    Task CarryAsync(OutgoingMessage message, CancellationToken cancellation);
}
