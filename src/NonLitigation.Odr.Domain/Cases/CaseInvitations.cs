using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>Inviting the respondents and those who apply together, and their answers.</summary>
public sealed partial class Case
{
    /// <summary>The party whose invitation may go out (again) now.</summary>
    /// <param name="contact">In normal form: where it goes from now on, because the contact given was wrong. Null: where it went before.</param>
    /// <exception cref="RefusalException">Not found, already answered, not at this stage, or the contact can't be changed to this.</exception>
    public Party SendInvitationAgain(Guid partyId, CaseRole role, Guid personId, DateTimeOffset now, string? contact = null)
    {
        var party = Invited.FirstOrDefault(invited => invited.Id == partyId) ?? throw SharedRules.NotFound.Refused();
        CasesRules.AlreadyAnswered.When(party.HasAnswered);
        if (contact is not null && contact != party.Contact)
        {
            CasesRules.AlreadyIdentified.When(party.PersonId is not null);
            CasesRules.ContactOfAnotherParty.When(parties.Any(other => other.Contact == contact));
            party.Reach(contact);
        }
        CasesRules.ContactUnknown.When(!party.CanBeReached);
        Move(CaseAct.Invite, role, personId, party.Name, now);
        party.Mark(InvitationStep.Sent, now);
        return party;
    }

    public void InvitationOpened(Guid partyId, DateTimeOffset now) => InvitedAs(partyId).Mark(InvitationStep.Opened, now);

    /// <summary>Somebody entered by the party's link and code: from now on he stands for this party.</summary>
    public void Identified(Guid partyId, Guid personId, DateTimeOffset now)
    {
        var party = InvitedAs(partyId);
        CasesRules.SamePersonOnBothSides.When(parties.Any(other => other.Id != partyId && other.PersonId == personId));
        CasesRules.InvitationNotValid.When(party.PersonId is { } bound && bound != personId);
        party.Mark(InvitationStep.Opened, now);
        party.Mark(InvitationStep.Identified, now);
        party.Bind(personId);
        ChangedAt = now;
    }

    /// <summary>From now on another person stands for this party. What has been done for it stays done.</summary>
    public void PassOn(Guid partyId, Guid personId, string name, string contact, DateTimeOffset now)
    {
        CasesRules.SamePersonOnBothSides.When(parties.Any(other => other.Id != partyId && other.PersonId == personId));
        parties.Single(party => party.Id == partyId).PassOn(personId, name, contact);
        ChangedAt = now;
    }

    public void Consent(Guid personId, DateTimeOffset now)
    {
        var party = Answering(personId);
        CasesRules.RefusedMediation.When(party.Refused);
        CasesRules.AlreadyAnswered.When(party.HasAnswered);
        Move(CaseAct.Consent, RoleOf(party), personId, null, now);
        party.Mark(InvitationStep.Consented, now);
        ConcludeAnswers(now);
    }

    /// <summary>A hard stop for this party, before or after consenting (人民调解法 17, 23).</summary>
    public void Refuse(Guid personId, string? reason, DateTimeOffset now)
    {
        var party = Answering(personId);
        CasesRules.AlreadyAnswered.When(party.Refused);
        Move(CaseAct.Refuse, RoleOf(party), personId, reason, now);
        party.Refuse(reason, now);
        PendingExtension?.ConcludeWhenAgreedBy(TakingPart, now);
        ConcludeAnswers(now);
    }

    private void ConcludeAnswers(DateTimeOffset now)
    {
        if (Respondents.All(respondent => respondent.Refused))
        {
            Move(CaseAct.ConcludeRefusals, CaseRole.Service, null, null, now);
            ClosingReason = Cases.ClosingReason.Refused;
        }
        else if (Stage == CaseStage.Inviting && Invited.All(invited => invited.HasAnswered))
        {
            Move(CaseAct.ConcludeAnswers, CaseRole.Service, null, null, now);
        }
    }

    private Party InvitedAs(Guid partyId) =>
        Invited.FirstOrDefault(invited => invited.Id == partyId) ?? throw CasesRules.InvitationNotValid.Refused();

    private Party Answering(Guid personId) => PartyOf(personId) switch
    {
        null => throw SharedRules.NotFound.Refused(),
        { IsFiler: true } => throw CasesRules.NotAtThisStage.Refused(),
        var party => party,
    };
}
