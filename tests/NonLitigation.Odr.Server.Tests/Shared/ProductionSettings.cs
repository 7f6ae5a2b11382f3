using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using NonLitigation.Odr.Server.Tests.Documents;

namespace NonLitigation.Odr.Server.Tests.Shared;

/// <summary>Settings as for real use, all of them sound, but for the database, which the test names. The environment is the test's to name too.</summary>
public static class ProductionSettings
{
    private static readonly Lazy<string> CookieCertificate = new(() => Certificate(2_048));

    public static void Apply(WebApplicationBuilder builder)
    {
        builder.Configuration["Odr:Keys:Directory"] = TestKeys.ForProduction();
        builder.Configuration["Odr:Keys:MayCreate"] = "true";
        builder.Configuration["Odr:Keys:Name"] = "odr.example.cn/checkpoint";
        builder.Configuration["Odr:Keys:SealName"] = "连云港市调解中心";
        builder.Configuration["Odr:CookieKeys:Certificate"] = CookieCertificate.Value;
        builder.Configuration["Odr:Sms:Gateway"] = "https://sms.example.cn/";
    }

    /// <summary>The whole service in Production, on a PostgreSQL that keeps its promises.</summary>
    public static async Task<OdrCluster> StartAsync(Action<WebApplicationBuilder>? adjust = null)
    {
        var server = await PostgresServer.SoundAsync();
        var database = await server.CopyAsync();
        return await OdrCluster.StartAsync(adjust: builder =>
        {
            Apply(builder);
            builder.Configuration["Odr:Record:MayBeVolatile"] = "false";
            builder.Configuration["ConnectionStrings:Odr"] = server.Address("odr_service", database).Replace("Pooling=false", "MaxPoolSize=10", StringComparison.Ordinal);
            adjust?.Invoke(builder);
        }, environment: "Production");
    }

    /// <summary>A PKCS #12 file without password.</summary>
    public static string Certificate(int bits) => OutsideTool.FileWith(Pkcs12(bits, "CN=cookies", DateTimeOffset.UtcNow.AddYears(1)), ".p12");

    /// <summary>A folder of signing keys with one fault.</summary>
    public static string Keys(string fault)
    {
        var folder = fault == "development" ? TestKeys.ForDevelopment() : TestKeys.ForProduction();
        var seal = Path.Combine(folder, "seal.p12");
        if (fault == "readable") Assert.Equal(0, OutsideTool.Run("chmod", "604", seal).Code);
        if (fault == "weak") File.WriteAllBytes(seal, Pkcs12(1_024, "CN=调解中心", DateTimeOffset.UtcNow.AddYears(1)));
        if (fault == "lapsed") File.WriteAllBytes(seal, Pkcs12(3_072, "CN=调解中心", DateTimeOffset.UtcNow.AddHours(-1)));
        return folder;
    }

    private static byte[] Pkcs12(int bits, string name, DateTimeOffset until)
    {
        using var key = RSA.Create(bits);
        using var made = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-2), until);
        return made.Export(X509ContentType.Pkcs12, "");
    }
}
