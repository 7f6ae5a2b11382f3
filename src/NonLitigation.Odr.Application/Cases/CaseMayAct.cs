using NonLitigation.Odr.Domain.Cases;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>The acts a page may offer now, read from the table of moves.</summary>
internal static class CaseMayAct
{
    public static IReadOnlyList<string> Of(CaseFacts facts)
    {
        var acts = new List<string>();
        void Offer(string code, CaseAct act, bool holds = true)
        {
            if (holds && CaseTransitions.Allows(facts.Case.Stage, act, facts.Role)) acts.Add(code);
        }

        if (facts.Relation is CaseRelation.None or CaseRelation.Supervisor or CaseRelation.RefusedRespondent) return acts;
        Offer("invite", CaseAct.Invite, facts.Case.Invited.Any(invited => !invited.HasAnswered));
        Offer("consent", CaseAct.Consent, facts.Party is { HasAnswered: false });
        Offer("refuse", CaseAct.Refuse, facts.Party is { Refused: false });
        Offer("choose-mediator", CaseAct.Choose, facts.Party is { TakesPart: true });
        Offer("appoint", CaseAct.Appoint, facts.Case.Respondents.Any(respondent => respondent.TakesPart));
        Offer("hand-over", CaseAct.HandOver);
        Offer("accept", CaseAct.Accept);
        Offer("decline", CaseAct.Decline);
        Offer("draft-agreement", CaseAct.Freeze);
        Offer("reopen-agreement", CaseAct.Reopen);
        Offer("extend-term", CaseAct.ProposeExtension, facts.Case.PendingExtension is null);
        Offer("answer-extension", CaseAct.AnswerExtension, facts is { Party: { TakesPart: true } me, Case.PendingExtension: { } pending } && pending.AnswerOf(me.Id) is null);
        Offer("suspend-term", CaseAct.Suspend, facts.Case.PresentSuspension is null);
        Offer("resume-term", CaseAct.Resume, facts.Case.PresentSuspension is not null);
        Offer("close", CaseAct.Withdraw);
        Offer("close", CaseAct.Close);
        return acts;
    }
}
