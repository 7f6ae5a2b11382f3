namespace NonLitigation.Odr.Contracts.Shared;

/// <summary>What a personal nudge is about; the browser asks again for what it shows of it. A nudge may be lost.</summary>
public enum ChangeTopic { Case, Agreement, Proposals, Queue, Rooms, Enterprise, Performance, Complaints, Waits, Guests, Held, Guidance }
