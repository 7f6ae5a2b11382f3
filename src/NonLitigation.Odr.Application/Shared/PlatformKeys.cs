using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using NonLitigation.Odr.Documents.Shared;

namespace NonLitigation.Odr.Application.Shared;

/// <summary>
/// The platform's keys in <c>Odr:Keys:Directory</c>, opened when first needed. Missing ones are made in Development only, or where
/// <c>Odr:Keys:MayCreate</c> says so (first installation). <c>Odr:Keys:Name</c> and <c>Odr:Keys:SealName</c> name them. The seal's key may be on a
/// PKCS #11 token (<c>Odr:Keys:Token</c>). <c>Odr:Timestamp:Certificates</c> and <c>Odr:SignatureAuthority:Certificates</c>
/// are PEM files of the authorities to be believed.
/// </summary>
public static class PlatformKeys
{
    public static IServiceCollection AddPlatformKeys(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new Lazy<KeyStore>(() => Open(provider), LazyThreadSafetyMode.PublicationOnly));
        return services;
    }

    private static string Set(IConfigurationSection section, string name) =>
        section[name] is { Length: > 0 } value ? value : throw new InvalidOperationException($"{section.Path}:{name} is not set.");

    private static string[] Certificates(string? path)
    {
        if (string.IsNullOrEmpty(path)) return [];
        var read = new X509Certificate2Collection();
        read.ImportFromPemFile(path);
        return [.. read.Select(one => one.ExportCertificatePem())];
    }

    private static KeyStore Open(IServiceProvider provider)
    {
        var keys = provider.GetRequiredService<IConfiguration>().GetSection("Odr:Keys");
        var directory = keys["Directory"] is { Length: > 0 } set ? set : throw new InvalidOperationException("Odr:Keys:Directory is not set.");
        var development = provider.GetRequiredService<IHostEnvironment>().IsDevelopment();
        var mayCreate = development || string.Equals(keys["MayCreate"], "true", StringComparison.OrdinalIgnoreCase);
        var token = keys.GetSection("Token");
        var all = provider.GetRequiredService<IConfiguration>();
        return KeyStore.Open(new(directory, mayCreate, keys["Name"] ?? "odr.localhost/checkpoint", keys["SealName"] ?? "连云港市非诉讼服务平台")
        {
            Development = development,
            TimestampAuthorityPems = Certificates(all["Odr:Timestamp:Certificates"]),
            SigningAuthorityPems = Certificates(all["Odr:SignatureAuthority:Certificates"]),
            Token = token["Module"] is { Length: > 0 } module ? new(module, Set(token, "Label"), Set(token, "PinFile"), Set(token, "Key")) : null,
        });
    }
}
