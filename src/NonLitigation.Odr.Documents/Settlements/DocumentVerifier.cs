using NonLitigation.Odr.Documents.Rooms;
using NonLitigation.Odr.Documents.Shared;

namespace NonLitigation.Odr.Documents.Settlements;

/// <summary>Checks whatever file it is given: an outcome (PDF) or a transcript (JSON). No database, no network.</summary>
public sealed class DocumentVerifier(Trust trust)
{
    private readonly OutcomeVerifier _outcomes = new(trust);
    private readonly TranscriptVerifier _transcripts = new(trust);

    /// <summary>The first bytes decide; when they were the ones changed, the marks inside do.</summary>
    public Verdict Verify(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("%PDF"u8)) return _outcomes.Verify(file);
        if (file.StartsWith("{"u8)) return _transcripts.Verify(file);
        return OutcomeVerifier.LooksLikeOne(file) ? _outcomes.Verify(file) : _transcripts.Verify(file);
    }
}
