namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>Joining → Joined → Sending → Filed → Accepted → Confirmed or Refused; the court may ask for more on the way; Declined and Withdrawn end it before it is sent.</summary>
public enum ConfirmationState { Joining, Joined, Sending, Filed, Accepted, MoreAsked, Confirmed, Refused, Declined, Withdrawn }

/// <summary>What happened to a joint application: its history.</summary>
public enum ConfirmationStep { Begun, Joined, Declined, Withdrawn, Supplied, Sent, Received, Accepted, MoreAsked, Confirmed, Refused }

/// <summary>What a packet consists of (民诉解释 353).</summary>
public enum PacketPart { Application, Agreement, Presiding, PropertyRight, Identity, Address, Contact }

/// <summary>Who has to bring what is missing.</summary>
public enum PacketSupplier { Party, Organisation, Platform }

/// <summary>Whether a court can be reached from here. Simulated: a court made up for demonstration answers.</summary>
public enum CourtLink { None, Simulated, Connected }

/// <param name="Note">The court's words, a reason, a number; null when there is nothing to add.</param>
public sealed record ConfirmationMark(ConfirmationStep Step, DateTimeOffset At, string? Name, string? Note);

/// <param name="Code">As in the list of candidates.</param>
public sealed record ChosenCourt(string Code, string Name);

/// <summary>A paper that proves a right to property, from the case file.</summary>
public sealed record PropertyProof(Guid ExhibitId, string Name, string MediaType, string Sha256);

/// <summary>What a court needs to know of a party beside his name; null or empty while he has not said it.</summary>
public sealed record ApplicantDetails(string? IdNumber, string? Address, string? Contact);
