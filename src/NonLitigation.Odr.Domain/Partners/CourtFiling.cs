using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Partners;

/// <summary>
/// A packet on its way to a court, and what came back. The bytes are fixed when it is made, its id is the idempotency key: however often it is sent,
/// the court has one filing.
/// </summary>
public sealed class CourtFiling
{
    private CourtFiling() { }

    /// <param name="packet">Canonical bytes.</param>
    public CourtFiling(Guid confirmationId, Guid caseId, int number, byte[] packet, DateTimeOffset now)
    {
        (Id, ConfirmationId, CaseId, Number) = (Guid.CreateVersion7(now), confirmationId, caseId, number);
        (Packet, PacketSha256, MadeAt, NextTryAt) = (packet, Digest.Of(packet).ToString(), now, now);
    }

    public Guid Id { get; private set; }
    public Guid ConfirmationId { get; private set; }
    public Guid CaseId { get; private set; }
    /// <summary>1 for the application, then one for each supplement.</summary>
    public int Number { get; private set; }
    public byte[] Packet { get; private set; } = [];
    public string PacketSha256 { get; private set; } = "";
    public DateTimeOffset MadeAt { get; private set; }
    /// <summary>The receipt's canonical bytes; null until the court has the packet.</summary>
    public byte[]? Receipt { get; private set; }
    public DateTimeOffset? ReceivedAt { get; private set; }
    /// <summary>How many of the court's answers are in the case already.</summary>
    public int AnswersTaken { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public int Tries { get; private set; }
    /// <summary>When to send it again, or to ask for answers.</summary>
    public DateTimeOffset NextTryAt { get; private set; }
    public string? LastFault { get; private set; }

    /// <param name="claimedSha256">As the court said it beside the receipt.</param>
    /// <exception cref="RefusalException">The receipt is not for these bytes under this key, or its own hash is wrong.</exception>
    public void Take(CourtReceipt receipt, string claimedSha256, DateTimeOffset now)
    {
        PartnersRules.ReceiptDoubtful.When(receipt.Key != Id || receipt.PacketSha256 != PacketSha256 || receipt.Sha256 != claimedSha256);
        if (Receipt is not null) return;
        (Receipt, ReceivedAt, Tries, LastFault, NextTryAt) = (receipt.CanonicalBytes(), receipt.ReceivedAt, 0, null, now);
    }

    /// <summary>Answers up to this number are in the case.</summary>
    public void Took(int number, bool last, DateTimeOffset nextAsk, DateTimeOffset now)
    {
        (AnswersTaken, Tries, LastFault, NextTryAt) = (Math.Max(AnswersTaken, number), 0, null, nextAsk);
        if (last) ClosedAt = now;
    }

    /// <summary>Waits longer after each failure: 5 s, 10 s, 20 s … at most 10 minutes. It never gives up.</summary>
    public void Failed(string fault, DateTimeOffset now)
    {
        Tries++;
        NextTryAt = now + TimeSpan.FromSeconds(Math.Min(600, 5 * Math.Pow(2, Math.Min(Tries - 1, 10))));
        LastFault = fault.Length > 2_000 ? fault[..2_000] : fault;
    }
}
