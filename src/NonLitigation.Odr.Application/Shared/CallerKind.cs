namespace NonLitigation.Odr.Application.Shared;

/// <summary>What a caller is to the thing he asks for: the columns of the visibility policy.</summary>
public enum CallerKind
{
    Anonymous,
    Applicant,
    /// <summary>The respondent whose side the caucus is with.</summary>
    Respondent,
    /// <summary>Another respondent of the same case.</summary>
    OtherRespondent,
    PartyOfAnotherCase,
    PresidingMediator,
    MediatorOfSameOrganisation,
    MediatorOfAnotherOrganisation,
    /// <summary>A colleague of the presiding mediator whom he asked into the case's panel.</summary>
    PanelMediator,
    /// <summary>Operator of the organisation that has the case.</summary>
    Operator,
    /// <summary>A legal guide of a body that this organisation is paired with; nothing to the case.</summary>
    LegalGuide,
    EnterpriseRepresentative,
    ButlerTeamMember,
    /// <summary>Refused, left or was removed.</summary>
    FormerParticipant,
}
