using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using NonLitigation.Odr.Contracts.Accounts;

namespace NonLitigation.Odr.Server.Tests.Accounts;

/// <summary>A push as it came in.</summary>
public sealed record CaughtPush(Uri To, IReadOnlyDictionary<string, string> Headers, byte[] Content);

/// <summary>Stands where a push service would: keeps what comes, and answers as it is told.</summary>
public sealed class FakePushHost : HttpMessageHandler
{
    public ConcurrentQueue<CaughtPush> Caught { get; } = new();

    /// <summary>By the last part of the address.</summary>
    public ConcurrentDictionary<string, HttpStatusCode> Answers { get; } = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.Concat(request.Content!.Headers).ToDictionary(one => one.Key, one => string.Join(",", one.Value), StringComparer.OrdinalIgnoreCase);
        Caught.Enqueue(new(request.RequestUri!, headers, await request.Content.ReadAsByteArrayAsync(cancellationToken)));
        return new(Answers.GetValueOrDefault(request.RequestUri!.Segments[^1], HttpStatusCode.Created));
    }
}

/// <summary>The keys that a browser makes for push, and what it reads with them (RFC 8291, 3 and RFC 8188, 2), written from the standard and not from the service's code.</summary>
public sealed class PushBrowser(string endpoint) : IDisposable
{
    private readonly ECDiffieHellman _key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(16);

    public TurnOnPushRequest Request(string language = "zh", int from = 0, int until = 0) =>
        new(endpoint, Base64Url.EncodeToString(Point(_key)), Base64Url.EncodeToString(_secret), language, from, until);

    public string Read(byte[] content)
    {
        var salt = content.AsSpan(0, 16);
        Assert.Equal(4096, BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(16)));
        var sender = content.AsSpan(21, content[20]);
        using var theirs = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = sender[1..33].ToArray(), Y = sender[33..].ToArray() } });
        var first = HMACSHA256.HashData(_secret, _key.DeriveRawSecretAgreement(theirs.PublicKey));
        byte[] about = [.. "WebPush: info\0"u8, .. Point(_key), .. sender, 1];
        var material = HMACSHA256.HashData(first, about);
        var second = HMACSHA256.HashData(salt.ToArray(), material);
        byte[] ofTheKey = [.. "Content-Encoding: aes128gcm\0"u8, 1], ofTheNonce = [.. "Content-Encoding: nonce\0"u8, 1];
        var (contentKey, nonce) = (HMACSHA256.HashData(second, ofTheKey)[..16], HMACSHA256.HashData(second, ofTheNonce)[..12]);
        var cipher = content.AsSpan(21 + content[20]);
        var plain = new byte[cipher.Length - 16];
        using var aes = new AesGcm(contentKey, 16);
        aes.Decrypt(nonce, cipher[..^16], cipher[^16..], plain);
        var end = Array.FindLastIndex(plain, one => one != 0);
        Assert.Equal(2, plain[end]);
        return Encoding.UTF8.GetString(plain, 0, end);
    }

    public void Dispose() => _key.Dispose();

    private static byte[] Point(ECDiffieHellman key) => key.ExportParameters(false).Q is var point ? [4, .. point.X!, .. point.Y!] : [];
}
