namespace NonLitigation.Odr.Domain.Network;

/// <summary>What a dispute is about, coarse enough for duty lists.</summary>
public enum DisputeKind { LabourWages, LabourOther, Contract, Loan, ConsumerPurchase, Property, Neighbour, Family, Tort, Traffic, Medical, Maritime, Commercial, Administrative, Other }
