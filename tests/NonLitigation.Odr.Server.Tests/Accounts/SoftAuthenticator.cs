using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Accounts;

/// <summary>A passkey authenticator (WebAuthn level 2) with one P-256 key: what a phone does when it asks for a finger.</summary>
public sealed class SoftAuthenticator : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private string _userHandle = "";
    private uint _uses;

    public byte[] CredentialId { get; init; } = RandomNumberGenerator.GetBytes(32);
    /// <summary>Whether it says that the person was verified by finger, face or PIN.</summary>
    public bool Verifies { get; init; } = true;

    /// <summary>Answers creation options, as <c>navigator.credentials.create</c> and <c>toJSON</c> do.</summary>
    public string Create(string optionsJson, Uri origin)
    {
        var options = JsonNode.Parse(optionsJson)!;
        _userHandle = (string)options["user"]!["id"]!;
        var client = ClientData("webauthn.create", (string)options["challenge"]!, origin);
        byte[] length = [(byte)(CredentialId.Length >> 8), (byte)CredentialId.Length];
        byte[] data = [.. AuthenticatorData((string)options["rp"]!["id"]!, 0x41), .. new byte[16], .. length, .. CredentialId, .. CoseKey()];
        byte[] attestation = [.. Cbor.Map(3), .. Cbor.Text("fmt"), .. Cbor.Text("none"), .. Cbor.Text("attStmt"), .. Cbor.Map(0), .. Cbor.Text("authData"), .. Cbor.Bytes(data)];
        return Json(new JsonObject { ["clientDataJSON"] = Url(client), ["attestationObject"] = Url(attestation), ["transports"] = new JsonArray("internal") });
    }

    /// <summary>Answers request options, as <c>navigator.credentials.get</c> and <c>toJSON</c> do.</summary>
    public string Get(string optionsJson, Uri origin)
    {
        var options = JsonNode.Parse(optionsJson)!;
        var client = ClientData("webauthn.get", (string)options["challenge"]!, origin);
        var data = AuthenticatorData((string)options["rpId"]!, 0x01);
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Json(new JsonObject { ["clientDataJSON"] = Url(client), ["authenticatorData"] = Url(data), ["signature"] = Url(signature), ["userHandle"] = _userHandle });
    }

    /// <summary>Registered for a person, as if he had done so before.</summary>
    public async Task BelongToAsync(OdrCluster cluster, Guid person)
    {
        _userHandle = Url(Encoding.UTF8.GetBytes(person.ToString()));
        await using var scope = cluster.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var added = await accounts.AddOrUpdatePasskeyAsync((await accounts.FindByIdAsync(person.ToString()))!,
            new(CredentialId, CoseKey(), DateTimeOffset.UtcNow, 0, ["internal"], true, false, false, [], []));
        Assert.True(added.Succeeded);
    }

    public void Dispose() => _key.Dispose();

    private static string Url(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private static byte[] ClientData(string type, string challenge, Uri origin) =>
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { type, challenge, origin = origin.GetLeftPart(UriPartial.Authority), crossOrigin = false }));

    private byte[] AuthenticatorData(string domain, byte flags)
    {
        var data = new byte[37];
        SHA256.HashData(Encoding.UTF8.GetBytes(domain)).CopyTo(data, 0);
        data[32] = (byte)(flags | (Verifies ? 0x04 : 0));
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(33), ++_uses);
        return data;
    }

    /// <summary>RFC 9053: kty EC2, alg ES256, crv P-256, x, y.</summary>
    public byte[] CoseKey()
    {
        var point = _key.ExportParameters(false).Q;
        return [.. Cbor.Map(5), 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, .. Cbor.Bytes(point.X!), 0x22, .. Cbor.Bytes(point.Y!)];
    }

    private string Json(JsonObject response) => new JsonObject
    {
        ["id"] = Url(CredentialId), ["rawId"] = Url(CredentialId), ["type"] = "public-key", ["authenticatorAttachment"] = "platform",
        ["clientExtensionResults"] = new JsonObject(), ["response"] = response,
    }.ToJsonString();

    /// <summary>RFC 8949, as much of it as an attestation needs.</summary>
    private static class Cbor
    {
        public static byte[] Map(int pairs) => Head(5, pairs);
        public static byte[] Text(string text) => [.. Head(3, text.Length), .. Encoding.ASCII.GetBytes(text)];
        public static byte[] Bytes(byte[] bytes) => [.. Head(2, bytes.Length), .. bytes];

        private static byte[] Head(int major, int length) => length switch
        {
            < 24 => [(byte)(major << 5 | length)],
            < 256 => [(byte)(major << 5 | 24), (byte)length],
            _ => [(byte)(major << 5 | 25), (byte)(length >> 8), (byte)length],
        };
    }
}
