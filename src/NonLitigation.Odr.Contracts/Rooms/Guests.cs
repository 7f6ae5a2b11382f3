namespace NonLitigation.Odr.Contracts.Rooms;

public enum GuestCapacity { Interpreter, Expert, Companion, Observer }

/// <summary>How far it got: parties are asked, one refused, all consented, confidentiality undertaken, let in, removed or gone again, withdrawn.</summary>
public enum GuestState { Asking, Refused, Invited, Ready, Admitted, Removed, Withdrawn }

/// <summary>The mediator would ask somebody into the room; every party of it is asked first.</summary>
/// <param name="Id">UUIDv7 made by the mediator's page; a repeat changes nothing.</param>
/// <param name="Languages">Of an interpreter: two to five ISO 639 codes between which he renders; of others none.</param>
/// <param name="Reason">What he is asked for, 1 to 500 characters; the parties and he himself read it.</param>
public sealed record ProposeGuestRequest(Guid Id, string? Name, string? Contact, GuestCapacity Capacity, IReadOnlyList<string>? Languages, string? Reason);

public sealed record AnswerGuestRequest(bool Consents);

/// <param name="Consents">Null while the party has not answered.</param>
public sealed record GuestConsentView(Guid PartyId, string PartyName, bool? Consents);

/// <param name="Contact">Masked; the mediator's alone, else empty.</param>
/// <param name="PersonId">His, once he is on the roster.</param>
/// <param name="MyAnswer">The caller's party's own.</param>
/// <param name="MayWithdraw">Also: may send the invitation again.</param>
public sealed record GuestView(
    Guid Id, Guid RoomId, string RoomName, string RoomNameEn, RoomKind RoomKind, string Name, string Contact, GuestCapacity Capacity, IReadOnlyList<string> Languages, string Reason,
    GuestState State, Guid? PersonId, IReadOnlyList<GuestConsentView> Consents, bool? MyAnswer, bool MayAnswer, bool MayWithdraw, DateTimeOffset ProposedAt, DateTimeOffset? UndertookAt);

public sealed record OpenGuestInvitationRequest(string? Token);

/// <summary>What a guest reads before he comes: who asks, what for, what he undertakes. Nothing of the case itself.</summary>
/// <param name="SentTo">Masked contact to which the code goes.</param>
/// <param name="UsedUp">The link was used; enter with a code.</param>
/// <param name="RoomId">Once he has undertaken and as long as his place stands.</param>
/// <param name="WordsSha256">Lower-case hex, of both texts with a line break between.</param>
public sealed record GuestInvitationView(
    Guid GuestId, string OrganisationName, string OrganisationPhone, string MediatorName, string CaseNumber, RoomKind RoomKind, string Name, GuestCapacity Capacity,
    IReadOnlyList<string> Languages, string Reason, GuestState State, Guid? RoomId, string WordsZh, string WordsEn, string WordsSha256, string SentTo, DateTimeOffset? ExpiresAt, bool UsedUp);

/// <param name="WordsSha256">Of the words he was shown.</param>
public sealed record UndertakeRequest(string? WordsSha256);

/// <summary>An interpreter of the room.</summary>
/// <param name="Since">First entry that he was there for; what was said before is not his to render.</param>
public sealed record InterpreterView(Guid PersonId, string Name, IReadOnlyList<string> Languages, long Since);

/// <summary>An entry in another language.</summary>
/// <param name="Language">One of the interpreter's own.</param>
/// <param name="Text">1 to 4,000 characters.</param>
public sealed record PostRenderingRequest(Guid ClientMessageId, string? Language, string? Text);
