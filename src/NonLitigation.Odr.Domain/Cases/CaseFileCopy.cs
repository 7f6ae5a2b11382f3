namespace NonLitigation.Odr.Domain.Cases;

/// <summary>Somebody took a copy of the file of a case: who, as what, when.</summary>
public sealed class CaseFileCopy
{
    private CaseFileCopy() { }

    public CaseFileCopy(Guid caseId, Guid personId, string role, DateTimeOffset now) =>
        (CaseId, PersonId, Role, At) = (caseId, personId, role, now);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid CaseId { get; private set; }
    public Guid PersonId { get; private set; }
    public string Role { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}
