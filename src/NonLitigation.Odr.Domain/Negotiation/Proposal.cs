using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Negotiation;

/// <summary>
/// Terms put to one or several parties. It is agreed when every party whom the terms bind has accepted; the proposer, if bound, accepts by proposing.
/// Where it would bind somebody without a seat in the room it only sounds out: answers are noted, agreement is impossible there.
/// </summary>
public sealed class Proposal
{
    public const int MostTerms = 20;
    public const int LongestNote = 2_000;
    public static readonly TimeSpan LongestValidity = TimeSpan.FromDays(90);

    private readonly List<AnswerGiven> _answers = [];

    private Proposal() { }

    public Guid Id { get; private set; }
    public Guid RoomId { get; private set; }
    public Guid CaseId { get; private set; }
    /// <summary>Place of its entry in the room's transcript; zero until that is written, in the same transaction.</summary>
    public long Sequence { get; private set; }
    public Guid ProposedById { get; private set; }
    public string ProposedByName { get; private set; } = "";
    public Guid? ProposedByPartyId { get; private set; }
    public Guid ClientMessageId { get; private set; }
    /// <summary>Parties it is put to; empty when a party puts it to the mediator alone, in a caucus.</summary>
    public IReadOnlyList<Guid> To { get; private set; } = [];
    public IReadOnlyList<Term> Terms { get; private set; } = [];
    public string? Note { get; private set; }
    public DateTimeOffset? ValidUntil { get; private set; }
    public Guid? CounterTo { get; private set; }
    public bool SoundingOut { get; private set; }
    /// <summary>As stored; <see cref="StateAt"/> knows about the clock.</summary>
    public ProposalState State { get; private set; }
    public DateTimeOffset ProposedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public IReadOnlyList<AnswerGiven> Answers => _answers;

    /// <summary>Everybody whom the terms bind.</summary>
    public IReadOnlyList<Guid> Bound => [.. Terms.SelectMany(t => new[] { t.ObligorPartyId, t.ObligeePartyId }).Distinct()];

    public static Proposal Propose(ProposalRoom room, Negotiator by, ProposalDraft draft, DateTimeOffset now)
    {
        var note = string.IsNullOrWhiteSpace(draft.Note) ? null : draft.Note.Trim();
        Guid[] bound = [.. draft.Terms.SelectMany(t => new[] { t.ObligorPartyId, t.ObligeePartyId }).Distinct()];
        var outsiders = bound.Any(p => !room.PartiesInRoom.Contains(p));
        NegotiationRules.NoTerms.When(draft.Terms.Count == 0);
        NegotiationRules.TooManyTerms.When(draft.Terms.Count > MostTerms);
        NegotiationRules.PutToNobody.When(draft.To.Count == 0 && room.PartiesInRoom.Any(p => p != by.PartyId));
        SharedRules.TextIsTooLong.When(note?.Length > LongestNote);
        NegotiationRules.ValidityPast.When(draft.ValidUntil <= now);
        NegotiationRules.ValidityTooLong.When(draft.ValidUntil > now + LongestValidity);
        NegotiationRules.UnknownParty.When(bound.Any(p => !room.PartiesOfCase.Contains(p)));
        NegotiationRules.NotInThisRoom.When(draft.To.Any(p => !room.PartiesInRoom.Contains(p)));
        NegotiationRules.PutToOneself.When(by.PartyId is { } me && draft.To.Contains(me));
        NegotiationRules.BoundButNotAsked.When(bound.Any(p => room.PartiesInRoom.Contains(p) && p != by.PartyId && !draft.To.Contains(p)));
        return new()
        {
            Id = Guid.CreateVersion7(now), RoomId = room.RoomId, CaseId = room.CaseId, ProposedById = by.PersonId, ProposedByName = by.Name,
            ProposedByPartyId = by.PartyId, ClientMessageId = draft.ClientMessageId, To = [.. draft.To.Distinct()], Terms = [.. draft.Terms], Note = note,
            ValidUntil = draft.ValidUntil, SoundingOut = outsiders, State = ProposalState.Open, ProposedAt = now,
        };
    }

    /// <summary>What secret answers have come to: everybody whom it binds has accepted it by them.</summary>
    internal static Proposal OfBlindDeal(BlindRound round, IReadOnlyList<Term> terms, DateTimeOffset now)
    {
        var deal = new Proposal
        {
            Id = Guid.CreateVersion7(now), RoomId = round.RoomId, CaseId = round.CaseId, ProposedById = round.OpenedById, ProposedByName = round.OpenedByName,
            ClientMessageId = round.Id, To = round.Asked, Terms = terms, State = ProposalState.Agreed, ProposedAt = now, EndedAt = now,
        };
        foreach (var bid in round.Bids)
        {
            var answer = new AnswerGiven(bid.PartyId);
            answer.Give(bid.PersonId, ProposalAnswer.Accept, null, round.Id, bid.At);
            deal._answers.Add(answer);
        }
        return deal;
    }

    /// <summary>Answers this with other terms: this one ends as countered, the new one points back to it.</summary>
    public Proposal Counter(ProposalRoom room, Negotiator by, ProposalDraft draft, DateTimeOffset now)
    {
        NegotiationRules.OtherRoom.When(room.RoomId != RoomId);
        RefuseAnswer(by, now);
        var other = Propose(room, by, draft, now);
        other.CounterTo = Id;
        Record(by, ProposalAnswer.Counter, other.Note, draft.ClientMessageId, now);
        End(ProposalState.Countered, now);
        return other;
    }

    public void Accept(Negotiator by, Guid clientMessageId, DateTimeOffset now)
    {
        RefuseAnswer(by, now);
        NegotiationRules.AlreadyAnswered.When(AcceptedBy(by.PartyId!.Value));
        Record(by, ProposalAnswer.Accept, null, clientMessageId, now);
        if (!SoundingOut && Bound.All(AcceptedBy)) End(ProposalState.Agreed, now);
    }

    public void Decline(Negotiator by, string? reason, Guid clientMessageId, DateTimeOffset now)
    {
        var why = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        RefuseAnswer(by, now);
        SharedRules.TextIsTooLong.When(why?.Length > LongestNote);
        Record(by, ProposalAnswer.Decline, why, clientMessageId, now);
        End(ProposalState.Declined, now);
    }

    public void Withdraw(Guid personId, DateTimeOffset now)
    {
        NegotiationRules.NotYours.When(personId != ProposedById);
        RefuseEnded(now);
        End(ProposalState.Withdrawn, now);
    }

    /// <summary>Records where the transcript put it.</summary>
    public void Entered(long sequence) => Sequence = sequence;

    /// <summary>The proposer, if bound, counts as accepting.</summary>
    public bool AcceptedBy(Guid partyId) =>
        partyId == ProposedByPartyId || _answers.Any(a => a.PartyId == partyId && a.Answer == ProposalAnswer.Accept);

    public ProposalState StateAt(DateTimeOffset now) =>
        State == ProposalState.Open && ValidUntil <= now ? ProposalState.Expired : State;

    /// <summary>Whether a party could answer now; asked for the card on the screen.</summary>
    public bool MayAnswer(Guid? partyId, DateTimeOffset now) =>
        partyId is { } party && StateAt(now) == ProposalState.Open && party != ProposedByPartyId && Bound.Contains(party) && To.Contains(party) && !AcceptedBy(party);

    private void RefuseAnswer(Negotiator by, DateTimeOffset now)
    {
        NegotiationRules.OwnProposal.When(by.PersonId == ProposedById || (by.PartyId is not null && by.PartyId == ProposedByPartyId));
        NegotiationRules.NotBound.When(by.PartyId is not { } party || !Bound.Contains(party) || !To.Contains(party));
        RefuseEnded(now);
    }

    private void RefuseEnded(DateTimeOffset now)
    {
        var state = StateAt(now);
        NegotiationRules.Expired.When(state == ProposalState.Expired);
        NegotiationRules.Withdrawn.When(state == ProposalState.Withdrawn);
        NegotiationRules.Ended.When(state != ProposalState.Open);
    }

    private void Record(Negotiator by, ProposalAnswer answer, string? reason, Guid clientMessageId, DateTimeOffset now)
    {
        var mine = _answers.Find(a => a.PartyId == by.PartyId);
        if (mine is null) _answers.Add(mine = new(by.PartyId!.Value));
        mine.Give(by.PersonId, answer, reason, clientMessageId, now);
    }

    private void End(ProposalState state, DateTimeOffset now) => (State, EndedAt) = (state, now);
}
