using System.Globalization;
using System.Text;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Documents.Settlements;

/// <param name="Name">ASCII file name inside the PDF.</param>
/// <param name="MediaType">E.g. <c>application/json</c>.</param>
/// <param name="Description">Shown by readers, Chinese.</param>
public sealed record Attachment(string Name, string MediaType, string Description, ReadOnlyMemory<byte> Content);

/// <summary>A PDF with an empty place for one signature: <see cref="Signed"/> fills it.</summary>
/// <param name="HoleStart">Offset of the place's opening angle bracket.</param>
/// <param name="HoleEnd">Offset just after its closing one.</param>
internal sealed record PreparedPdf(byte[] Bytes, int HoleStart, int HoleEnd)
{
    /// <summary>What is signed: everything but the place itself.</summary>
    internal byte[] SignedRange() => [.. Bytes.AsSpan(0, HoleStart), .. Bytes.AsSpan(HoleEnd)];

    internal byte[] Signed(ReadOnlySpan<byte> signature)
    {
        var hex = Convert.ToHexStringLower(signature);
        if (hex.Length > HoleEnd - HoleStart - 2) throw new InvalidOperationException("The signature is larger than its place.");
        var bytes = Bytes.ToArray();
        Encoding.ASCII.GetBytes(hex, bytes.AsSpan(HoleStart + 1));
        return bytes;
    }
}

/// <summary>Appends one incremental update to a PDF: attached files, a manifest of what is where, and one signature field over all of it.</summary>
internal sealed class PdfUpdate : IDisposable
{
    internal const string ManifestFormat = "nonlitigation-odr/manifest/1";
    internal const string ManifestName = "manifest.json";

    /// <summary>Bytes kept for the signature: two certificates, a 3072-bit signature and a timestamp fit well.</summary>
    internal const int SignatureSpace = 12 * 1024;

    private readonly PrintedPdf _base;
    private readonly MemoryStream _out = new();
    private readonly SortedDictionary<int, int> _offsets = [];
    private int _next;

    private PdfUpdate(byte[] pdf)
    {
        _base = new(pdf);
        _next = _base.Size;
        _out.Write(pdf);
        if (pdf[^1] != '\n') Write("\n");
    }

    internal static PreparedPdf Prepare(byte[] pdf, IReadOnlyList<Attachment> attachments, ValidationData validation, string signer, string reason, DateTimeOffset at)
    {
        using var update = new PdfUpdate(pdf);
        var specifications = new List<(string Name, int Number)>();
        var manifest = new CanonicalArray();
        foreach (var attachment in attachments)
        {
            specifications.Add((attachment.Name, update.Attach(attachment, out var offset)));
            manifest.Add(Place(attachment.Name, offset, attachment.Content.Span));
        }
        var (certificates, lists) = (update.Streams(validation.Certificates), update.Streams(validation.RevocationLists));
        var manifestBytes = CanonicalJson.Serialize(new CanonicalObject
        {
            ["format"] = ManifestFormat,
            ["pages"] = Place("pages", 0, pdf),
            ["attachments"] = manifest,
            ["revocationLists"] = new CanonicalArray(lists.Zip(validation.RevocationLists, (one, list) => Place($"{one.Number}.crl", one.Offset, list))),
        });
        specifications.Add((ManifestName, update.Attach(new(ManifestName, "application/json", "附件清单", manifestBytes), out var manifestOffset)));
        return update.Finish(specifications, Store(certificates, lists), $"[{manifestOffset} {manifestBytes.Length}]", signer, reason, at);
    }

    public void Dispose() => _out.Dispose();

    private static CanonicalObject Place(string name, long offset, ReadOnlySpan<byte> content) => new()
    {
        ["name"] = name,
        ["offset"] = offset,
        ["length"] = content.Length,
        ["sha256"] = Digest.Of(content).ToString(),
    };

    private int Attach(Attachment attachment, out long contentOffset)
    {
        var size = attachment.Content.Length;
        var file = Begin($"<</Type /EmbeddedFile /Subtype /{attachment.MediaType.Replace("/", "#2F", StringComparison.Ordinal)} /Params <</Size {size}>> /Length {size}>>\nstream\n");
        contentOffset = _out.Position;
        _out.Write(attachment.Content.Span);
        Write("\nendstream\nendobj\n");
        var specification = Begin($"<</Type /Filespec /F ({attachment.Name}) /UF {Text(attachment.Name)} /Desc {Text(attachment.Description)} "
            + $"/AFRelationship /Data /EF <</F {file} 0 R>>>>\nendobj\n");
        return specification;
    }

    private List<(int Number, long Offset)> Streams(IReadOnlyList<byte[]> contents)
    {
        List<(int, long)> written = [];
        foreach (var content in contents)
        {
            var number = Begin($"<</Length {content.Length}>>\nstream\n");
            written.Add((number, _out.Position));
            _out.Write(content);
            Write("\nendstream\nendobj\n");
        }
        return written;
    }

    /// <summary>The document security store, as it stands in the catalog.</summary>
    private static string Store(List<(int Number, long Offset)> certificates, List<(int Number, long Offset)> lists)
    {
        static string References(List<(int Number, long Offset)> of) => string.Join(' ', of.Select(one => $"{one.Number} 0 R"));
        return $"<</Type /DSS /Certs [{References(certificates)}]{(lists.Count == 0 ? "" : $" /CRLs [{References(lists)}]")}>>";
    }

    private PreparedPdf Finish(List<(string Name, int Number)> files, string store, string manifest, string signer, string reason, DateTimeOffset at)
    {
        var field = _next + 1;
        var value = Begin($"<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Name {Text(signer)} /Reason {Text(reason)} "
            + $"/M (D:{at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}+08'00') /OdrManifest {manifest} /ByteRange [0 ");
        var range = (int)_out.Position;
        const int rangeWidth = 33;
        Write(new string(' ', rangeWidth) + "] /Contents ");
        var hole = (int)_out.Position;
        Write("<" + new string('0', 2 * SignatureSpace) + ">");
        var holeEnd = (int)_out.Position;
        Write(">>\nendobj\n");
        Begin($"<</Type /Annot /Subtype /Widget /FT /Sig /T (Seal) /F 132 /Rect [0 0 0 0] /P {_base.Page} 0 R /V {value} 0 R>>\nendobj\n");
        Replace(_base.Page, _base.With(_base.Page, ("Annots", $"[{field} 0 R]")));
        var named = string.Join(' ', files.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => $"({f.Name}) {f.Number} 0 R"));
        Replace(_base.Catalog, _base.With(_base.Catalog, ("AcroForm", $"<</Fields [{field} 0 R] /SigFlags 3>>"),
            ("DSS", store), ("Names", $"<</EmbeddedFiles <</Names [{named}]>>>>"), ("AF", $"[{string.Join(' ', files.Select(f => $"{f.Number} 0 R"))}]")));
        WriteXref();
        var bytes = _out.ToArray();
        var text = $"{hole} {holeEnd} {bytes.Length - holeEnd}";
        Encoding.ASCII.GetBytes(text.PadRight(rangeWidth), bytes.AsSpan(range));
        return new(bytes, hole, holeEnd);
    }

    private void WriteXref()
    {
        var start = _out.Position;
        Write("xref\n");
        var numbers = _offsets.Keys.ToList();
        for (var i = 0; i < numbers.Count;)
        {
            var count = 1;
            while (i + count < numbers.Count && numbers[i + count] == numbers[i] + count) count++;
            Write($"{numbers[i]} {count}\n");
            for (var j = 0; j < count; j++) Write($"{_offsets[numbers[i + j]]:D10} 00000 n \n");
            i += count;
        }
        var details = _base.Details is { } number ? $" /Info {number} 0 R" : "";
        Write($"trailer\n<</Size {_next} /Root {_base.Catalog} 0 R{details} /Prev {_base.XrefOffset}>>\nstartxref\n{start}\n%%EOF\n");
    }

    private int Begin(string content)
    {
        var number = _next++;
        _offsets[number] = (int)_out.Position;
        Write($"{number} 0 obj\n{content}");
        return number;
    }

    private void Replace(int number, string dictionary)
    {
        _offsets[number] = (int)_out.Position;
        Write($"{number} 0 obj\n{dictionary}\nendobj\n");
    }

    /// <summary>A text string: UTF-16 with byte order mark, as hexadecimal.</summary>
    private static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private void Write(string text) => _out.Write(Encoding.Latin1.GetBytes(text));
}
