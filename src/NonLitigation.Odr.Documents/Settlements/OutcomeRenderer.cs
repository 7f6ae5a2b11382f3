using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Documents.Settlements;

/// <param name="TimestampPending">An authority is configured but gave no token; the seal is valid without.</param>
public sealed record SealedOutcome(byte[] Pdf, bool TimestampPending);

/// <summary>Makes the sealed PDF of an outcome: printed page, attachments, one signature over every byte.</summary>
/// <param name="timestamps">Null: no authority, no timestamps.</param>
/// <param name="lists">Null: no revocation lists are kept with outcomes.</param>
/// <param name="fonts">The font of the page first, then those that stand in for its missing characters.</param>
public sealed class OutcomeRenderer(Chromium browser, IReadOnlyList<string> fonts, KeyStore keys, TimestampClient? timestamps = null, RevocationLists? lists = null)
{
    public const string AgreementFile = "agreement.json";
    public const string ConsentsFile = "consents.json";

    private readonly Lazy<FontCoverage> _fonts = new(() => new(fonts));

    /// <summary>Where Debian puts them.</summary>
    public static IReadOnlyList<string> DebianFonts { get; } =
        ["/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"];

    /// <summary>Whether there is an authority to ask.</summary>
    public bool Stamps => timestamps is not null;

    /// <summary>Characters that no configured font can print; ask before freezing a text.</summary>
    public IReadOnlyList<Rune> MissingGlyphs(string text) => _fonts.Value.MissingGlyphs(text);

    /// <param name="attachments">Further files, e.g. <c>checkpoint.txt</c> of the joint room.</param>
    /// <exception cref="ArgumentException">When the outcome contradicts itself.</exception>
    /// <exception cref="InvalidOperationException">When browser or font is missing, or printing fails.</exception>
    public async Task<SealedOutcome> RenderAsync(OutcomeContent outcome, IReadOnlyList<Attachment> attachments, CancellationToken ct)
    {
        outcome.EnsureWhole();
        var page = await browser.PrintAsync(ShowMissing(OutcomePage.Html(outcome)), ct);
        List<Attachment> files =
        [
            new(AgreementFile, "application/json", "各方签署的协议原文", outcome.FrozenBytes),
            new(ConsentsFile, "application/json", "各方签名记录", outcome.ConsentBytes()),
            .. attachments,
        ];
        var prepared = PdfUpdate.Prepare(page, files, await ValidationData.GatherAsync(keys, lists, ct), outcome.Agreement.OrganisationName, $"人民调解协议书 {outcome.Agreement.CaseNumber}", outcome.SealedAt);
        var cms = CadesSignature.Sign(prepared.SignedRange(), keys.Seal, keys.SealToken, keys.SealChain);
        var stamped = timestamps is null || await StampAsync(cms, timestamps, ct);
        return new(prepared.Signed(cms.Encode()), !stamped);
    }

    /// <summary>What is signed by hand, for print: neither signed nor sealed.</summary>
    /// <exception cref="InvalidOperationException">When browser or font is missing, or printing fails.</exception>
    public Task<byte[]> PrintPaperAsync(PaperText paper, CancellationToken ct) => browser.PrintAsync(ShowMissing(PaperPage.Html(paper)), ct);

    /// <summary>Adds the missing timestamp to a sealed outcome; the seal covers the same bytes as before, the file's own hash changes.</summary>
    /// <returns>Null when the authority still gives none.</returns>
    /// <exception cref="ArgumentException">When the file is no sealed outcome of ours.</exception>
    public async Task<byte[]?> StampAsync(byte[] pdf, CancellationToken ct)
    {
        if (timestamps is null) throw new InvalidOperationException("No timestamp authority is configured.");
        if (SealedPdf.Find(pdf) is not { } found || found.Signature() is not { } der) throw new ArgumentException("This is no sealed outcome.", nameof(pdf));
        var cms = new SignedCms(new ContentInfo(found.SignedRange()), detached: true);
        cms.Decode(der);
        if (cms.SignerInfos[0].UnsignedAttributes.Count > 0) return pdf;
        return await StampAsync(cms, timestamps, ct) ? new PreparedPdf(pdf, found.HoleStart, found.HoleEnd).Signed(cms.Encode()) : null;
    }

    private static async Task<bool> StampAsync(SignedCms cms, TimestampClient timestamps, CancellationToken ct)
    {
        if (await timestamps.StampAsync(cms.SignerInfos[0].GetSignature(), ct) is not { } token) return false;
        cms.SignerInfos[0].AddUnsignedAttribute(new AsnEncodedData(new Oid(CadesSignature.TimestampToken), token.AsSignedCms().Encode()));
        return true;
    }

    /// <summary>A character without a glyph is printed as its number, so that nothing in a signed paper is a blank box.</summary>
    private string ShowMissing(string html)
    {
        foreach (var rune in MissingGlyphs(System.Net.WebUtility.HtmlDecode(html)))
        {
            var named = $"〔U+{rune.Value:X4}〕";
            html = html.Replace(rune.ToString(), named, StringComparison.Ordinal).Replace($"&#{rune.Value};", named, StringComparison.Ordinal);
        }
        return html;
    }
}
