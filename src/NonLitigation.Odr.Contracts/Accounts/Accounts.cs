namespace NonLitigation.Odr.Contracts.Accounts;

/// <summary>Ask for a six-digit code. The answer is the same for known and unknown numbers.</summary>
/// <param name="Contact">Mobile number (mainland, or +country) or e-mail address.</param>
/// <param name="LinkToken">When entering by a one-use link: the token; the code then goes to the contact the link is bound to, and <paramref name="Contact"/> is ignored.</param>
public sealed record SendCodeRequest(string? Contact, string? LinkToken);

/// <param name="ChallengeId">Goes back with the code.</param>
/// <param name="SentTo">Masked contact, e.g. 138****5678.</param>
public sealed record CodeSentView(Guid ChallengeId, string SentTo, int ExpiresInSeconds);

/// <param name="DisplayName">Needed the first time a person enters; ignored afterwards.</param>
/// <param name="LinkToken">The one-use link, used up by this.</param>
public sealed record EnterWithCodeRequest(Guid ChallengeId, string Code, string? DisplayName, string? LinkToken);

public sealed record StaffSignInRequest(string UserName, string Password);

/// <summary>Options for the browser's credential API, as JSON text.</summary>
/// <param name="ChallengeId">Of options for proving oneself again: goes back with the credential.</param>
public sealed record PasskeyOptionsView(string OptionsJson, Guid? ChallengeId = null);

/// <param name="Purpose">What the proof will be for; the challenge that the device signs is derived from it.</param>
public sealed record ReauthenticationOptionsRequest(string Purpose);

public sealed record CompletePasskeyRequest(string CredentialJson, string? Name);

/// <summary>Proves the person again before a sensitive act (signing). One of the two ways is given.</summary>
/// <param name="Purpose">What it is for, e.g. <c>sign:{agreementId}:{frozenHash}</c>; the proof holds for that only.</param>
/// <param name="ChallengeId">Of the code that was sent, or of the passkey's options.</param>
public sealed record ReauthenticateRequest(string Purpose, Guid? ChallengeId, string? Code, string? PasskeyCredentialJson);

/// <param name="ProofId">Used once, by the person it was given to, for the purpose it was asked for.</param>
public sealed record ReauthenticationView(Guid ProofId, string Method, DateTimeOffset ExpiresAt);

public enum AccountRole { Party, Mediator, Operator, Butler, Administrator, Guide }

/// <param name="TimeZone">IANA name, e.g. <c>America/New_York</c>.</param>
public sealed record SetTimeZoneRequest(string TimeZone);

/// <summary>The signed-in person.</summary>
/// <param name="TimeZone">IANA name of the zone in which times are told beside China's; null until one was set.</param>
public sealed record MeView(
    Guid PersonId, string DisplayName, string MaskedContact, IReadOnlyList<AccountRole> Roles,
    Guid? MediatorId, Guid? OrganisationId, string? OrganisationName, IReadOnlyList<Guid> EnterpriseIds, bool HasPasskey, string? TimeZone);

/// <param name="ServerKey">The service's public key for push (RFC 8292), base64url of an uncompressed P-256 point; null where push is not offered.</param>
/// <param name="Devices">At how many devices this person has turned alerts on.</param>
public sealed record PushOfferView(string? ServerKey, int Devices);

/// <summary>Turns alerts on for a browser, in place of whoever had them there.</summary>
/// <param name="Endpoint">Address that the browser's push service gave (RFC 8030); https, at one of the push services on the service's list.</param>
/// <param name="Key">The browser's public key <c>p256dh</c> (RFC 8291), base64url.</param>
/// <param name="Secret">Its secret <c>auth</c>, base64url of 16 bytes.</param>
/// <param name="Language"><c>zh</c> or <c>en</c>.</param>
/// <param name="QuietFrom">Hour of the person's own clock, 0 to 23, from which nothing rings until <paramref name="QuietUntil"/>.</param>
public sealed record TurnOnPushRequest(string Endpoint, string Key, string Secret, string Language, int QuietFrom, int QuietUntil);

public sealed record TurnOffPushRequest(string Endpoint);

/// <summary>A message that the Development delivery put aside instead of sending. Exists in Development only.</summary>
public sealed record OutboxMessageView(Guid Id, string Channel, string To, string Text, string? Link, string? Code, DateTimeOffset At);
