using NonLitigation.Odr.Contracts.Partners;

namespace NonLitigation.Odr.Application.Partners;

/// <summary>A packet as it leaves.</summary>
/// <param name="Key">The idempotency key.</param>
/// <param name="Sha256">Lower-case hex, of the packet.</param>
public sealed record OutgoingFiling(Guid Key, string Sha256, byte[] Packet);

/// <summary>
/// The system of a court or a notary: the packet goes as canonical bytes with their hash under an idempotency key, a receipt comes back, answers are asked
/// for. Sending the same again is harmless and brings the same receipt.
/// </summary>
public interface IPartner
{
    /// <exception cref="HttpRequestException">It could not be reached, or did not take it now.</exception>
    Task<FilingReceiptView> FileAsync(OutgoingFiling filing, CancellationToken cancellation);

    /// <returns>All answers so far.</returns>
    /// <exception cref="HttpRequestException">It could not be reached.</exception>
    Task<FilingAnswersView> AnswersAsync(Guid key, CancellationToken cancellation);
}

/// <summary>As <c>docs/court-protocol.md</c> has it.</summary>
public interface ICourt : IPartner;

/// <summary>As <c>docs/notary-protocol.md</c> has it.</summary>
public interface INotary : IPartner;
