namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>How a version came about. SplitOff: a part of it went to the paper that is signed by hand. Reopened: the frozen words, open again.</summary>
public enum VersionOrigin { Saved, SplitOff, Restored, Reopened }

/// <summary>One saved version of a draft, kept as it was: who, when, what.</summary>
public sealed class AgreementVersion
{
    private AgreementVersion() { }

    /// <param name="restoredFrom">Number of the version whose words were taken up again.</param>
    public AgreementVersion(Agreement agreement, Guid personId, string name, VersionOrigin origin, int? restoredFrom) =>
        (AgreementId, Number, Content, PersonId, Name, At, Origin, RestoredFrom) =
        (agreement.Id, agreement.Version, agreement.Content, personId, name, agreement.ChangedAt, origin, restoredFrom);

    public Guid AgreementId { get; private set; }
    public int Number { get; private set; }
    public AgreementContent Content { get; private set; } = AgreementContent.Empty;
    public Guid PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public VersionOrigin Origin { get; private set; }
    public int? RestoredFrom { get; private set; }
}

/// <summary>A version that the parties were shown: on the table, or frozen to be signed. What was shown is never hidden again.</summary>
public sealed record AgreementShowing(Guid AgreementId, int Version, DateTimeOffset At);

/// <summary>The latest version that somebody has said he has looked at; the mark never goes back.</summary>
public sealed record AgreementReading(Guid AgreementId, Guid PersonId, int Version, DateTimeOffset At);
