using NonLitigation.Odr.Documents.Settlements;

namespace NonLitigation.Odr.Server.Tests.Shared;

/// <summary>One printing browser for the whole run. It ends with this process, whose end closes its pipe.</summary>
internal static class TestPrinter
{
    internal static Chromium Shared { get; } = Made();

    private static Chromium Made()
    {
        var browser = new Chromium(ChromiumOptions.Default);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => browser.Dispose();
        return browser;
    }
}
