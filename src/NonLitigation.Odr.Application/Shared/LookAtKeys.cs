using Microsoft.Extensions.Configuration;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Documents.Shared;

namespace NonLitigation.Odr.Application.Shared;

/// <summary>Whether the platform's keys are fit for what others are to believe.</summary>
public sealed class LookAtKeys(Lazy<KeyStore> keys, IConfiguration configuration, TimeProvider time)
{
    public static readonly RefusalView Missing = new("start.keys-missing",
        "签名密钥缺失或损坏。请把 checkpoint.key 和 seal.p12 放入 Odr:Keys:Directory，或在首次安装时设置 Odr:Keys:MayCreate=true。",
        "Signing keys are missing or damaged. Put checkpoint.key and seal.p12 into Odr:Keys:Directory, or set Odr:Keys:MayCreate=true for a first installation.");

    public static readonly RefusalView OfDevelopment = new("start.keys-of-development",
        "签名密钥是开发环境的。请换用正式密钥；首次安装请在空目录中设置 Odr:Keys:Name 和 Odr:Keys:SealName。",
        "The signing keys are those of Development. Use real ones; for a first installation name an empty folder, Odr:Keys:Name and Odr:Keys:SealName.");

    public static readonly RefusalView Weak = new("start.keys-weak",
        "签名密钥太弱（RSA 少于2048位、椭圆曲线少于256位、SHA-1 签发或种子无随机性）。请换用新密钥。",
        "A signing key is too weak: RSA below 2,048 bits, a curve below 256, issued with SHA-1, or a seed without chance in it. Use a new one.");

    public static readonly RefusalView ReadableByOthers = new("start.keys-readable",
        "其他用户可以读取签名密钥。请对 checkpoint.key 和 seal.p12 执行 chmod 600。", "Others on this machine can read the signing keys. Run chmod 600 on checkpoint.key and seal.p12.");

    public static readonly RefusalView Lapsed = new("start.seal-lapsed",
        "印章证书不在有效期内。请换用有效的 seal.p12。", "The seal's certificate is not valid today. Use a seal.p12 that is.");

    public IReadOnlyList<RefusalView> Handle()
    {
        if (configuration["Odr:Keys:Name"] is null or { Length: 0 } && string.Equals(configuration["Odr:Keys:MayCreate"], "true", StringComparison.OrdinalIgnoreCase)) return [OfDevelopment];
        try
        {
            return [.. keys.Value.FaultsAt(time.GetUtcNow()).Select(fault => fault switch
            {
                KeyFault.OfDevelopment => OfDevelopment,
                KeyFault.Weak => Weak,
                KeyFault.ReadableByOthers => ReadableByOthers,
                _ => Lapsed,
            })];
        }
        catch (Exception unusable) when (unusable is InvalidOperationException or FormatException or System.Security.Cryptography.CryptographicException or IOException or UnauthorizedAccessException)
        {
            return [Missing with { En = $"{Missing.En} ({unusable.Message})" }];
        }
    }
}
