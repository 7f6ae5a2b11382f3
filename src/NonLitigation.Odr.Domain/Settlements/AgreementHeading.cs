using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>What stands above and below the content in the text: case, organisation, mediator, parties.</summary>
public sealed record AgreementHeading(string CaseNumber, string OrganisationName, string MediatorName, IReadOnlyList<AgreementParty> Parties)
{
    /// <summary>The text of the agreement as it is now. Obligations of a draft that name no debtor or creditor yet are left out.</summary>
    public AgreementText Over(Agreement agreement) => new(
        agreement.Id, agreement.Version, CaseNumber, OrganisationName, MediatorName, Parties, agreement.Content.Facts,
        [.. agreement.Content.Clauses.Select(c => c.Text)],
        [.. agreement.Content.Obligations.Where(IsNamed).Select(o => new AgreementObligation(
            o.ObligorPartyId!.Value, o.ObligeePartyId!.Value, o.AmountFen is { } fen ? new Money(fen) : null, o.What, o.Manner, o.DueOn)
            {
                JointObligorPartyIds = o.JointObligorPartyIds,
            })]);

    /// <summary>The part that is signed by hand.</summary>
    public PaperText OnPaper(IReadOnlyList<string> clauses) => new(CaseNumber, OrganisationName, MediatorName, Parties, clauses);

    /// <summary>One obligation of a draft as a sentence.</summary>
    /// <exception cref="RefusalException">While it does not say who owes it to whom.</exception>
    public string Sentence(Agreement agreement, Obligation o)
    {
        SettlementsRules.SplitNeedsNames.When(!IsNamed(o));
        var named = new AgreementObligation(o.ObligorPartyId!.Value, o.ObligeePartyId!.Value, o.AmountFen is { } fen ? new Money(fen) : null, o.What, o.Manner, o.DueOn)
        {
            JointObligorPartyIds = o.JointObligorPartyIds,
        };
        return AgreementWording.Sentence(Over(agreement), named);
    }

    private bool IsNamed(Obligation o) => o.ObligorPartyId is not null && o.ObligeePartyId is not null && o.Obligors.Append(o.ObligeePartyId.Value).All(named => Parties.Any(p => p.PartyId == named));
}
