namespace NonLitigation.Odr.Domain.Network;

/// <summary>法官, 公安, 律师, 基层法律服务工作者, 司法行政.</summary>
public enum GuideBackground { Judge, Police, Lawyer, LegalServiceWorker, JusticeOfficer }

/// <summary>法治指导员: somebody of the paired body who answers mediators' questions, from one day to another.</summary>
public sealed class LegalGuide
{
    public const int LongestName = 40;

    private LegalGuide() { }

    internal LegalGuide(Guid pairingId, Guid personId, string name, GuideBackground background, Guid namedBy, DateTimeOffset now) =>
        (Id, PairingId, PersonId, Name, Background, NamedBy, From) = (Guid.CreateVersion7(now), pairingId, personId, name, background, namedBy, now);

    public Guid Id { get; private set; }
    public Guid PairingId { get; private set; }
    public Guid PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public GuideBackground Background { get; private set; }
    public Guid NamedBy { get; private set; }
    public DateTimeOffset From { get; private set; }
    public Guid? EndedBy { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    internal void End(Guid by, DateTimeOffset now)
    {
        if (EndedAt is null) (EndedBy, EndedAt) = (by, now);
    }
}
