namespace NonLitigation.Odr.Domain.Cases;

/// <summary>One act that happened to a case: the case's own record.</summary>
public sealed class CaseMove
{
    private CaseMove() { }

    internal CaseMove(Guid caseId, CaseAct act, CaseRole role, CaseStage from, CaseStage to, Guid? personId, string? note, DateTimeOffset at)
    {
        (CaseId, Act, Role, From, To) = (caseId, act, role, from, to);
        (PersonId, Note, At) = (personId, note, at);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid CaseId { get; private set; }
    public CaseAct Act { get; private set; }
    public CaseRole Role { get; private set; }
    public CaseStage From { get; private set; }
    public CaseStage To { get; private set; }
    public Guid? PersonId { get; private set; }
    public string? Note { get; private set; }
    public DateTimeOffset At { get; private set; }
}
