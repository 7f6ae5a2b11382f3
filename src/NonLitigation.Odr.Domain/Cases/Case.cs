using NonLitigation.Odr.Domain.Network;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>A mediator who is asked to take a case.</summary>
public sealed record MediatorSeat(Guid MediatorId, Guid PersonId, string Name);

/// <summary>The file of one dispute, from application to its end. Acts are in the other parts of this class.</summary>
public sealed partial class Case
{
    private readonly List<Party> parties = [];
    private readonly List<Claim> claims = [];
    private readonly List<CaseMove> moves = [];

    private Case() { }

    /// <summary>An application as a new case; <paramref name="application"/> has been checked by <see cref="CaseForm"/>.</summary>
    /// <param name="wishedMediatorId">Whom the applicant would like; counts as his choice.</param>
    public static Case File(
        CaseApplication application, string number, Guid filerId, Guid requestId, string requestHash, Guid organisationId, Guid? wishedMediatorId, DateTimeOffset now)
    {
        var filed = new Case
        {
            Number = number, FilerId = filerId, RequestId = requestId, RequestHash = requestHash, OrganisationId = organisationId,
            Kind = application.Kind, Title = application.Title, WhatHappened = application.WhatHappened, FiledAt = now, ChangedAt = now,
        };
        var applicant = new Party(filed.Id, PartyRole.Applicant, 0, application.Applicant) { ChosenMediatorId = wishedMediatorId };
        applicant.Bind(filerId);
        filed.parties.Add(applicant);
        filed.parties.AddRange(application.CoApplicants.Select((details, index) => new Party(filed.Id, PartyRole.Applicant, index + 1, details)));
        var first = filed.parties.Count;
        filed.parties.AddRange(application.Respondents.Select((details, index) => new Party(filed.Id, PartyRole.Respondent, first + index, details)));
        filed.claims.AddRange(application.Claims.Select((claim, index) => new Claim(
            filed.Id, index + 1, claim.Text, claim.AmountFen, [.. claim.Against.Distinct().Select(respondent => filed.parties[first + respondent].Id)])));
        filed.Move(CaseAct.Invite, CaseRole.Service, null, null, now);
        foreach (var invited in filed.Invited.Where(party => party.CanBeReached)) invited.Mark(InvitationStep.Sent, now);
        return filed;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public string Number { get; private set; } = "";
    public Guid FilerId { get; private set; }
    /// <summary>The filer's own id of the application; a repeat finds this case.</summary>
    public Guid RequestId { get; private set; }
    public string RequestHash { get; private set; } = "";
    public DisputeKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    public string WhatHappened { get; private set; } = "";
    public Guid OrganisationId { get; private set; }
    public CaseStage Stage { get; private set; }
    public ClosingReason? ClosingReason { get; private set; }
    public string? ClosingNote { get; private set; }
    public DateTimeOffset FiledAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public DateTimeOffset? ChoosingSince { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public IReadOnlyList<Party> Parties => parties;
    public IReadOnlyList<Claim> Claims => claims;
    /// <summary>The record of acts; not loaded with the case.</summary>
    public IReadOnlyList<CaseMove> Moves => moves;

    /// <summary>Who filed.</summary>
    public Party Applicant => parties.Single(party => party.IsFiler);
    /// <summary>Everybody else: those who apply together with him, and the respondents.</summary>
    public IEnumerable<Party> Invited => parties.Where(party => !party.IsFiler).OrderBy(party => party.Position);
    public IEnumerable<Party> Respondents => parties.Where(party => !party.IsApplicant).OrderBy(party => party.Position);
    /// <summary>Who takes part now: the applicant and everybody who consented and did not leave.</summary>
    public IEnumerable<Party> TakingPart => parties.Where(party => party.TakesPart).OrderBy(party => party.Position);
    public bool HasEnded => Stage is CaseStage.Agreed or CaseStage.Closed;

    public Party? PartyOf(Guid personId) => parties.FirstOrDefault(party => party.PersonId == personId);

    public static CaseRole RoleOf(Party party) => party.IsFiler ? CaseRole.Applicant : party.IsApplicant ? CaseRole.CoApplicant : CaseRole.Respondent;

    private void Move(CaseAct act, CaseRole role, Guid? personId, string? note, DateTimeOffset now)
    {
        var from = Stage;
        Stage = CaseTransitions.Next(from, act, role);
        moves.Add(new CaseMove(Id, act, role, from, Stage, personId, note, now));
        ChangedAt = now;
        if (Stage == CaseStage.ChoosingMediator && from != Stage) ChoosingSince = now;
        if (HasEnded) EndedAt = now;
    }
}
