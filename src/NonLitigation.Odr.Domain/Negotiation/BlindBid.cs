namespace NonLitigation.Odr.Domain.Negotiation;

public enum BlindKind
{
    /// <summary>Each side names a sum: what it would pay at most, or take at least.</summary>
    Bids,

    /// <summary>Each says yes or no to the mediator's suggestion.</summary>
    Suggestion,
}

public enum BlindState { Open, Deal, NoDeal, Cancelled }

/// <summary>What one party has said in secret. It may be changed and taken back until the round closes; without a deal it is forgotten.</summary>
public sealed class BlindBid
{
    private BlindBid() { }

    internal BlindBid(Guid partyId) => PartyId = partyId;

    internal void Give(Guid personId, BlindAnswer answer, DateTimeOffset at) => (PersonId, AmountFen, Accepts, SharesGap, At) = (personId, answer.AmountFen, answer.Accepts, answer.SharesGap, at);

    public Guid PartyId { get; private set; }
    public Guid PersonId { get; private set; }
    /// <summary>In fen: the most he pays, or the least he takes.</summary>
    public long? AmountFen { get; private set; }
    /// <summary>Of a suggestion.</summary>
    public bool? Accepts { get; private set; }
    /// <summary>Whether he would share a gap no larger than the one fixed beforehand.</summary>
    public bool SharesGap { get; private set; }
    public DateTimeOffset At { get; private set; }
}

/// <param name="AmountFen">For <see cref="BlindKind.Bids"/>, in fen.</param>
/// <param name="Accepts">For <see cref="BlindKind.Suggestion"/>.</param>
public sealed record BlindAnswer(long? AmountFen, bool? Accepts, bool SharesGap);
