using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>A party who takes part, as the rooms need to know it.</summary>
public sealed record MediationParty(Guid PartyId, Guid PersonId, string Name, bool IsApplicant);

/// <summary>The mediator accepted: mediation begins.</summary>
public sealed record MediationStarted(Guid CaseId, string CaseNumber, string Title, Guid MediatorPersonId, string MediatorName, IReadOnlyList<MediationParty> Parties);

/// <summary>The organisation gave a case in mediation to another mediator.</summary>
public sealed record MediatorChanged(Guid CaseId, Guid FormerPersonId, Guid PersonId, string Name);

public enum TermAct { ExtensionProposed, ExtensionAnswered, Suspended, Resumed }

/// <summary>Somebody did something about the mediation's term.</summary>
/// <param name="LastDay">Of the extension it is about.</param>
/// <param name="Agrees">The answer to it.</param>
/// <param name="Agreed">Whether all have agreed now.</param>
/// <param name="Reason">What is appraised.</param>
public sealed record TermMoved(Guid CaseId, Guid PersonId, TermAct Act, DateOnly? LastDay = null, bool? Agrees = null, bool? Agreed = null, string? Reason = null);

/// <summary>What other features do when a case moves; called inside the case's transaction, before it commits.</summary>
public interface ICaseReaction
{
    Task MediationStartedAsync(OdrDb db, MediationStarted started, CancellationToken cancellation) => Task.CompletedTask;
    /// <summary>A further respondent consented after the mediation began.</summary>
    Task PartyJoinedAsync(OdrDb db, Guid caseId, MediationParty party, CancellationToken cancellation) => Task.CompletedTask;
    /// <summary>A respondent left while the others go on.</summary>
    Task PartyLeftAsync(OdrDb db, Guid caseId, MediationParty party, CancellationToken cancellation) => Task.CompletedTask;
    /// <summary>Another person stands for a party who takes part: what the former one had of the case ends at once.</summary>
    Task RepresentativeChangedAsync(OdrDb db, Guid caseId, Guid formerPersonId, MediationParty party, CancellationToken cancellation) => Task.CompletedTask;
    /// <summary>Another mediator has the case: what the former one had of it ends at once.</summary>
    Task MediatorChangedAsync(OdrDb db, MediatorChanged changed, CancellationToken cancellation) => Task.CompletedTask;
    /// <summary>The term may have moved, or is asked to.</summary>
    Task TermMovedAsync(OdrDb db, TermMoved moved, CancellationToken cancellation) => Task.CompletedTask;
    /// <summary>The case ended; rooms close.</summary>
    Task CaseClosedAsync(OdrDb db, Guid caseId, string reason, CancellationToken cancellation) => Task.CompletedTask;
}

/// <summary>Why somebody may not mediate a case, as part of a sentence; names no party, for the other side reads it too.</summary>
public sealed record ConflictReason(string Zh, string En);

/// <summary>Says why a person may not mediate a case, or null when nothing stands against it.</summary>
public interface IConflictCheck
{
    Task<ConflictReason?> ConflictAsync(OdrDb db, Guid mediatorPersonId, Guid caseId, CancellationToken cancellation);
}
