namespace NonLitigation.Odr.Contracts.Shared;

/// <summary>Why the service declined: a stable code for programs, a plain sentence for people.</summary>
/// <remarks>HTTP carries it in ProblemDetails (RFC 9457) as <c>code</c>, <c>zh</c>, <c>en</c>, <c>errors</c>; the hub as the JSON text of the HubException.</remarks>
/// <param name="Errors">About a form: what is wrong with each field, by its path such as <c>respondents[0].contact</c>.</param>
/// <param name="RetryAfterMs">When it is about now and not about the act: wait so long, then send the same again.</param>
public sealed record RefusalView(string Code, string Zh, string En, IReadOnlyDictionary<string, RefusalView>? Errors = null, int? RetryAfterMs = null);
