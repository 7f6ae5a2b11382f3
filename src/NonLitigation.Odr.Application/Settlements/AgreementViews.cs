using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using AgreementState = NonLitigation.Odr.Domain.Settlements.AgreementState;
using OutcomeState = NonLitigation.Odr.Domain.Settlements.OutcomeState;
using SignerRole = NonLitigation.Odr.Domain.Settlements.SignerRole;

namespace NonLitigation.Odr.Application.Settlements;

internal static class AgreementViews
{
    /// <summary>
    /// The agreement as this person may see it. While it is a draft its words are the mediator's alone: they may hold what one side said in private.
    /// </summary>
    public static AgreementView View(this AgreementFile file, DateOnly today, string? signatureAuthority)
    {
        var (agreement, round) = (file.Agreement, file.Agreement.Round);
        var content = file.Presides || round is not null ? agreement.Content : AgreementContent.Empty;
        var findings = file.Presides && agreement.State == AgreementState.Draft ? DraftCheck.Examine(content, file.Roster, today) : [];
        var drafting = file.Presides && agreement.State == AgreementState.Draft && file.Case.Stage == CaseStage.InMediation;
        var ready = file.Outcome?.State == OutcomeState.Ready;
        return new(
            agreement.Id, agreement.CaseId, file.Case.Number, agreement.Version, (Contracts.Settlements.AgreementState)agreement.State, content.Facts,
            [.. content.Clauses.Select((c, at) => new ClauseView(at + 1, c.Text))], [.. content.Obligations.Select((o, at) => file.View(o, at + 1))],
            Text(file, round), round?.Hash, [.. (round?.Signatures ?? []).Select(s => s.View(file.Person))], agreement.EffectiveAt, file.Outcome?.Code,
            ready ? file.Outcome!.Id : null, (Contracts.Settlements.OutcomeState?)file.Outcome?.State, file.Outcome?.Sha256,
            round?.SealSeat.Name ?? file.Roster.Seal?.OrganisationName,
            [.. findings.Select(f => new FindingView(f.Code, f.Zh, f.En, f.Obligation, f.Blocks, f.Rule.Citation, f.Rule.Verified, f.Clause))],
            drafting, drafting && !findings.Any(f => f.Blocks), file.MayReopen(), file.MaySign(), file.PaperView(), file.Outcome?.TimestampPending ?? false, signatureAuthority);
    }

    private static PaperPartView? PaperView(this AgreementFile file)
    {
        if (file.Paper is not { } paper || (!file.Presides && paper.State == Domain.Settlements.PaperState.Collecting)) return null;
        var presides = file.Presides && file.Case.Stage != CaseStage.Closed;
        return new(
            paper.Clauses, (Contracts.Settlements.PaperState)paper.State, paper.Hash, paper.SignedOn, paper.Place, paper.ScanId, paper.ScanSha256,
            presides && paper.State == Domain.Settlements.PaperState.Collecting, presides && paper.State == Domain.Settlements.PaperState.Fixed);
    }

    private static bool MayReopen(this AgreementFile file) =>
        file.Presides && file.Case.Stage == CaseStage.Signing && file.Agreement.State is AgreementState.Frozen or AgreementState.Declined;

    private static bool MaySign(this AgreementFile file) =>
        file.Agreement.State == AgreementState.Frozen && file.Case.Stage == CaseStage.Signing
        && file.Agreement.Round!.Signatures.Any(s => s.PersonId == file.Person && !s.HasSigned);

    private static string Text(AgreementFile file, SigningRound? round) => round is not null
        ? AgreementTextReader.Read(round.Text)?.ToPlainText() ?? throw new InvalidOperationException($"The frozen bytes of round {round.Id} cannot be read.")
        : file.Presides ? file.Heading.Over(file.Agreement).ToPlainText() : "";

    internal static ObligationView View(this AgreementFile file, Obligation o, int number) => new(
        number, o.ObligorPartyId, file.NameOf(o.ObligorPartyId), o.ObligeePartyId, file.NameOf(o.ObligeePartyId), o.AmountFen,
        o.AmountFen is { } fen ? new Money(fen).ToFigures() : null, o.AmountFen is { } sum ? new Money(sum).ToCapitals() : null, o.What, o.Manner, o.DueOn,
        o.JointObligorPartyIds, [.. o.JointObligorPartyIds.Select(p => file.NameOf(p) ?? "")]);

    private static SignatureView View(this Signature s, Guid person) => new(
        (Contracts.Settlements.SignerRole)s.Role, s.PartyId, s.PersonId, s.Name, s.For, s.HasSigned, s.SignedAt, s.Method, s.DeclinedReason,
        s.Role != SignerRole.Seal && s.PersonId == person);

    private static string? NameOf(this AgreementFile file, Guid? party) => file.Case.Parties.FirstOrDefault(p => p.Id == party)?.Name;
}
