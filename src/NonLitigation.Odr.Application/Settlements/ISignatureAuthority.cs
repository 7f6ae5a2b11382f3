namespace NonLitigation.Odr.Application.Settlements;

/// <summary>What a person asks a certification authority to sign for him.</summary>
/// <param name="Id">Idempotency key: the proof by which the person was identified for this act.</param>
/// <param name="Name">As in his documents.</param>
/// <param name="IdNumber">Null when the platform does not know it.</param>
/// <param name="Contact">Where the authority may ask him itself.</param>
/// <param name="Sha256">Lower-case hex, of <paramref name="Text"/>.</param>
public sealed record SignatureOrder(Guid Id, string Name, string? IdNumber, string? Contact, string Sha256, byte[] Text);

/// <param name="Cms">Detached CMS signature (RFC 5652) over the text, DER; null when it does not sign for this person.</param>
/// <param name="Reason">Why it does not, for the person.</param>
public sealed record AuthorityAnswer(byte[]? Cms, string? Reason);

/// <summary>
/// A licensed certification authority (电子签名法 16–18) that issues a certificate to a person it has identified and signs the text with that person's key:
/// <c>docs/signature-authority.md</c>.
/// </summary>
public interface ISignatureAuthority
{
    /// <summary>Its name, for the person who decides whether to use it; null: none is connected.</summary>
    string? Name { get; }

    /// <exception cref="HttpRequestException">It could not be reached, or did not answer as it should.</exception>
    Task<AuthorityAnswer> SignAsync(SignatureOrder order, CancellationToken cancellation);
}
