namespace NonLitigation.Odr.Contracts.Evidence;

/// <param name="Sha256">Lower-case hex of the stored bytes (images are re-encoded, so this is not the hash of the upload).</param>
/// <param name="RoomId">Set when it was shown in a room; then only that room's audience may read it. Otherwise it belongs to the case file.</param>
public sealed record ExhibitView(
    Guid Id, string Name, string MediaType, long Size, string Sha256, Guid? CaseId, Guid? RoomId, Guid UploadedBy, string UploadedByName, DateTimeOffset UploadedAt);
