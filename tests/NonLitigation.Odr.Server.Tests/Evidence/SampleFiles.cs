using System.Text;
using SkiaSharp;

namespace NonLitigation.Odr.Server.Tests.Evidence;

/// <summary>Files as people send them, and as attackers do.</summary>
internal static class SampleFiles
{
    public static byte[] Text(string text = "出海记录：九月一日至三十日。") => Encoding.UTF8.GetBytes(text);

    public static byte[] Pdf(string inside = "") =>
        Encoding.Latin1.GetBytes($"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R{inside}>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    /// <summary>A PDF whose objects lie in a compressed object stream.</summary>
    public static byte[] PackedPdf(string objects, string filter = "/FlateDecode")
    {
        using var packed = new MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(Encoding.Latin1.GetBytes(objects));
        return
        [
            .. Encoding.Latin1.GetBytes($"%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n3 0 obj<</Type/ObjStm/N 1/First 4/Filter {filter}/Length {packed.Length}>>stream\n"),
            .. packed.ToArray(), .. "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8,
        ];
    }

    /// <summary>A PDF with a photo's worth of random bytes in it, as a scanner makes them.</summary>
    public static byte[] ScannedPdf(int size, int seed)
    {
        var photo = new byte[size];
        new Random(seed).NextBytes(photo);
        return
        [
            .. Encoding.Latin1.GetBytes($"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n4 0 obj<</Subtype/Image/Filter/DCTDecode/Length {size}>>stream\n"),
            .. photo, .. "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8,
        ];
    }

    public static byte[] Image(SKEncodedImageFormat format, int width = 40, int height = 20)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.White);
        for (var x = 0; x < width / 2; x++) bitmap.SetPixel(x, 0, SKColors.Red);
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    /// <summary>A JPEG whose camera says "turned by a quarter" and where it was taken.</summary>
    public static byte[] TurnedJpeg()
    {
        var plain = Image(SKEncodedImageFormat.Jpeg);
        byte[] tiff = [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, .. "GPS-SECRET-PLACE"u8];
        byte[] body = [.. "Exif\0\0"u8, .. tiff];
        var length = body.Length + 2;
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. body, .. plain[2..]];
    }

    /// <summary>A PNG header that claims 60,000 × 60,000 pixels.</summary>
    public static byte[] PixelFlood()
    {
        var png = Image(SKEncodedImageFormat.Png);
        byte[] size = [0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60];
        size.CopyTo(png, 16);
        var crc = Crc32(png.AsSpan(12, 17));
        (png[29], png[30], png[31], png[32]) = ((byte)(crc >> 24), (byte)(crc >> 16), (byte)(crc >> 8), (byte)crc);
        return png;
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        }
        return ~crc;
    }
}
