using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Negotiation;

/// <param name="Terms">Of bids: without amounts, all owed to one party, one for each who pays. Of a suggestion: complete.</param>
/// <param name="GapFen">The largest gap that the parties may agree to share, in fen.</param>
public sealed record BlindDraft(BlindKind Kind, IReadOnlyList<Term> Terms, long? GapFen, DateTimeOffset ClosesAt, Guid ClientMessageId);

/// <summary>
/// Blind bidding inside a mediation. Everybody asked says in secret how far he would go; all of it is compared once, at a time fixed beforehand.
/// Until then nobody, the mediator neither, learns what was said, or whether anything was. Without a deal it stays so.
/// </summary>
/// <remarks>
/// Compared once, because whoever may try again against a hidden answer can find it out step by step; at a fixed time, because the moment of
/// a comparison would tell when the last one spoke.
/// </remarks>
public sealed class BlindRound
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private readonly List<BlindBid> _bids = [];
    private readonly List<SealedBid> _places = [];

    private BlindRound() { }

    public Guid Id { get; private set; }
    public Guid RoomId { get; private set; }
    public Guid CaseId { get; private set; }
    /// <summary>Place of the entry that opened it in the room's transcript; zero until that is written, in the same transaction.</summary>
    public long Sequence { get; private set; }
    public Guid OpenedById { get; private set; }
    public string OpenedByName { get; private set; } = "";
    public Guid ClientMessageId { get; private set; }
    public BlindKind Kind { get; private set; }
    public IReadOnlyList<Term> Terms { get; private set; } = [];
    public long? GapFen { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }
    public DateTimeOffset ClosesAt { get; private set; }
    public BlindState State { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    /// <summary>What a deal became.</summary>
    public Guid? ProposalId { get; private set; }
    /// <summary>What <see cref="Places"/> are sealed under; it lies outside the record. Null once the round has closed.</summary>
    public Guid? KeyId { get; private set; }
    /// <summary>One for each who is asked while the round is open; none afterwards.</summary>
    public IReadOnlyList<SealedBid> Places => _places;
    /// <summary>What was opened of it; nothing unless <see cref="Unsealed"/> was called.</summary>
    public IReadOnlyList<BlindBid> Bids => _bids;

    /// <summary>Everybody whom the terms bind: all of them are asked.</summary>
    public IReadOnlyList<Guid> Asked => [.. Terms.SelectMany(t => new[] { t.ObligorPartyId, t.ObligeePartyId }).Distinct()];

    public static BlindRound Open(ProposalRoom room, Negotiator by, BlindDraft draft, DateTimeOffset now)
    {
        NegotiationRules.BlindNotYours.When(by.PartyId is not null);
        NegotiationRules.NoTerms.When(draft.Terms.Count == 0);
        NegotiationRules.TooManyTerms.When(draft.Terms.Count > Proposal.MostTerms);
        NegotiationRules.ValidityPast.When(draft.ClosesAt <= now);
        NegotiationRules.BlindTooLong.When(draft.ClosesAt > now + Longest);
        var round = new BlindRound
        {
            Id = Guid.CreateVersion7(now), RoomId = room.RoomId, CaseId = room.CaseId, OpenedById = by.PersonId, OpenedByName = by.Name, ClientMessageId = draft.ClientMessageId,
            Kind = draft.Kind, Terms = [.. draft.Terms], GapFen = draft.GapFen, OpenedAt = now, ClosesAt = draft.ClosesAt, State = BlindState.Open,
        };
        NegotiationRules.UnknownParty.When(round.Asked.Any(p => !room.PartiesOfCase.Contains(p)));
        NegotiationRules.NotInThisRoom.When(round.Asked.Any(p => !room.PartiesInRoom.Contains(p)));
        if (draft.Kind == BlindKind.Bids) RefuseBidsOn(draft);
        else NegotiationRules.BlindGapOfASuggestion.When(draft.GapFen is not null);
        return round;
    }

    /// <summary>Says it, or says something else than before.</summary>
    public void Bid(Negotiator by, BlindAnswer answer, DateTimeOffset now)
    {
        RefuseUnlessAsked(by, now);
        NegotiationRules.BlindNeedsAmount.When(Kind == BlindKind.Bids && (answer.AmountFen is not { } fen || fen <= 0 || fen > Money.LargestFen || answer.Accepts is not null));
        NegotiationRules.BlindNeedsYesOrNo.When(Kind == BlindKind.Suggestion && (answer.Accepts is null || answer.AmountFen is not null));
        NegotiationRules.BlindNoGap.When(answer.SharesGap && GapFen is null);
        _bids.RemoveAll(bid => bid.PartyId == by.PartyId);
        _bids.Add(new(by.PartyId!.Value, by.PersonId, answer.AmountFen, answer.Accepts, answer.SharesGap, now));
    }

    public void TakeBack(Negotiator by, DateTimeOffset now)
    {
        RefuseUnlessAsked(by, now);
        _bids.RemoveAll(bid => bid.PartyId == by.PartyId);
    }

    /// <summary>The mediator ends it before its time: nothing is compared, and what was said is forgotten.</summary>
    public void Cancel(Guid personId, DateTimeOffset now)
    {
        NegotiationRules.BlindNotYours.When(personId != OpenedById);
        RefuseClosed(now);
        End(BlindState.Cancelled, now);
    }

    /// <summary>Seals every place anew, also of those who have said nothing.</summary>
    /// <param name="seal">From a party's id to what its place holds.</param>
    public void Seal(Guid keyId, Func<Guid, byte[]> seal)
    {
        if (State != BlindState.Open) throw new InvalidOperationException($"Blind round {Id} is closed: nothing is kept of it.");
        foreach (var party in Asked)
        {
            var place = _places.Find(one => one.PartyId == party);
            if (place is null) _places.Add(place = new(party));
            place.Put(seal(party));
        }
        KeyId = keyId;
    }

    /// <summary>What was opened: one party's own answer, or all of them when they are compared.</summary>
    public void Unsealed(IEnumerable<BlindBid> bids)
    {
        _bids.Clear();
        _bids.AddRange(bids);
    }

    /// <summary>What was said can be opened no more: the key is gone, or the places are not as they were sealed.</summary>
    public void Lose(DateTimeOffset now)
    {
        if (State != BlindState.Open) throw new InvalidOperationException($"Blind round {Id} is closed already.");
        End(BlindState.Lost, now);
    }

    /// <summary>The time is over, or nothing can be agreed in this case any more.</summary>
    /// <param name="caseEnded">Then nothing is compared.</param>
    /// <returns>The deal as a proposal that all have accepted; null when there is none.</returns>
    public Proposal? Close(bool caseEnded, DateTimeOffset now)
    {
        if (State != BlindState.Open) throw new InvalidOperationException($"Blind round {Id} is closed already.");
        if (!caseEnded && now < ClosesAt) throw new InvalidOperationException($"Blind round {Id} is compared at its time alone.");
        if (caseEnded || Agreed() is not { } terms)
        {
            End(caseEnded ? BlindState.Cancelled : BlindState.NoDeal, now);
            return null;
        }
        var deal = Proposal.OfBlindDeal(this, terms, now);
        Empty();
        (State, ClosedAt, ProposalId) = (BlindState.Deal, now, deal.Id);
        return deal;
    }

    /// <summary>Records where the transcript put it.</summary>
    public void Entered(long sequence) => Sequence = sequence;

    public BlindBid? BidOf(Guid? partyId) => _bids.Find(bid => bid.PartyId == partyId);

    public bool IsOpenAt(DateTimeOffset now) => State == BlindState.Open && now < ClosesAt;

    private IReadOnlyList<Term>? Agreed()
    {
        if (Asked.Any(party => BidOf(party) is null)) return null;
        if (Kind == BlindKind.Suggestion) return _bids.TrueForAll(bid => bid.Accepts == true) ? Terms : null;
        long SaidBy(Guid party) => BidOf(party)!.AmountFen!.Value;
        var shares = BlindDeal.Of([.. Terms.Select(t => SaidBy(t.ObligorPartyId))], SaidBy(Terms[0].ObligeePartyId), _bids.TrueForAll(bid => bid.SharesGap) ? GapFen : null);
        // Rounded to the fen, the smallest of very unequal shares may come to nothing.
        return shares is null ? null : [.. Terms.Zip(shares, (term, fen) => term with { AmountFen = fen }).Where(term => term.AmountFen > 0)];
    }

    private static void RefuseBidsOn(BlindDraft draft)
    {
        NegotiationRules.BlindOneReceiver.When(draft.Terms.Any(t => t.AmountFen is not null || t.ObligeePartyId != draft.Terms[0].ObligeePartyId)
            || draft.Terms.DistinctBy(t => t.ObligorPartyId).Count() < draft.Terms.Count);
        NegotiationRules.AmountNotPositive.When(draft.GapFen is <= 0 or > Money.LargestFen);
    }

    private void RefuseUnlessAsked(Negotiator by, DateTimeOffset now)
    {
        NegotiationRules.BlindNotAsked.When(by.PartyId is not { } party || !Asked.Contains(party));
        RefuseClosed(now);
    }

    private void RefuseClosed(DateTimeOffset now) => NegotiationRules.BlindClosed.When(!IsOpenAt(now));

    /// <summary>Without a deal nothing that was said is kept.</summary>
    private void End(BlindState state, DateTimeOffset now)
    {
        _bids.Clear();
        Empty();
        (State, ClosedAt) = (state, now);
    }

    private void Empty()
    {
        _places.Clear();
        KeyId = null;
    }
}
