using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Partners;

/// <summary>Where packets go.</summary>
public enum PartnerDesk { Court, Notary }

/// <summary>What a packet is about; which of the two it is decides where the answers go.</summary>
public enum FilingSubject { Confirmation, Route }

/// <summary>
/// A packet on its way to a court or a notary, and what came back. The bytes are fixed when it is made, its id is the idempotency key: however often it is
/// sent, there is one filing.
/// </summary>
public sealed class PartnerFiling
{
    private PartnerFiling() { }

    /// <param name="subjectId">Of the joint application, or of the one party's application.</param>
    /// <param name="packet">Canonical bytes.</param>
    public PartnerFiling(PartnerDesk desk, FilingSubject subject, Guid subjectId, Guid caseId, int number, byte[] packet, DateTimeOffset now)
    {
        (Id, Desk, Subject, SubjectId, CaseId, Number) = (Guid.CreateVersion7(now), desk, subject, subjectId, caseId, number);
        (Packet, PacketSha256, MadeAt, NextTryAt) = (packet, Digest.Of(packet).ToString(), now, now);
    }

    public Guid Id { get; private set; }
    public PartnerDesk Desk { get; private set; }
    public FilingSubject Subject { get; private set; }
    public Guid SubjectId { get; private set; }
    public Guid CaseId { get; private set; }
    /// <summary>1 for the application, then one for each supplement.</summary>
    public int Number { get; private set; }
    public byte[] Packet { get; private set; } = [];
    public string PacketSha256 { get; private set; } = "";
    public DateTimeOffset MadeAt { get; private set; }
    /// <summary>The receipt's canonical bytes; null until the packet has arrived.</summary>
    public byte[]? Receipt { get; private set; }
    public DateTimeOffset? ReceivedAt { get; private set; }
    /// <summary>How many of the answers are in the case already.</summary>
    public int AnswersTaken { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public int Tries { get; private set; }
    /// <summary>When to send it again, or to ask for answers.</summary>
    public DateTimeOffset NextTryAt { get; private set; }
    public string? LastFault { get; private set; }

    /// <param name="claimedSha256">As it was said beside the receipt.</param>
    /// <exception cref="RefusalException">The receipt is not for these bytes under this key, or its own hash is wrong.</exception>
    public void Take(FilingReceipt receipt, string claimedSha256, DateTimeOffset now)
    {
        PartnersRules.ReceiptDoubtful.When(receipt.Desk != Desk || receipt.Key != Id || receipt.PacketSha256 != PacketSha256 || receipt.Sha256 != claimedSha256);
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
        NextTryAt = now + Backoff.After(Tries, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10));
        LastFault = fault.Length > 2_000 ? fault[..2_000] : fault;
    }
}
