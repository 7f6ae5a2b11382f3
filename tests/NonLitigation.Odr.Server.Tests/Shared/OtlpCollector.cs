using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace NonLitigation.Odr.Server.Tests.Shared;

/// <summary>A collector that keeps what it is sent: OTLP 1.x over gRPC (HTTP/2 without TLS) or over HTTP/1.1 with protobuf, each at a port of its own.</summary>
public sealed class OtlpCollector : IAsyncDisposable
{
    private const string Grpc = "/opentelemetry.proto.collector.", Http = "/v1/";
    private readonly WebApplication _app;

    private OtlpCollector(WebApplication app) => _app = app;

    /// <summary>What came, as one request each: path, headers and body; the body unpacked when it was packed.</summary>
    public ConcurrentQueue<(string Path, string Headers, byte[] Body)> Received { get; } = new();

    public Uri GrpcAddress => new(_app.Urls.First());
    public Uri HttpAddress => new(_app.Urls.Last());

    public static async Task<OtlpCollector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var collector = new OtlpCollector(builder.Build());
        collector._app.Run(collector.TakeAsync);
        await collector._app.StartAsync();
        return collector;
    }

    public IEnumerable<OtlpReading.Metric> Metrics => Messages("metrics").SelectMany(OtlpReading.Metrics);

    public IEnumerable<OtlpReading.Span> Spans => Messages("trace").SelectMany(OtlpReading.Spans);

    /// <summary>Every byte that came, read as UTF-8: protobuf keeps text as it is.</summary>
    public IEnumerable<string> Everything => Received.Select(one => $"{one.Path} {one.Headers} {Encoding.UTF8.GetString(one.Body)}");

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private IEnumerable<byte[]> Messages(string signal) => Received.Where(one => one.Path.Contains(signal, StringComparison.Ordinal)).Select(one => one.Body);

    private async Task TakeAsync(HttpContext context)
    {
        using var content = new MemoryStream();
        await context.Request.Body.CopyToAsync(content);
        var (path, body) = (context.Request.Path.Value!, content.ToArray());
        var grpc = path.StartsWith(Grpc, StringComparison.Ordinal);
        Assert.True(grpc || path.StartsWith(Http, StringComparison.Ordinal), path);
        Assert.Equal(grpc ? "application/grpc" : "application/x-protobuf", context.Request.ContentType);
        if (grpc) body = Frame(body);
        else if (context.Request.Headers.ContentEncoding == "gzip") body = Unpack(body);
        Received.Enqueue((path, string.Join('\n', context.Request.Headers), body));
        context.Response.ContentType = context.Request.ContentType;
        if (!grpc) return; // an empty answer is the message that all was taken
        context.Response.DeclareTrailer("grpc-status");
        await context.Response.Body.WriteAsync(new byte[5]);
        context.Response.AppendTrailer("grpc-status", "0");
    }

    /// <summary>One message: a byte that says whether it is packed, four for its length, the message.</summary>
    private static byte[] Frame(byte[] body)
    {
        Assert.Equal(body.Length - 5, BinaryPrimitives.ReadInt32BigEndian(body.AsSpan(1)));
        return body[0] == 0 ? body[5..] : Unpack(body[5..]);
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var unpacked = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress)) gzip.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
