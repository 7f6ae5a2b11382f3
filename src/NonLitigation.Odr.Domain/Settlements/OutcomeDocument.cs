using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>The sealed PDF of an outcome; apart from it, so that lists never carry the bytes.</summary>
public sealed class OutcomeDocument
{
    private OutcomeDocument() { }

    internal OutcomeDocument(Guid outcomeId, byte[] pdf) => (OutcomeId, Pdf, Sha256) = (outcomeId, pdf, Digest.Of(pdf).ToString());

    public Guid OutcomeId { get; private set; }
    public byte[] Pdf { get; private set; } = [];
    public string Sha256 { get; private set; } = "";
}
