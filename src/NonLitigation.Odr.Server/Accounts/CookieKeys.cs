using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Persistence.Shared;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Accounts;

/// <summary>
/// The keys of sign-in cookies lie in the database, where every node finds them, encrypted for the certificate in <c>Odr:CookieKeys:Certificate</c>
/// (PKCS #12, its password in <c>Odr:CookieKeys:Password</c>): whoever reads the database or a copy of it cannot make cookies.
/// </summary>
public static class CookieKeys
{
    public static void Encrypt(IDataProtectionBuilder keys, IConfiguration configuration)
    {
        if (Certificate(configuration) is not { } certificate) return;
        keys.ProtectKeysWithCertificate(certificate);
        // After a change of certificate the keys of the last months are still encrypted for the earlier ones.
        keys.UnprotectKeysWithAnyCertificate([certificate, .. (configuration.GetSection("Odr:CookieKeys:Earlier").Get<string[]>() ?? []).Select(path => Read(path, configuration))]);
    }

    /// <returns>Null when none is named.</returns>
    /// <exception cref="CryptographicException">When the file is no PKCS #12 or the password is not its.</exception>
    public static X509Certificate2? Certificate(IConfiguration configuration) =>
        configuration["Odr:CookieKeys:Certificate"] is { Length: > 0 } path && File.Exists(path) ? Read(path, configuration) : null;

    private static X509Certificate2 Read(string path, IConfiguration configuration) =>
        X509CertificateLoader.LoadPkcs12FromFile(path, configuration["Odr:CookieKeys:Password"], X509KeyStorageFlags.EphemeralKeySet);
}

/// <summary>In Production no key of a cookie lies open.</summary>
public sealed class CookieKeysCheck(IDbContextFactory<OdrDb> databases, IConfiguration configuration, IHostEnvironment environment) : IStartCheck
{
    public async Task<IReadOnlyList<RefusalView>> LookAsync(CancellationToken cancellation)
    {
        if (environment.IsDevelopment()) return [];
        using var key = CookieKeys.Certificate(configuration)?.GetRSAPrivateKey();
        if (key is not { KeySize: >= 2048 }) return [StartRefusals.CookieKeysOpen];
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.DataProtectionKeys.AnyAsync(one => one.Xml!.Contains("<masterKey"), cancellation) ? [StartRefusals.CookieKeysLeftOpen] : [];
    }
}
