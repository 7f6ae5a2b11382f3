namespace NonLitigation.Odr.Domain.Evidence;

/// <summary>One piece of evidence: what it is and where it belongs. Its bytes are kept under their hash.</summary>
public sealed class Exhibit
{
    private Exhibit() { }

    /// <summary>An exhibit that belongs to nobody but its uploader yet.</summary>
    /// <param name="sha256">Lower-case hex of the stored bytes.</param>
    public Exhibit(string name, MediaKind kind, long size, string sha256, Guid uploadedBy, string uploadedByName, DateTimeOffset uploadedAt)
    {
        (Name, MediaType, Size, Sha256) = (ExhibitNames.Clean(name, kind), kind.MediaType, size, sha256);
        // The database keeps microseconds; a repeat answers the same.
        (UploadedBy, UploadedByName, UploadedAt) = (uploadedBy, uploadedByName, uploadedAt.AddTicks(-(uploadedAt.Ticks % TimeSpan.TicksPerMicrosecond)));
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public string Name { get; private set; } = "";
    public string MediaType { get; private set; } = "";
    public long Size { get; private set; }
    public string Sha256 { get; private set; } = "";
    public Guid? CaseId { get; private set; }
    /// <summary>Shown in this room: then only that entry's audience may read it.</summary>
    public Guid? RoomId { get; private set; }
    public long? RoomSequence { get; private set; }
    public Guid? ClientMessageId { get; private set; }
    /// <summary>The exhibit that this one carries over into another place.</summary>
    public Guid? CopyOf { get; private set; }
    public Guid UploadedBy { get; private set; }
    public string UploadedByName { get; private set; } = "";
    public DateTimeOffset UploadedAt { get; private set; }

    public bool IsUnfiled => CaseId is null && RoomId is null;

    /// <summary>Puts it into a case file, for good.</summary>
    public Exhibit IntoCase(Guid caseId)
    {
        if (!IsUnfiled) throw new InvalidOperationException("An exhibit stays where it was put; carry over a copy.");
        CaseId = caseId;
        return this;
    }

    /// <summary>Shows it in a room, for good.</summary>
    public Exhibit IntoRoom(Guid roomId, Guid clientMessageId)
    {
        if (!IsUnfiled) throw new InvalidOperationException("An exhibit stays where it was put; carry over a copy.");
        (RoomId, ClientMessageId) = (roomId, clientMessageId);
        return this;
    }

    /// <summary>The transcript has it under this number.</summary>
    public void RecordedAs(long sequence) => RoomSequence = sequence;

    /// <summary>The same bytes as an exhibit of a case file.</summary>
    public Exhibit CopyInto(Guid caseId) => new()
    {
        Name = Name, MediaType = MediaType, Size = Size, Sha256 = Sha256, CaseId = caseId, CopyOf = Id,
        UploadedBy = UploadedBy, UploadedByName = UploadedByName, UploadedAt = UploadedAt,
    };
}
