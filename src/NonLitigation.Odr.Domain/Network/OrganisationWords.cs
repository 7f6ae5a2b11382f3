namespace NonLitigation.Odr.Domain.Network;

public enum OrganisationKind { Centre, SubCentre, Studio, Station, MediationCommittee, LawFirm, Notary, Court, Union, PoliceStation, JusticeOffice, LegalService }

/// <summary>四纵: city, county, town, village.</summary>
public enum OrganisationTier { City, County, Town, Village }

/// <summary>四横: administrative organs, professions and trades, social organisations, respected elders.</summary>
public enum OrganisationField { Administrative, Professional, Social, Elders }

/// <summary>全科 / 专科 / 专家.</summary>
public enum MediatorPool { General, Special, Expert }
