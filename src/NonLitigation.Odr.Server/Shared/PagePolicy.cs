namespace NonLitigation.Odr.Server.Shared;

/// <summary>
/// What a page of this service may do (CSP Level 3, Trusted Types). Scripts come from this service alone, none stands in a page, and nothing makes markup or the
/// address of a script out of words: <c>odr-worker</c> is the one policy there may be, and the one address that it lets pass is that of the page's own worker.
/// Styles come from this service too. A style element may stand in a page only when it is empty (its hash is that of no bytes): a library of the staff's pages
/// sets rules on such elements by script, which is no markup. So the policy is the same for every answer, and a page that a device keeps bears no number that could grow old.
/// No style stands in an attribute.
/// </summary>
public static class PagePolicy
{
    public const string Text =
        "default-src 'self'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; " +
        "img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:; connect-src 'self'; frame-src 'self' blob:; " +
        "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types odr-worker";
}
