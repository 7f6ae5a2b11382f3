using NonLitigation.Odr.Domain.Evidence;
using SkiaSharp;

namespace NonLitigation.Odr.Application.Evidence;

/// <summary>Draws an uploaded image anew: only pixels survive, turned upright; what hid beside them (place, device, other formats) is gone.</summary>
public sealed class ImageEncoding : IDisposable
{
    private const int Quality = 90;
    // Two at a time: an image of 50 million pixels takes 200 MB.
    private readonly SemaphoreSlim atOnce = new(2);

    public async Task<byte[]> EncodeAsync(byte[] upload, MediaKind kind, CancellationToken cancellation)
    {
        await atOnce.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => Encode(upload, kind), cancellation);
        }
        finally
        {
            atOnce.Release();
        }
    }

    public void Dispose() => atOnce.Dispose();

    private static byte[] Encode(byte[] upload, MediaKind kind)
    {
        using var data = SKData.CreateCopy(upload);
        using var codec = SKCodec.Create(data) ?? throw EvidenceRules.ImageBroken.Refused();
        EvidenceRules.ImageBroken.When(codec.Info.Width <= 0 || codec.Info.Height <= 0);
        EvidenceRules.TooManyPixels.When((long)codec.Info.Width * codec.Info.Height > EvidenceRules.MostPixels);
        using var drawn = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        EvidenceRules.ImageBroken.When(codec.GetPixels(drawn.Info, drawn.GetPixels()) != SKCodecResult.Success);
        using var upright = Upright(drawn, codec.EncodedOrigin);
        using var encoded = upright.Encode(FormatOf(kind), Quality) ?? throw EvidenceRules.ImageBroken.Refused();
        EvidenceRules.TooLarge.When(encoded.Size > EvidenceRules.LargestFile);
        return encoded.ToArray();
    }

    /// <summary>Applies the camera's orientation mark (EXIF 0x0112), which re-encoding would lose.</summary>
    private static SKBitmap Upright(SKBitmap drawn, SKEncodedOrigin origin)
    {
        var (w, h) = (drawn.Width, drawn.Height);
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var matrix = origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, h, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, h, -1, 0, w, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, w, 0, 0, 1),
            _ => SKMatrix.Identity,
        };
        var upright = new SKBitmap(drawn.Info.WithSize(turned ? h : w, turned ? w : h));
        using var canvas = new SKCanvas(upright);
        canvas.SetMatrix(matrix);
        canvas.DrawBitmap(drawn, 0, 0);
        return upright;
    }

    private static SKEncodedImageFormat FormatOf(MediaKind kind) =>
        kind == MediaKind.Png ? SKEncodedImageFormat.Png : kind == MediaKind.WebP ? SKEncodedImageFormat.Webp : SKEncodedImageFormat.Jpeg;
}
