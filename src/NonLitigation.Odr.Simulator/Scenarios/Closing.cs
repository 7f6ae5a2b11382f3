using System.Security.Cryptography;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Negotiation;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Simulator.People;
using NonLitigation.Odr.Simulator.Shared;

namespace NonLitigation.Odr.Simulator.Scenarios;

/// <summary>From accepted proposals to the sealed outcome.</summary>
internal sealed class Closing(Journal journal, DemoPerson mediator, Guid caseId, Guid room)
{
    public async Task<ProposalView> Propose(IReadOnlyList<Guid> to, TermDraft term, string note)
    {
        var proposal = await mediator.Http.Post<ProposalView>("/api/proposals", new ProposeRequest(room, Guid.CreateVersion7(), to, [term], note, null, null));
        journal.Step(mediator.Name, $"proposes {proposal.Terms[0].AmountCapitals} ({proposal.Terms[0].ObligorName} → {proposal.Terms[0].ObligeeName})");
        return proposal;
    }

    public async Task<ProposalView> AcceptProposal(DemoPerson party, Guid proposal)
    {
        var answered = await party.Http.Post<ProposalView>($"/api/proposals/{proposal}/answer", new AnswerProposalRequest(Guid.CreateVersion7(), ProposalAnswer.Accept, null));
        journal.Step(party.Name, $"accepts; the proposal is now {answered.State}");
        return answered;
    }

    /// <summary>Each of those who pay names his most, the receiver his least, all in secret; compared once, in ten seconds.</summary>
    public async Task<ProposalView> BlindBids(Mediation mediation, IReadOnlyList<TermDraft> terms, params (DemoPerson Party, long Fen)[] bids)
    {
        var round = await Open(BlindKind.Bids, terms);
        foreach (var (party, fen) in bids)
        {
            await party.Http.Post($"/api/blind-rounds/{round.Id}/bid", new GiveBlindBidRequest(fen, null, false));
            journal.Step(party.Name, "names a sum in secret");
        }

        return await Deal(mediation, round, [.. bids.Select(bid => bid.Party)]);
    }

    /// <summary>Everybody says yes in secret to the mediator's suggestion.</summary>
    public async Task<ProposalView> SecretAnswers(Mediation mediation, TermDraft term, params DemoPerson[] parties)
    {
        var round = await Open(BlindKind.Suggestion, [term]);
        foreach (var party in parties)
        {
            await party.Http.Post($"/api/blind-rounds/{round.Id}/bid", new GiveBlindBidRequest(null, true, false));
            journal.Step(party.Name, "answers in secret");
        }

        return await Deal(mediation, round, parties);
    }

    private async Task<BlindRoundView> Open(BlindKind kind, IReadOnlyList<TermDraft> terms)
    {
        var round = await mediator.Http.Post<BlindRoundView>("/api/blind-rounds", new OpenBlindRoundRequest(room, Guid.CreateVersion7(), kind, terms, null, DateTimeOffset.UtcNow.AddSeconds(10)));
        journal.Step(mediator.Name, kind == BlindKind.Bids ? "asks for secret bids" : "makes a suggestion, to be answered in secret");
        return round;
    }

    private async Task<ProposalView> Deal(Mediation mediation, BlindRoundView round, IReadOnlyList<DemoPerson> parties)
    {
        foreach (var reader in parties.Append(mediator))
        {
            var seen = (await reader.Http.Get<IReadOnlyList<BlindRoundView>>($"/api/rooms/{room}/blind-rounds")).Single(one => one.Id == round.Id);
            journal.Require(seen.State == BlindState.Open && (seen.Mine is not null) == parties.Contains(reader), $"until it is compared, {reader.Name} sees nobody's answer but his own");
        }

        BlindRoundView closed = null!;
        await mediation.Until(async () => (closed = (await mediator.Http.Get<IReadOnlyList<BlindRoundView>>($"/api/rooms/{room}/blind-rounds")).Single(one => one.Id == round.Id)).State != BlindState.Open, "the round is compared at its time");
        var deal = (await mediator.Http.Get<IReadOnlyList<ProposalView>>($"/api/rooms/{room}/proposals")).SingleOrDefault(one => one.Id == closed.ProposalId);
        journal.Require(deal?.State == ProposalState.Agreed, $"they meet: {string.Join(", ", deal?.Terms.Select(term => $"{term.ObligorName} {term.AmountCapitals}") ?? [])}");
        return deal!;
    }

    public async Task<AgreementView> DraftAndFreeze(string facts, IReadOnlyList<ClauseDraft> clauses, IReadOnlyList<ObligationDraft> obligations) =>
        await Freeze((await Draft(facts, clauses, obligations)).Version);

    public async Task<AgreementView> Draft(string facts, IReadOnlyList<ClauseDraft> clauses, IReadOnlyList<ObligationDraft> obligations)
    {
        var empty = await mediator.Http.Get<AgreementView>($"/api/cases/{caseId}/agreement");
        var draft = await mediator.Http.Put<AgreementView>($"/api/cases/{caseId}/agreement", new DraftAgreementRequest(empty.Version, facts, clauses, obligations));
        journal.Step(mediator.Name, $"drafts the agreement, version {draft.Version}");
        return draft;
    }

    public async Task<AgreementView> Freeze(int version)
    {
        var frozen = await mediator.Http.Post<AgreementView>($"/api/cases/{caseId}/agreement/freeze", new FreezeAgreementRequest(version));
        journal.Step(mediator.Name, $"freezes it; SHA-256 {frozen.FrozenHash}");
        return frozen;
    }

    /// <summary>Reads the exact bytes, checks their hash, proves himself again, signs.</summary>
    public async Task Sign(DemoPerson signer)
    {
        var agreement = await signer.Http.Get<AgreementView>($"/api/cases/{caseId}/agreement");
        var bytes = await signer.Http.Download($"/api/agreements/{agreement.Id}/text");
        journal.Require(Convert.ToHexStringLower(SHA256.HashData(bytes)) == agreement.FrozenHash, $"{signer.Name} reads the very bytes that the hash names");
        var proof = await signer.ProveAgain($"sign:{agreement.Id}:{agreement.FrozenHash}");
        await signer.Http.Post($"/api/agreements/{agreement.Id}/sign", new SignAgreementRequest(agreement.FrozenHash!, signer.Name, proof));
        journal.Step(signer.Name, "signs");
    }

    public async Task<(AgreementView Agreement, byte[] Pdf)> Outcome(Mediation mediation)
    {
        AgreementView agreement = null!;
        await mediation.Until(async () => (agreement = await mediator.Http.Get<AgreementView>($"/api/cases/{caseId}/agreement")).OutcomeId is not null, "the outcome is sealed", 240);
        journal.Require(agreement.State == AgreementState.Effective && agreement.EffectiveAt == agreement.Signatures.Max(signature => signature.At),
            $"effective at {agreement.EffectiveAt?.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm:ss}, the last of all signatures and the seal (人民调解法 29)");
        var file = await mediation.Case(mediator);
        journal.Require(file.Stage == CaseStage.Agreed || (file.Stage == CaseStage.Closed && file.ClosingReason == ClosingReason.Agreed), "the case ended as agreed");
        return (agreement, await mediator.Http.Download($"/api/outcomes/{agreement.OutcomeId}"));
    }
}
