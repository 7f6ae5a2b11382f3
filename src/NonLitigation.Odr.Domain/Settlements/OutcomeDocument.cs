using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>The sealed PDF of an outcome; apart from it, so that lists never carry the bytes.</summary>
public sealed class OutcomeDocument
{
    /// <summary>Editions: as it was sealed, and with the timestamp that came later.</summary>
    public const int Sealed = 1, Stamped = 2;

    private OutcomeDocument() { }

    internal OutcomeDocument(Guid outcomeId, int edition, byte[] pdf) => (OutcomeId, Edition, Pdf, Sha256) = (outcomeId, edition, pdf, Digest.Of(pdf).ToString());

    public Guid OutcomeId { get; private set; }
    public int Edition { get; private set; }
    public byte[] Pdf { get; private set; } = [];
    public string Sha256 { get; private set; } = "";
}
