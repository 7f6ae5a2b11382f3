using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Server.Tests.Documents;

namespace NonLitigation.Odr.Server.Tests.Shared;

/// <summary>Signing keys made once for the whole run and copied: making two RSA keys for each service took a tenth of its time.</summary>
public static class TestKeys
{
    private static readonly Lazy<string> Development = new(() => Make("odr.localhost/checkpoint", true)), Production = new(() => Make("odr.example.cn/checkpoint", false));

    /// <summary>Fills a folder that does not exist yet with what a development service would make for itself.</summary>
    public static void ForDevelopment(string folder)
    {
        if (!Directory.Exists(folder)) Copy(Development.Value, folder);
    }

    /// <returns>A new folder with the keys of a development service.</returns>
    public static string ForDevelopment() => CopyOf(Development.Value);

    /// <returns>A new folder with keys fit for Production.</returns>
    public static string ForProduction() => CopyOf(Production.Value);

    private static string Make(string name, bool development)
    {
        var folder = OutsideTool.NewFolder();
        _ = KeyStore.Open(new(folder, MayCreate: true, name, "连云港市调解中心") { Development = development });
        return folder;
    }

    private static string CopyOf(string keys)
    {
        var folder = OutsideTool.NewFolder();
        Copy(keys, folder);
        return folder;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file))); // with its mode
    }
}
