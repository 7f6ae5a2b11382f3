using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

public enum SheetKind
{
    /// <summary>Facts that nobody disputes: they may be used later, also when no agreement comes about (court rules art. 18).</summary>
    UndisputedFacts,

    /// <summary>The minutes; checked online, they have the force of those on paper (court rules art. 22).</summary>
    Minutes,
}

public enum SheetState { Draft, Asked, Confirmed }

/// <summary>What a party has said to a sheet.</summary>
public sealed record SheetAnswer(Guid PartyId, Guid PersonId, bool Confirms, string? Correction, DateTimeOffset At);

/// <summary>
/// Undisputed facts or minutes: written by the mediator, put to every party as exact bytes, and confirmed when all of them have. One who would have it
/// otherwise says how: then it is a draft again, and what others have confirmed of the earlier words counts no more.
/// </summary>
public sealed class Sheet
{
    public const int LongestText = 20_000, LongestCorrection = 2_000;

    private Sheet() { }

    public Guid Id { get; private set; }
    public Guid CaseId { get; private set; }
    public SheetKind Kind { get; private set; }
    /// <summary>Counts the sheets of this kind in the case, from 1.</summary>
    public int Number { get; private set; }
    public int Version { get; private set; }
    public SheetState State { get; private set; }
    public string Text { get; private set; } = "";
    /// <summary>Lower-case hex SHA-256 of <see cref="CanonicalBytes"/>; null while it is a draft.</summary>
    public string? Hash { get; private set; }
    /// <summary>Parties who were asked: everybody who took part then.</summary>
    public IReadOnlyList<Guid> Asked { get; private set; } = [];
    /// <summary>To the present words; of a draft, the correction that made it one again.</summary>
    public IReadOnlyList<SheetAnswer> Answers { get; private set; } = [];
    public DateTimeOffset ChangedAt { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }

    public static Sheet Begin(Guid caseId, SheetKind kind, int number, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), CaseId = caseId, Kind = kind, Number = number, ChangedAt = now };

    /// <summary>The same text again (a repeated request) changes nothing.</summary>
    public void Revise(int expectedVersion, string? text, DateTimeOffset now)
    {
        var words = text?.ReplaceLineEndings("\n").Trim() ?? "";
        SettlementsRules.SheetNotDraft.When(State != SheetState.Draft);
        SharedRules.TextIsTooLong.When(words.Length > LongestText);
        if (words == Text) return;
        RefuseOtherVersion(expectedVersion);
        (Text, Version, ChangedAt) = (words, Version + 1, now);
    }

    public void Ask(int expectedVersion, IReadOnlyList<Guid> parties, DateTimeOffset now)
    {
        SettlementsRules.SheetNotDraft.When(State != SheetState.Draft);
        RefuseOtherVersion(expectedVersion);
        SharedRules.TextIsEmpty.When(Text.Length == 0);
        SettlementsRules.SheetAsksNobody.When(parties.Count == 0);
        (State, Asked, Answers, Hash, ChangedAt) = (SheetState.Asked, parties, [], Digest.Of(CanonicalBytes()).ToString(), now);
    }

    /// <summary>Confirms, or says what has to be corrected. The last who confirms makes it stand.</summary>
    /// <param name="hash">Of the words he was shown.</param>
    public SheetAnswer Answer(Guid partyId, Guid personId, string hash, bool confirms, string? correction, DateTimeOffset now)
    {
        var why = correction?.Trim();
        SettlementsRules.SheetNotAsked.When(State != SheetState.Asked || !Asked.Contains(partyId));
        SettlementsRules.OtherText.When(!string.Equals(hash, Hash, StringComparison.Ordinal));
        SettlementsRules.SheetAnswered.When(Answers.Any(a => a.PartyId == partyId));
        SettlementsRules.CorrectionMissing.When(!confirms && string.IsNullOrEmpty(why));
        SharedRules.TextIsTooLong.When(why?.Length > LongestCorrection);
        var answer = new SheetAnswer(partyId, personId, confirms, confirms ? null : why, now);
        ChangedAt = now;
        if (!confirms)
        {
            (State, Hash, Answers, Version) = (SheetState.Draft, null, [answer], Version + 1);
            return answer;
        }
        Answers = [.. Answers, answer];
        if (Asked.All(party => Answers.Any(a => a.PartyId == party))) (State, ConfirmedAt) = (SheetState.Confirmed, now);
        return answer;
    }

    /// <summary>What the parties confirm.</summary>
    public byte[] CanonicalBytes() => CanonicalJson.Serialize(new CanonicalObject
    {
        ["format"] = "nonlitigation-odr/sheet/1", ["sheetId"] = Id.ToString("D"), ["caseId"] = CaseId.ToString("D"), ["kind"] = Kind.ToString(), ["number"] = Number, ["version"] = Version, ["text"] = Text,
    });

    private void RefuseOtherVersion(int expected)
    {
        if (expected != Version) throw SettlementsRules.ChangedMeanwhile(Version).Refused();
    }
}
