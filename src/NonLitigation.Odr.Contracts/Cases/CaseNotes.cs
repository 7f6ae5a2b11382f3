namespace NonLitigation.Odr.Contracts.Cases;

/// <summary>The caller's private notes about a case.</summary>
/// <param name="Version">0 while nothing was written.</param>
public sealed record CaseNotesView(string Text, int Version, DateTimeOffset? ChangedAt);

/// <param name="BasedOn">The version that the writer had before him.</param>
/// <param name="Text">At most 20,000 characters; may be empty.</param>
public sealed record WriteCaseNotesRequest(int BasedOn, string Text);
