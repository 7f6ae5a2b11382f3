namespace NonLitigation.Odr.Domain.Negotiation;

public enum BlindKind
{
    /// <summary>Each side names a sum: what it would pay at most, or take at least.</summary>
    Bids,

    /// <summary>Each says yes or no to the mediator's suggestion.</summary>
    Suggestion,
}

public enum BlindState
{
    Open, Deal, NoDeal, Cancelled,

    /// <summary>What was said could not be opened any more: nothing was compared, nobody learned anything.</summary>
    Lost,
}

/// <summary>What one party has said in secret. It may be changed and taken back until the round closes. It is never kept but sealed.</summary>
/// <param name="AmountFen">In fen: the most he pays, or the least he takes.</param>
/// <param name="Accepts">Of a suggestion.</param>
/// <param name="SharesGap">Whether he would share a gap no larger than the one fixed beforehand.</param>
public sealed record BlindBid(Guid PartyId, Guid PersonId, long? AmountFen, bool? Accepts, bool SharesGap, DateTimeOffset At);

/// <summary>The place of one party in an open round, there from its opening on: alike, and as long, whether he has said something or not.</summary>
public sealed class SealedBid
{
    private SealedBid() { }

    internal SealedBid(Guid partyId) => PartyId = partyId;

    public Guid PartyId { get; private set; }
    public byte[] Contents { get; private set; } = [];

    internal void Put(byte[] contents) => Contents = contents;
}

/// <param name="AmountFen">For <see cref="BlindKind.Bids"/>, in fen.</param>
/// <param name="Accepts">For <see cref="BlindKind.Suggestion"/>.</param>
public sealed record BlindAnswer(long? AmountFen, bool? Accepts, bool SharesGap);
