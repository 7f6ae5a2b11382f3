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

    public async Task<AgreementView> DraftAndFreeze(string facts, IReadOnlyList<ClauseDraft> clauses, IReadOnlyList<ObligationDraft> obligations)
    {
        var empty = await mediator.Http.Get<AgreementView>($"/api/cases/{caseId}/agreement");
        var draft = await mediator.Http.Put<AgreementView>($"/api/cases/{caseId}/agreement", new DraftAgreementRequest(empty.Version, facts, clauses, obligations));
        journal.Step(mediator.Name, $"drafts the agreement, version {draft.Version}");
        var frozen = await mediator.Http.Post<AgreementView>($"/api/cases/{caseId}/agreement/freeze", new FreezeAgreementRequest(draft.Version));
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
