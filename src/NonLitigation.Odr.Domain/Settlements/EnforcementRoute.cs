using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Network;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>司法确认、赋强公证、提存、支付令、仲裁置换.</summary>
public enum EnforcementRouteKind { JudicialConfirmation, NotarialEnforcement, NotarialDeposit, PaymentOrder, ArbitralAward }

/// <summary>A sentence in both languages.</summary>
public sealed record Saying(string Zh, string En);

/// <summary>One way by which an effective agreement can be made enforceable, and whether it is open now.</summary>
/// <param name="Reason">Why it is open, or why not.</param>
/// <param name="Where">What to take where.</param>
/// <param name="Rules">The articles it stands on; each says whether somebody has verified it.</param>
/// <param name="Term">The time limit that runs for it; null when none does.</param>
public sealed record EnforcementRoute(EnforcementRouteKind Kind, bool IsOpen, Saying Reason, Saying Where, IReadOnlyList<LawRule> Rules, Deadline? Term = null);

/// <summary>What the choice of routes depends on.</summary>
/// <param name="AcceptEnforcement">Parties who accept enforcement: in the signed text, or by their own act on it.</param>
public sealed record EnforcementFacts(DisputeKind Kind, AgreementContent Content, IReadOnlySet<Guid> AcceptEnforcement, DateTimeOffset EffectiveAt, DateTimeOffset Now)
{
    public DateOnly Today => Deadline.DayOf(Now);

    /// <summary>Numbers, from 1, of the obligations that hold what is asked.</summary>
    public IReadOnlyList<int> Where(Func<Obligation, bool> holds) => [.. Content.Obligations.Index().Where(one => holds(one.Item)).Select(one => one.Index + 1)];
}
