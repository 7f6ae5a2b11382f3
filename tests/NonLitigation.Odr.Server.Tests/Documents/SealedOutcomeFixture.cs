using NonLitigation.Odr.Documents.Settlements;
using Xunit;

namespace NonLitigation.Odr.Server.Tests.Documents;

/// <summary>One sealed outcome for all tests of its class.</summary>
public sealed class SealedOutcomeFixture : IAsyncLifetime
{
    public byte[] Pdf { get; private set; } = [];

    internal DocumentVerifier Verifier { get; } = new(ExampleTranscript.Keys.Trust);

    public async ValueTask InitializeAsync() => Pdf = await ExampleOutcome.PdfAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
