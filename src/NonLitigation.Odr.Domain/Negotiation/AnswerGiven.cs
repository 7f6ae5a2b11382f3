namespace NonLitigation.Odr.Domain.Negotiation;

/// <summary>A bound party's answer. A later answer of the same party stands instead of the earlier one.</summary>
public sealed class AnswerGiven
{
    private AnswerGiven() { }

    internal AnswerGiven(Guid partyId) => PartyId = partyId;

    internal void Give(Guid personId, ProposalAnswer answer, string? reason, Guid clientMessageId, DateTimeOffset at) =>
        (PersonId, Answer, Reason, ClientMessageId, At) = (personId, answer, reason, clientMessageId, at);

    public Guid PartyId { get; private set; }
    public Guid PersonId { get; private set; }
    public ProposalAnswer Answer { get; private set; }
    public string? Reason { get; private set; }
    public Guid ClientMessageId { get; private set; }
    public DateTimeOffset At { get; private set; }
}
