namespace NonLitigation.Odr.Server.Shared;

/// <summary>
/// What a page of this service may do (CSP Level 3, Trusted Types). Scripts come from this service alone, none stands in a page, and nothing makes markup or the
/// address of a script out of words: <c>odr-worker</c> is the one policy there may be, and the one address that it lets pass is that of the page's own worker.
/// Styles come from this service too; those that a library of the staff's pages writes while it runs bear the number of that one page.
/// No style stands in an attribute: what a script sets on an element is not markup, and no rule about markup is needed for it.
/// </summary>
public static class PagePolicy
{
    private const string Rest =
        "default-src 'self'; script-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:; connect-src 'self'; frame-src 'self' blob:; " +
        "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types odr-worker; ";

    /// <param name="nonce">Of one answer; null where no style is written.</param>
    public static string Of(string? nonce) => Rest + (nonce is null ? "style-src 'self'" : $"style-src 'self' 'nonce-{nonce}'");
}
