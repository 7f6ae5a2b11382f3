using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Contracts.Evidence;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Shared;
using SkiaSharp;

namespace NonLitigation.Odr.Server.Tests.Evidence;

/// <summary>Failure-mode row K8: three hundred hostile files; what is kept is drawn anew or plain, and goes out as an attachment that nothing runs.</summary>
public sealed class RefusingHostileFiles : IAsyncLifetime
{
    private CaseTown _town = null!;

    public async ValueTask InitializeAsync() => _town = await CaseTown.BuildAsync(await OdrCluster.StartAsync());

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    private static byte[] Ascii(string text) => Encoding.Latin1.GetBytes(text);

    /// <summary>Content that must never be kept as it is.</summary>
    private static IEnumerable<byte[]> Hostile()
    {
        foreach (var markup in new[] { "<html>", "<!DOCTYPE html>", "<script>alert(1)</script>", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "<?xml version='1.0'?><x/>", "<?php system('id');", "<iframe src=x>", "<img src=x onerror=alert(1)>", "<body onload=x>" })
            foreach (var wrapped in new[] { markup, "\uFEFF" + markup, "  \n\t" + markup, "正常的话。" + markup, markup.ToUpperInvariant() })
                yield return Encoding.UTF8.GetBytes(wrapped);
        foreach (var head in new[] { "MZ\u0090\0\u0003", "PK\u0003\u0004\0\0", "Rar!\u001a\u0007\0", "7z\u00bc\u00af\u0027\u001c", "GIF89a\u0001\0", "BM\u0036\0\0\0", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "\u007fELF\u0002", "\u00ca\u00fe\u00ba\u00be", "\u001f\u008b\b", "II*\0\b", "MM\0*", "\0\0\0\u0018ftypheic", "\0\0\u0001\0\u0001", "OggS\0", "ID3\u0003", "RIFF\u0010\0\0\0AVI ", "RIFF\u0010\0\0\0WEBQ", "#!/bin/sh\nrm -rf /\n", "{\\rtf1\\ansi", "%!PS-Adobe-3.0\n", "MIME-Version: 1.0\n", "\0asm\u0001\0\0\0", "\u00ff\u00fe<\0h\0t\0m\0l\0", "\u00fe\u00ff\0<\0h" })
            yield return Ascii(head);
        foreach (var name in new[] { "JavaScript", "Launch", "EmbeddedFile", "RichMedia", "SubmitForm", "ImportData", "Rendition" })
        {
            yield return SampleFiles.Pdf($"/OpenAction<</S/{name}/X(x)>>");
            yield return SampleFiles.Pdf($"/OpenAction<</S/#{(int)name[0]:X2}{name[1..]}/X(x)>>");
            yield return SampleFiles.Pdf($"/OpenAction<</S/{name[..^1]}#{(int)name[^1]:x2} /X(x)>>");
            yield return SampleFiles.PackedPdf($"7 0 <</S/{name}/X(x)>>");
            yield return SampleFiles.PackedPdf($"7 0 <</S/#{(int)name[0]:X2}{name[1..]}/X(x)>>");
        }
        yield return SampleFiles.Pdf("/AcroForm<</XFA[(a)]>>");
        yield return SampleFiles.Pdf("/Encrypt 9 0 R");
        yield return SampleFiles.PackedPdf("7 0 <</Type/Page>>", "[/ASCIIHexDecode/FlateDecode]");
        yield return Ascii("%PDF-1.5\n3 0 obj<</Type/ObjStm/N 1/First 4/Length 9>>stream\nnot zlib!\nendstream endobj\n%%EOF\n");
        yield return SampleFiles.PackedPdf(new string(' ', 70_000_000)); // a bomb
        yield return SampleFiles.Pdf()[..^8];
        yield return [.. SampleFiles.Pdf(), .. Ascii("<script>alert(1)</script>")];
        yield return [.. Ascii("<script>alert(1)</script>\n"), .. SampleFiles.Pdf()];
        foreach (var format in new[] { SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png, SKEncodedImageFormat.Webp })
        {
            var image = SampleFiles.Image(format);
            yield return image[..(image.Length / 3)];
            yield return [.. image[..12], .. Ascii("<script>alert(1)</script>")];
            yield return [.. image[..8], .. new byte[200]];
        }
        yield return SampleFiles.PixelFlood();
        yield return [0xFF, 0xD8, 0xFF, 0xFE, 0xFF, 0xFF];
        yield return Ascii("text\0text");
        yield return Ascii("text\u001b[2Jtext");
        yield return Encoding.UTF8.GetBytes("付款\u202e000,1元");
        yield return [0xC4, 0xE3, 0xBA, 0xC3];
        yield return [0x61, 0xED, 0xA0, 0x80];
    }

    [Fact]
    public async Task Whatever_they_call_themselves()
    {
        var files = Hostile().ToList();
        string[] names = ["photo.jpg", "report.pdf", "说明.txt"];
        Assert.True(files.Count * names.Length >= 300, $"{files.Count} files");
        var kept = new List<string>();
        foreach (var (file, at) in files.Select((file, at) => (file, at)))
            foreach (var name in at % 8 == 0 || file.Length > 1_000_000 ? names[..1] : names)
            {
                var answer = await _town.Li.UploadAsync(file, name);
                Assert.True(answer.Status is 422 or 413 or 200 && answer.Status < 500, $"{at} {name}: {answer.Status}");
                if (answer.Status == 200) kept.Add($"{at} {name}: {Encoding.Latin1.GetString(file.Take(60).ToArray())}");
                else Assert.StartsWith("evidence.", answer.Code, StringComparison.Ordinal);
            }
        Assert.Empty(kept);
    }

    [Fact]
    public async Task By_leaving_of_a_good_image_nothing_but_its_pixels()
    {
        foreach (var format in new[] { SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png, SKEncodedImageFormat.Webp })
        {
            byte[] polyglot = [.. SampleFiles.Image(format), .. Ascii("PK\u0003\u0004hiddencanary<script>alert(1)</script>%PDF-1.4 hiddencanary")];
            var answer = await _town.Li.UploadAsync(polyglot, $"a.{format}");
            if (answer.Status != 200) continue; // refused is as good
            var content = await _town.Li.Http.GetByteArrayAsync(new Uri($"api/exhibits/{answer.As<ExhibitView>().Id}", UriKind.Relative));
            Assert.DoesNotContain("hiddencanary", Encoding.Latin1.GetString(content), StringComparison.Ordinal);
            using var image = SKBitmap.Decode(content);
            Assert.Equal((40, 20), (image.Width, image.Height));
        }
    }

    [Fact]
    public async Task But_takes_what_people_really_have()
    {
        // By chance a large scan holds every short name; none of them is refused for it.
        foreach (var seed in Enumerable.Range(1, 3)) (await _town.Li.UploadAsync(SampleFiles.ScannedPdf(12_000_000, seed), "扫描件.pdf")).As<ExhibitView>();
        foreach (var good in new[]
        {
            SampleFiles.PackedPdf("7 0 <</Type/Page/Parent 2 0 R>>"), SampleFiles.Pdf("/Launchpad 1/JSONish 2"), SampleFiles.Text("BMW牌小客车，2025年购买。"), SampleFiles.Text("From 2025-07-01 to 2025-09-30 at sea."),
            SampleFiles.Text("MZ号渔船出海记录"), SampleFiles.Text("\uFEFF带标记的文本\r\n第二行\t列"), SampleFiles.Text("a < b && c > d"), SampleFiles.Text("𠮷野家 😀"),
        })
            (await _town.Li.UploadAsync(good, "x")).As<ExhibitView>();
    }

    [Fact]
    public async Task At_twenty_megabytes_and_one_byte_and_takes_twenty()
    {
        var most = new byte[20 * 1024 * 1024];
        Array.Fill(most, (byte)'a');
        Assert.Equal(most.Length, (await _town.Li.UploadAsync(most, "most.txt")).As<ExhibitView>().Size);
        (await _town.Li.UploadAsync([.. most, (byte)'a'], "more.txt")).IsRefused(413, "evidence.file-too-large");
        try
        {
            Assert.Equal(413, (await _town.Li.UploadAsync(new byte[33 * 1024 * 1024], "far-more.txt")).Status);
        }
        catch (HttpRequestException cutOff)
        {
            // What is far too large is not read to its end: the line may be closed before the answer is looked at.
            Assert.IsType<IOException>(cutOff.InnerException);
        }
    }

    [Fact]
    public async Task Before_they_are_read_where_the_sender_may_not_put_them()
    {
        var directory = _town.Cluster.Services.GetRequiredService<IConfiguration>()["Odr:Files:Directory"]!;
        int Files() => Directory.Exists(directory) ? Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Count() : 0;
        var id = await _town.MediateAsync();
        var before = Files();
        for (var at = 0; at < 5; at++)
        {
            (await _town.Ma.UploadAsync(SampleFiles.Text($"填满磁盘 {at}"), "x.txt", ("roomId", Guid.CreateVersion7()), ("clientMessageId", Guid.CreateVersion7()))).IsRefused(404, "shared.not-found");
            (await _town.Ma.UploadAsync(SampleFiles.Text($"填满磁盘 {at}"), "x.txt", ("caseId", id))).IsRefused(404, "shared.not-found");
        }
        for (var at = 0; at < 50; at++) (await _town.Ma.UploadAsync(SampleFiles.Text($"先传的 {at}"), "x.txt")).As<ExhibitView>();
        (await _town.Ma.UploadAsync(SampleFiles.Text("第五十一份"), "x.txt")).IsRefused(422, "evidence.limit-reached");
        Assert.Equal(before + 50, Files());
    }

    [Fact]
    public async Task Of_another_party_gives_the_same_answer_as_one_that_never_was_five_hundred_times()
    {
        var ahead = (await _town.Li.UploadAsync(SampleFiles.Text(), "记录.txt")).As<ExhibitView>();
        for (var at = 0; at < 250; at++)
        {
            var (his, none) = (await _town.Zhou.GetAsync($"api/exhibits/{ahead.Id}"), await _town.Zhou.GetAsync($"api/exhibits/{Guid.CreateVersion7()}"));
            his.IsRefused(404, "shared.not-found");
            Assert.Equal(his.Text.Length, none.Text.Length);
        }
    }
}
