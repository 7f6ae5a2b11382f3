using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

public enum HeldProgress { Waiting, Released, Returned }

/// <summary>By what a held message came back: the mediator's own decision, the end of the hold or of the sitting, the author's right that ended.</summary>
public enum ReturnCause { Mediator, HoldEnded, Adjourned, Closed, Removed }

/// <summary>
/// What a party wrote while messages were held: kept from the moment it was acknowledged, seen by its author and the mediators alone, without a number in the
/// room. Nothing of its words ever changes: they enter the record as they were written, or go back to their author.
/// </summary>
public sealed class HeldMessage
{
    private HeldMessage() { }

    public Guid Id { get; private set; }
    public Guid RoomId { get; private set; }
    public Guid AuthorId { get; private set; }
    /// <summary>The author's own id of it; the entry that it becomes bears the same.</summary>
    public Guid ClientMessageId { get; private set; }
    /// <summary>Empty once it stands in the record.</summary>
    public string Text { get; private set; } = "";
    public long? ReplyTo { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }
    public HeldProgress State { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public Guid? DecidedBy { get; private set; }
    /// <summary>Of the entry it became.</summary>
    public long? Sequence { get; private set; }
    public ReturnCause? Cause { get; private set; }
    /// <summary>The mediator's, for the author.</summary>
    public string? Reason { get; private set; }
    /// <summary>The author has the words back in his own hands.</summary>
    public DateTimeOffset? TakenAt { get; private set; }

    public static HeldMessage Write(Guid room, Guid author, Guid clientMessageId, string text, long? replyTo, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), RoomId = room, AuthorId = author, ClientMessageId = clientMessageId, Text = text, ReplyTo = replyTo,
        WrittenAt = TranscriptEntry.ToMicroseconds(now),
    };

    /// <summary>What the entry says: the words, and when they were written; when they were let through is the entry's own time.</summary>
    public CanonicalObject Body()
    {
        var body = RoomsRules.TextBody(Text);
        body[WrittenAtMember] = WrittenAt.UtcDateTime.ToString(TranscriptEntry.TimeFormat, System.Globalization.CultureInfo.InvariantCulture);
        return body;
    }

    /// <summary>Whether an entry is what became of these words.</summary>
    public static bool IsReleaseOf(byte[]? entry, byte[] said)
    {
        if (entry is null || CanonicalJsonReader.Parse(entry) is not CanonicalObject body || body[WrittenAtMember] is null) return false;
        var words = new CanonicalObject();
        foreach (var (name, value) in body) if (name != WrittenAtMember) words[name] = value;
        return CanonicalJson.Serialize(words).AsSpan().SequenceEqual(said);
    }

    public void Release(long sequence, Guid by, DateTimeOffset now)
    {
        HoldRules.AlreadyReturned.When(State == HeldProgress.Returned);
        (State, Sequence, DecidedBy, DecidedAt, Text) = (HeldProgress.Released, sequence, by, now, "");
    }

    /// <returns>Whether anything changed by it.</returns>
    public bool Return(Guid by, string? reason, DateTimeOffset now)
    {
        HoldRules.AlreadyReleased.When(State == HeldProgress.Released);
        if (State == HeldProgress.Returned) return false;
        var why = reason?.ReplaceLineEndings("\n").Trim() ?? "";
        HoldRules.ReasonNeeded.When(why.Length == 0);
        SharedRules.TextIsTooLong.When(why.Length > RoomsRules.LongestReason);
        SharedRules.TextIsNotUnicode.When(!PlainText.IsClean(why, severalLines: true));
        (State, Cause, Reason, DecidedBy, DecidedAt) = (HeldProgress.Returned, ReturnCause.Mediator, why, by, now);
        return true;
    }

    public void Take(DateTimeOffset now)
    {
        if (State == HeldProgress.Returned) TakenAt ??= now;
    }

    private const string WrittenAtMember = "writtenAt";
}
