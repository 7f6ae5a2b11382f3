namespace NonLitigation.Odr.Domain.Cases;

/// <summary>One thing the applicant asks for, of one or several respondents.</summary>
public sealed class Claim
{
    private Claim() { }

    internal Claim(Guid caseId, int position, string text, long? amountFen, Guid[] againstPartyIds) =>
        (CaseId, Position, Text, AmountFen, AgainstPartyIds) = (caseId, position, text, amountFen, againstPartyIds);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid CaseId { get; private set; }
    public int Position { get; private set; }
    public string Text { get; private set; } = "";
    /// <summary>In fen; null when the claim is not for money.</summary>
    public long? AmountFen { get; private set; }
    public Guid[] AgainstPartyIds { get; private set; } = [];
}
