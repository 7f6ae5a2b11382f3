using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>How long somebody may wait unheard at one organisation before his mediator is told, and after as long again the organisation.</summary>
public sealed class AttentionLimit
{
    public const int Shortest = 1, Longest = 60;

    private AttentionLimit() { }

    public AttentionLimit(Guid organisationId) => OrganisationId = organisationId;

    public Guid OrganisationId { get; private set; }
    public int Minutes { get; private set; }
    public Guid SetBy { get; private set; }
    public DateTimeOffset SetAt { get; private set; }

    /// <exception cref="RefusalException"><see cref="DeskRules.LimitOutOfRange"/>.</exception>
    public void Set(int minutes, Guid by, DateTimeOffset now)
    {
        DeskRules.LimitOutOfRange.When(minutes is < Shortest or > Longest);
        (Minutes, SetBy, SetAt) = (minutes, by, now);
    }
}
