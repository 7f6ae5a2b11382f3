namespace NonLitigation.Odr.Contracts.Rooms;

/// <summary>A case in which somebody waits unheard although its mediator was told; nothing of its rooms.</summary>
/// <param name="Since">Since when the one who has waited longest waits.</param>
public sealed record UnattendedCaseView(Guid CaseId, string CaseNumber, string? MediatorName, string OrganisationName, DateTimeOffset Since, DateTimeOffset ToldAt);

/// <param name="LimitMinutes">The organisation's own time before the mediator is told (after as long again, the organisation); null: the platform's.</param>
public sealed record UnattendedView(IReadOnlyList<UnattendedCaseView> Cases, int? LimitMinutes, double DefaultMinutes);

/// <param name="Minutes">1 to 60.</param>
public sealed record SetAttentionLimitRequest(int Minutes);

/// <summary>A canned text. Variables in braces (<c>{申请人}</c>) are filled by the page that uses it.</summary>
/// <param name="Shared">The organisation's; else the caller's own.</param>
/// <param name="Shortcut">Typed after a slash.</param>
public sealed record SnippetView(Guid Id, int Version, bool Shared, bool MayEdit, string Shortcut, string Title, string Text);

/// <param name="BasedOn">The version that is replaced; 0 for a new one.</param>
/// <param name="Shortcut">1 to 20 letters, digits or Chinese characters.</param>
/// <param name="Title">1 to 60 characters.</param>
/// <param name="Text">1 to 2,000 characters.</param>
public sealed record WriteSnippetRequest(int BasedOn, bool Shared, string Shortcut, string Title, string Text);
