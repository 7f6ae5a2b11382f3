using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Network;
using static NonLitigation.Odr.Domain.Settlements.EnforcementRouteKind;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>From the facts of an effective agreement to the ways of making it enforceable, each open or not, with the reason and the article.</summary>
public static class EnforcementChooser
{
    /// <returns>Every route, in the order of <see cref="EnforcementRouteKind"/>.</returns>
    public static IReadOnlyList<EnforcementRoute> Routes(EnforcementFacts facts) =>
        [Confirmation(facts), Notary(facts), Deposit(facts), Order(facts), Award(facts)];

    public static EnforcementRoute Confirmation(EnforcementFacts facts)
    {
        var term = Deadline.Of(LawRules.ConfirmApply, facts.EffectiveAt);
        var last = EnforcementWording.LastDay(term);
        EnforcementRoute Says(bool open, Saying reason, params string[] rules) => new(JudicialConfirmation, open, reason, EnforcementWording.AtTheCourt, Articles(facts, rules), term);
        if (facts.Kind == DisputeKind.Administrative) return Says(false, EnforcementWording.NotCivil, LawRules.ConfirmNotAccepted);
        if (DraftScope.NotConfirmedIn(facts.Content) is { } matter) return Says(false, EnforcementWording.NotConfirmed(matter), LawRules.ConfirmNotAccepted);
        return term.IsOver(facts.Now)
            ? Says(false, EnforcementWording.TooLate(last), LawRules.ConfirmApply)
            : Says(true, EnforcementWording.UntilDay(last), LawRules.ConfirmApply, LawRules.ConfirmRuling);
    }

    private static EnforcementRoute Notary(EnforcementFacts facts)
    {
        EnforcementRoute Says(bool open, Saying reason) => new(NotarialEnforcement, open, reason, EnforcementWording.AtTheNotary, Articles(facts, LawRules.NotarialEnforcement));
        var toRender = facts.Where(EnforcementWords.IsToRender);
        if (toRender.Count == 0) return Says(false, EnforcementWording.NothingToRender);
        var accepted = facts.Where(one => EnforcementWords.IsToRender(one) && one.Obligors.All(facts.AcceptEnforcement.Contains));
        if (accepted.Count == 0) return Says(false, EnforcementWording.NotAccepted);
        return Says(true, accepted.Count == facts.Content.Obligations.Count ? EnforcementWording.AllAccepted : EnforcementWording.SomeAccepted(accepted));
    }

    private static EnforcementRoute Deposit(EnforcementFacts facts)
    {
        var open = facts.Where(EnforcementWords.IsToRender).Count > 0;
        return new(NotarialDeposit, open, open ? EnforcementWording.WhenNotTaken : EnforcementWording.NothingToDeposit, EnforcementWording.AtTheDeposit, Articles(facts, LawRules.NotarialDeposit));
    }

    private static EnforcementRoute Order(EnforcementFacts facts)
    {
        EnforcementRoute Says(bool open, Saying reason) => new(PaymentOrder, open, reason, EnforcementWording.AtTheCourtForAnOrder, Articles(facts, LawRules.PaymentOrder));
        if (facts.Kind is not (DisputeKind.LabourWages or DisputeKind.LabourOther)) return Says(false, EnforcementWording.NotLabour);
        var pay = facts.Content.Obligations.Where(EnforcementWords.IsLabourPay).ToList();
        if (pay.Count == 0) return Says(false, EnforcementWording.NoLabourPay);
        if (pay.Exists(one => one.DueOn < facts.Today)) return Says(true, EnforcementWording.PayIsDue);
        return Says(false, pay.Min(one => one.DueOn) is { } first ? EnforcementWording.NotDueBefore(first) : EnforcementWording.NoDay);
    }

    private static EnforcementRoute Award(EnforcementFacts facts) =>
        new(ArbitralAward, false, EnforcementWording.AwardNotVerified, EnforcementWording.AtTheArbitration, Articles(facts, LawRules.ArbitralAward));

    private static List<LawRule> Articles(EnforcementFacts facts, params string[] rules) => [.. rules.Select(rule => LawRules.On(facts.Today, rule))];
}
