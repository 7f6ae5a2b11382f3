using System.Text.RegularExpressions;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>What a guest is asked to the room for (人民调解法 20).</summary>
public enum GuestCapacity { Interpreter, Expert, Companion, Observer }

public enum GuestProgress
{
    /// <summary>Not all parties have answered.</summary>
    Asking,
    Refused,
    /// <summary>All have consented; his link is on its way.</summary>
    Invited,
    /// <summary>He has undertaken confidentiality and is on the roster.</summary>
    Ready,
    Withdrawn,
}

/// <summary>What a party has said to a guest last.</summary>
public sealed record GuestAnswer(Guid PartyId, Guid PersonId, bool Consents, DateTimeOffset At);

/// <summary>
/// Somebody whom the mediator would ask into a room: invited as long as every party of the room consents, each by his own act. Until he has come in any
/// of them may take it back; then his link opens nothing and his place is gone.
/// </summary>
public sealed partial class RoomGuest
{
    public const int LongestReason = 500, FewestLanguages = 2, MostLanguages = 5;

    private RoomGuest() { }

    public Guid Id { get; private set; }
    public Guid RoomId { get; private set; }
    public Guid CaseId { get; private set; }
    public Guid ProposedBy { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>Normal form.</summary>
    public string Contact { get; private set; } = "";
    public GuestCapacity Capacity { get; private set; }
    /// <summary>ISO 639 codes between which an interpreter renders; of others none.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];
    /// <summary>What he is asked for; the parties and he himself read it.</summary>
    public string Reason { get; private set; } = "";
    public DateTimeOffset ProposedAt { get; private set; }
    public IReadOnlyList<GuestAnswer> Answers { get; private set; } = [];
    public DateTimeOffset? InvitedAt { get; private set; }
    /// <summary>Who entered by the link.</summary>
    public Guid? PersonId { get; private set; }
    public DateTimeOffset? UndertookAt { get; private set; }
    /// <summary>Lower-case hex SHA-256 of the words he undertook.</summary>
    public string? WordsSha256 { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public GuestProgress State => this switch
    {
        { WithdrawnAt: not null } => GuestProgress.Withdrawn,
        { UndertookAt: not null } => GuestProgress.Ready,
        { InvitedAt: not null } => GuestProgress.Invited,
        _ => Answers.Any(a => !a.Consents) ? GuestProgress.Refused : GuestProgress.Asking,
    };

    public RoomRole Role => Capacity switch
    {
        GuestCapacity.Interpreter => RoomRole.Interpreter,
        GuestCapacity.Expert => RoomRole.Expert,
        GuestCapacity.Companion => RoomRole.Companion,
        _ => RoomRole.Observer,
    };

    /// <exception cref="RefusalException">Name, contact, reason or languages are missing or not fit.</exception>
    public static RoomGuest Propose(
        Guid id, Guid room, Guid caseId, Guid mediator, string? name, string? contact, GuestCapacity capacity, IReadOnlyList<string>? languages, string? reason, DateTimeOffset now)
    {
        var (called, why) = (name?.Trim() ?? "", reason?.ReplaceLineEndings("\n").Trim() ?? "");
        IReadOnlyList<string> spoken = capacity == GuestCapacity.Interpreter ? [.. (languages ?? []).Distinct()] : [];
        GuestsRules.IdMissing.When(id == Guid.Empty);
        GuestsRules.Name.When(called.Length == 0 || !PersonNames.IsPlain(called));
        GuestsRules.Contact.When(!Accounts.Contact.TryParse(contact, out var to));
        GuestsRules.Capacity.When(!Enum.IsDefined(capacity));
        GuestsRules.Languages.When(capacity == GuestCapacity.Interpreter && (spoken.Count is < FewestLanguages or > MostLanguages || !spoken.All(one => LanguageCode().IsMatch(one))));
        GuestsRules.Reason.When(why.Length is 0 or > LongestReason || !PlainText.IsClean(why, severalLines: true));
        return new()
        {
            Id = id, RoomId = room, CaseId = caseId, ProposedBy = mediator, Name = called, Contact = to!.Value, Capacity = capacity, Languages = spoken, Reason = why, ProposedAt = now,
        };
    }

    /// <summary>The same proposal sent again.</summary>
    public bool IsSameAs(RoomGuest other) =>
        (RoomId, ProposedBy, Name, Contact, Capacity, Reason) == (other.RoomId, other.ProposedBy, other.Name, other.Contact, other.Capacity, other.Reason) && Languages.SequenceEqual(other.Languages);

    /// <summary>A party's own answer; the last one counts. The consent that completes all of them invites, the first refusal ends the invitation.</summary>
    /// <param name="asked">The parties of the room now.</param>
    /// <returns>Whether anything changed by it.</returns>
    public bool Answer(Guid partyId, Guid personId, bool consents, IReadOnlyCollection<Guid> asked, bool cameIn, DateTimeOffset now)
    {
        GuestsRules.PartyAnswers.When(!asked.Contains(partyId));
        GuestsRules.Withdrawn.When(WithdrawnAt is not null);
        if (Answers.Any(a => a.PartyId == partyId && a.Consents == consents)) return false;
        GuestsRules.CameIn.When(cameIn);
        Answers = [.. Answers.Where(a => a.PartyId != partyId), new(partyId, personId, consents, now)];
        if (!consents) TakeBack();
        else if (InvitedAt is null && IsAgreed(asked)) InvitedAt = now;
        return true;
    }

    public bool IsAgreed(IReadOnlyCollection<Guid> asked) => asked.Count > 0 && asked.All(party => Answers.Any(a => a.PartyId == party && a.Consents));

    /// <summary>He entered by his link.</summary>
    public void Identified(Guid personId)
    {
        GuestsRules.NotInvited.When(State != GuestProgress.Invited);
        PersonId = personId;
    }

    /// <summary>He undertakes confidentiality. The same again changes nothing.</summary>
    /// <param name="wordsSha256">Of the words he was shown.</param>
    /// <returns>Whether anything changed by it.</returns>
    public bool Undertake(string? wordsSha256, IReadOnlyCollection<Guid> asked, DateTimeOffset now)
    {
        if (State == GuestProgress.Ready && WordsSha256 == wordsSha256) return false;
        GuestsRules.NotInvited.When(State != GuestProgress.Invited || PersonId is null || !IsAgreed(asked));
        GuestsRules.OtherWords.When(!string.Equals(wordsSha256, GuestUndertaking.Sha256, StringComparison.Ordinal));
        (UndertookAt, WordsSha256) = (now, wordsSha256);
        return true;
    }

    /// <returns>Whether anything changed by it.</returns>
    public bool Withdraw(bool cameIn, DateTimeOffset now)
    {
        if (WithdrawnAt is not null) return false;
        GuestsRules.RemoveInstead.When(cameIn);
        TakeBack();
        WithdrawnAt = now;
        return true;
    }

    private void TakeBack() => (InvitedAt, PersonId, UndertookAt, WordsSha256) = (null, null, null, null);

    [GeneratedRegex("^[a-z]{2,3}$")]
    private static partial Regex LanguageCode();
}
