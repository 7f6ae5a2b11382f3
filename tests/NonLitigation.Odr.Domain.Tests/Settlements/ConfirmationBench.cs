using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Domain.Tests.Settlements;

/// <summary>A joint application of the deckhand and one boat owner, over their effective agreement.</summary>
internal sealed class ConfirmationBench
{
    public static readonly BasicCourt Court = new("320703", "连云港市连云区人民法院", true);
    public static readonly string Consent = HandOverConsent.Text(new(Court.Code, Court.Name)).Zh;
    public static readonly ApplicantDetails Details = new("340321199001011234", "连云港市连云区墟沟街道1号", null);
    public readonly Guid Li = Guid.NewGuid(), Zhou = Guid.NewGuid(), LiPerson = Guid.NewGuid(), ZhouPerson = Guid.NewGuid(), LiAct = Guid.NewGuid();

    public ConfirmationBench(DateTimeOffset? begunAt = null)
    {
        var agreement = SigningBench.Frozen();
        foreach (var party in SigningBench.Roster.Parties) agreement.Sign(party);
        agreement.SignAsMediator();
        Outcome = agreement.Seal(SigningBench.Code, SigningBench.Now);
        Confirmation = Confirmation.Begin(Outcome, [new(Li, "李海生", null, new(null, null, "13900000001")), new(Zhou, "周永顺", null, new(null, null, "13900000002"))], Court, begunAt ?? Now);
    }

    /// <summary>The day after effect.</summary>
    public static DateTimeOffset Now => SigningBench.Now.AddDays(1);
    public Outcome Outcome { get; }
    public Confirmation Confirmation { get; }
    public IEnumerable<ConfirmationStep> Steps => Confirmation.Marks.Select(mark => mark.Step);

    public void LiJoins(DateTimeOffset? at = null) => Confirmation.Join(Li, LiPerson, LiAct, Details, Consent, at ?? Now);

    public void ZhouJoins(DateTimeOffset? at = null) => Confirmation.Join(Zhou, ZhouPerson, Guid.NewGuid(), Details, Consent, at ?? Now);

    public Confirmation Joined()
    {
        LiJoins();
        ZhouJoins();
        return Confirmation;
    }
}
