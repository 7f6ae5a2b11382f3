using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NonLitigation.Odr.Application.Accounts;

/// <summary>The service's key for push (RFC 8292, VAPID): push services know by it who sends. PKCS #8 in <c>push.key</c> beside the other keys, mode 0600.</summary>
public sealed class PushKey
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(12); // RFC 8292, 2: at most a day
    private readonly ECDsa _key;

    private PushKey(ECDsa key)
    {
        _key = key;
        var point = key.ExportParameters(false).Q;
        Public = [4, .. point.X!, .. point.Y!];
    }

    /// <summary>Uncompressed point, 65 bytes.</summary>
    public byte[] Public { get; }

    /// <returns>Null when there is none and none may be made.</returns>
    /// <exception cref="CryptographicException">The file holds no P-256 key.</exception>
    public static PushKey? Open(string path, bool mayCreate)
    {
        if (!File.Exists(path))
        {
            if (!mayCreate) return null;
            Create(path);
        }
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return key.KeySize == 256 ? new PushKey(key) : throw new CryptographicException($"{path} is no P-256 key.");
    }

    /// <summary>Value of the Authorization header (RFC 8292, 3).</summary>
    /// <param name="contact">Where the push service finds whoever is responsible: https or mailto.</param>
    public string Authorize(Uri endpoint, Uri contact, DateTimeOffset now)
    {
        var claims = JsonSerializer.Serialize(new { aud = endpoint.GetLeftPart(UriPartial.Authority), exp = (now + Life).ToUnixTimeSeconds(), sub = contact.AbsoluteUri });
        var signed = $"{Text("""{"typ":"JWT","alg":"ES256"}""")}.{Text(claims)}";
        var signature = _key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"vapid t={signed}.{Base64Url.EncodeToString(signature)}, k={Base64Url.EncodeToString(Public)}";
    }

    private static string Text(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    /// <summary>Several nodes may start at once: whoever moves first makes it, the others read that one.</summary>
    private static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var beside = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new StreamWriter(beside, Encoding.ASCII, options)) file.Write(made.ExportPkcs8PrivateKeyPem());
        try
        {
            File.Move(beside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(beside);
        }
    }
}
