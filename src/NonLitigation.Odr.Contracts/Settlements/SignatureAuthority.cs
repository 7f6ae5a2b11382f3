namespace NonLitigation.Odr.Contracts.Settlements;

/// <summary>What goes to a certification authority (<c>docs/signature-authority.md</c>).</summary>
/// <param name="Sha256">Lower-case hex, of the bytes of <paramref name="Text"/>.</param>
/// <param name="Text">The frozen bytes, base 64.</param>
public sealed record AuthoritySignatureRequest(string Name, string? IdNumber, string? Contact, string Sha256, string Text);

/// <param name="Cms">Detached CMS signature over the text, DER, base 64.</param>
public sealed record AuthoritySignatureView(string Cms);

/// <param name="Reason">For the person, in Chinese.</param>
public sealed record AuthorityRefusalView(string? Reason);
