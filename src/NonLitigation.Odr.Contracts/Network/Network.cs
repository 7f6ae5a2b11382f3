namespace NonLitigation.Odr.Contracts.Network;

public enum OrganisationKind { Centre, SubCentre, Studio, Station, MediationCommittee, LawFirm, Notary, Court, Union, PoliceStation, JusticeOffice, LegalService }
public enum OrganisationTier { City, County, Town, Village }
public enum OrganisationField { Administrative, Professional, Social, Elders }
public enum MediatorPool { General, Special, Expert }

/// <summary>What a dispute is about, coarse enough for duty lists.</summary>
public enum DisputeKind { LabourWages, LabourOther, Contract, Loan, ConsumerPurchase, Property, Neighbour, Family, Tort, Traffic, Medical, Maritime, Commercial, Administrative, Other }

public sealed record OrganisationView(
    Guid Id, Guid? ParentId, string Name, OrganisationKind Kind, OrganisationTier Tier, OrganisationField Field,
    string AreaCode, bool HoldsSeal, bool ChargesFee, IReadOnlyList<DisputeKind> DutyList, string? Phone);

/// <summary>Published facts about a mediator (court rules on online mediation, art. 5).</summary>
/// <param name="AwayUntil">Last day of a leave that falls into the first steps of a case given to him now; whoever chooses him all the same repeats it.</param>
public sealed record MediatorView(
    Guid Id, string Name, Guid OrganisationId, string OrganisationName, IReadOnlyList<DisputeKind> Skills,
    MediatorPool Pool, int Grade, bool ChargesFee, string Introduction, int OpenCases, int Capacity, DateOnly? AwayUntil = null);
