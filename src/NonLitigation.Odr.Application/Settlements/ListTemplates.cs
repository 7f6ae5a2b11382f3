using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>The wordings for a case's kind of dispute, filled with its parties and with what the mediator gives for the sum and the day.</summary>
public sealed class ListTemplates(AgreementChange change)
{
    /// <param name="amountFen">Null leaves a blank.</param>
    public async Task<IReadOnlyList<TemplateSetView>> Handle(Caller caller, Guid caseId, long? amountFen, DateOnly? dueOn, CancellationToken cancellation)
    {
        var file = await change.ReadAsync(caller, caseId, cancellation, SecuredObject.CasePresiding);
        SettlementsRules.AmountNotPositive.When(amountFen is <= 0 or > Domain.Shared.Money.LargestFen);
        var parties = file.Case.TakingPart.ToLookup(party => party.IsApplicant, party => new TemplateParty(party.Id, party.Name));
        var filling = new TemplateFilling([.. parties[true]], [.. parties[false]], amountFen, dueOn);
        return [.. AgreementTemplates.For(file.Case.Kind, change.Today).Select(set => View(set.Filled(filling), filling))];
    }

    private static TemplateSetView View(TemplateSet set, TemplateFilling filling) => new(
        set.Id, set.Edition, set.Zh, set.En, set.Facts, [.. set.Clauses.Select(c => new TemplateClauseView(c.Id, c.Zh, c.En, c.Text, c.Citation, c.Verified))],
        [.. set.Obligations.Select(one => new TemplateObligationView(one.Id, one.Zh, one.En, [.. filling.Obligations(one).Select(o => new ObligationDraft(o.ObligorPartyId, o.ObligeePartyId, o.AmountFen, o.What, o.Manner, o.DueOn))]))]);
}
