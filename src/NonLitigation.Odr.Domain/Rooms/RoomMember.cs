namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>A person on a room's roster.</summary>
/// <param name="PartyId">The party of the case he is or stands for; null for those who are none.</param>
/// <param name="FromSequence">First entry of his range; null while none is his. What he may read is one unbroken range.</param>
/// <param name="ToSequence">Last entry of his range; null while it is open.</param>
/// <param name="Joined">Came in and has not left since.</param>
public sealed record RoomMember(
    Guid PersonId, Guid? PartyId, string Name, RoomRole Role, Standing Standing, long? FromSequence, long? ToSequence, bool Joined)
{
    public bool Presides => Role == RoomRole.Mediator && Standing == Standing.Admitted;

    /// <summary>Invited with the parties' consent: what is said before his admission is never his, not even before the first opening.</summary>
    public bool IsGuest => Role is RoomRole.Interpreter or RoomRole.Expert or RoomRole.Companion or RoomRole.Observer;

    /// <summary>Whether the entry of this number lies in his range and he has been admitted to read it.</summary>
    public bool MayRead(long sequence) =>
        Standing == Standing.Admitted && FromSequence <= sequence && (ToSequence is null || sequence <= ToSequence);

    /// <summary>Before admission: on the roster only.</summary>
    public static RoomMember Invited(Guid person, Guid? party, string name, RoomRole role) => new(person, party, name, role, Standing.Invited, null, null, false);

    public static RoomMember Admitted(Guid person, Guid? party, string name, RoomRole role) => new(person, party, name, role, Standing.Admitted, null, null, false);
}
