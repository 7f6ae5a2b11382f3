using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>Signing, and the ways in which a case ends (court rules art. 25).</summary>
public sealed partial class Case
{
    private static readonly Dictionary<CaseRole, ClosingReason[]> ReasonsOf = new()
    {
        [CaseRole.Applicant] = [Cases.ClosingReason.Withdrawn, Cases.ClosingReason.Refused],
        [CaseRole.Mediator] =
        [
            Cases.ClosingReason.Withdrawn, Cases.ClosingReason.NoContact, Cases.ClosingReason.Refused, Cases.ClosingReason.TooFarApart,
            Cases.ClosingReason.Expired, Cases.ClosingReason.RefusedToSign, Cases.ClosingReason.Other,
        ],
        [CaseRole.Operator] = [Cases.ClosingReason.NoContact, Cases.ClosingReason.Refused, Cases.ClosingReason.Expired, Cases.ClosingReason.Other],
    };

    /// <summary>The agreement's text is fixed; nothing but signing, reopening or ending is possible now.</summary>
    public void Freeze(Guid mediatorPersonId, DateTimeOffset now)
    {
        SharedRules.NotFound.When(MediatorPersonId != mediatorPersonId);
        Move(CaseAct.Freeze, CaseRole.Mediator, mediatorPersonId, null, now);
    }

    public void Reopen(Guid mediatorPersonId, string reason, DateTimeOffset now)
    {
        SharedRules.NotFound.When(MediatorPersonId != mediatorPersonId);
        Move(CaseAct.Reopen, CaseRole.Mediator, mediatorPersonId, reason, now);
    }

    /// <summary>The agreement took effect: the case ends as agreed.</summary>
    public void TakeEffect(DateTimeOffset now)
    {
        Move(CaseAct.TakeEffect, CaseRole.Service, null, null, now);
        ClosingReason = Cases.ClosingReason.Agreed;
    }

    /// <summary>Ends the case without an agreement. A respondent does not close: he refuses (<see cref="Refuse"/>).</summary>
    public void Close(CaseRole role, Guid personId, ClosingReason reason, string? note, DateTimeOffset now)
    {
        var act = role == CaseRole.Applicant ? CaseAct.Withdraw : CaseAct.Close;
        if (!CaseTransitions.Allows(Stage, act, role)) throw CasesRules.NotAtThisStage.Refused();
        CasesRules.ClosingReasonNotYours.When(!ReasonsOf.TryGetValue(role, out var reasons) || !reasons.Contains(reason));
        CasesRules.ReasonNeeded.When(reason == Cases.ClosingReason.Other && !CaseForm.IsReason(note));
        CasesRules.ReasonNeeded.When(note is not null && note.Length > 0 && !CaseForm.IsReason(note));
        CasesRules.TermNotOver.When(reason == Cases.ClosingReason.Expired && !CaseClocks.Running(this).Any(clock => clock.IsOver(now)));
        Move(act, role, personId, note, now);
        (ClosingReason, ClosingNote) = (reason, note);
    }
}
