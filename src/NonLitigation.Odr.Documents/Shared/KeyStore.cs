using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace NonLitigation.Odr.Documents.Shared;

/// <param name="Directory">Holds <c>checkpoint.key</c>, <c>seal.p12</c> (both mode 0600; with a token <c>seal.pem</c>, the certificate and those above it) and <c>trust.json</c>.</param>
/// <param name="MayCreate">Whether missing keys are made (self-signed; for development and first installation).</param>
/// <param name="KeyName">Name of the checkpoint key, e.g. <c>odr.example.cn/checkpoint</c>; no space, no plus.</param>
/// <param name="SealName">Common name of the seal certificate that is made.</param>
public sealed record KeyStoreOptions(string Directory, bool MayCreate, string KeyName, string SealName)
{
    /// <summary>Certificates of timestamp authorities to be believed, PEM.</summary>
    public IReadOnlyList<string> TimestampAuthorityPems { get; init; } = [];

    /// <summary>Certificates of the authorities that sign for persons, PEM.</summary>
    public IReadOnlyList<string> SigningAuthorityPems { get; init; } = [];

    /// <summary>The seal's key is on a token; null: in the file.</summary>
    public TokenOptions? Token { get; init; }

    /// <summary>Keys made here are marked as such, and refused in Production.</summary>
    public bool Development { get; init; }
}

/// <summary>The platform's keys: one signs checkpoints, one seals outcomes; and the public list of whom to trust.</summary>
public sealed class KeyStore
{
    private readonly string[] _files;

    private KeyStore(NoteSigner checkpoints, X509Certificate2 seal, RSA? token, X509Certificate2Collection chain, Trust trust, params string[] files) =>
        (Checkpoints, Seal, SealToken, SealChain, Trust, _files) = (checkpoints, seal, token, chain, trust, files);

    public NoteSigner Checkpoints { get; }

    /// <summary>With its private key, unless that is on a token.</summary>
    public X509Certificate2 Seal { get; }

    /// <summary>The seal's key when it is on a token.</summary>
    internal RSA? SealToken { get; }

    /// <summary>The seal's certificate and those above it.</summary>
    public X509Certificate2Collection SealChain { get; }

    public Trust Trust { get; }

    /// <exception cref="InvalidOperationException">When keys are missing and may not be made.</exception>
    public static KeyStore Open(KeyStoreOptions options)
    {
        string key = Path.Combine(options.Directory, "checkpoint.key"), seal = Path.Combine(options.Directory, options.Token is null ? "seal.p12" : "seal.pem"),
            trust = Path.Combine(options.Directory, "trust.json");
        if (options.MayCreate) Create(options, key, seal);
        foreach (var path in new[] { key, seal })
            if (!File.Exists(path)) throw new InvalidOperationException($"The key file {path} is missing and may not be made here.");

        var signer = ReadSigner(File.ReadAllText(key));
        var (chain, leaf) = options.Token is null ? FromFile(seal) : FromPem(seal);
        var current = new Trust([signer.Verifier], [chain.FirstOrDefault(c => c != leaf) ?? leaf],
            [.. options.TimestampAuthorityPems.Select(pem => X509Certificate2.CreateFromPem(pem))])
        {
            SigningAuthorities = [.. options.SigningAuthorityPems.Select(pem => X509Certificate2.CreateFromPem(pem))],
        };
        // Whoever was trusted stays trusted: papers of an earlier key must still prove.
        var known = File.Exists(trust) ? File.ReadAllBytes(trust) : null;
        var trusted = known is null ? current : Trust.Read(known).With(current);
        var json = trusted.ToJson();
        if (options.MayCreate && !json.AsSpan().SequenceEqual(known)) Write(trust, json);
        return new(signer, leaf, options.Token is null ? null : new TokenKey(options.Token, leaf), chain, trusted, options.Token is null ? [key, seal] : [key, options.Token.PinFile]);
    }

    /// <summary>What makes these keys unfit for real use; empty for sound ones.</summary>
    public IEnumerable<KeyFault> FaultsAt(DateTimeOffset now) => KeyFaults.Of(Seal, Checkpoints.Verifier.Name, Checkpoints.Seed, _files, now);

    private static void Create(KeyStoreOptions options, string key, string seal)
    {
        Directory.CreateDirectory(options.Directory);
        using var alone = Lock(Path.Combine(options.Directory, ".lock"));
        if (!File.Exists(key))
            Write(key, Encoding.UTF8.GetBytes($"{options.KeyName}\n{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\n"));
        if (options.Token is null && !File.Exists(seal)) Write(seal, SealCertificate.Create(options.SealName, options.Development));
    }

    private static (X509Certificate2Collection Chain, X509Certificate2 Leaf) FromFile(string path)
    {
        var chain = X509CertificateLoader.LoadPkcs12CollectionFromFile(path, "");
        return (chain, chain.First(certificate => certificate.HasPrivateKey));
    }

    private static (X509Certificate2Collection Chain, X509Certificate2 Leaf) FromPem(string path)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(path);
        return (chain, chain.FirstOrDefault() ?? throw new InvalidOperationException($"There is no certificate in {path}."));
    }

    private static NoteSigner ReadSigner(string text) =>
        text.Split('\n') is [var name, var seed, ..] ? new(name, Convert.FromBase64String(seed)) : throw new InvalidOperationException("checkpoint.key is damaged.");

    /// <summary>Several nodes may start at once on one directory; the first makes the keys, the others wait.</summary>
    private static FileStream Lock(string path)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (tries < 300)
            {
                Thread.Sleep(100);
            }
        }
    }

    /// <summary>Whole or not at all: written beside, then moved.</summary>
    private static void Write(string path, byte[] bytes)
    {
        var beside = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(beside, options)) file.Write(bytes);
        File.Move(beside, path, overwrite: true);
    }
}
