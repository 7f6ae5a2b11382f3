using NonLitigation.Odr.Domain.Negotiation;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Negotiation;

/// <summary>A deckhand, two boat owners, a mediator; the joint room and one owner's caucus.</summary>
internal static class ProposalBench
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(8));
    public static readonly Guid Li = Guid.NewGuid(), Zhou = Guid.NewGuid(), Wu = Guid.NewGuid();
    public static readonly Guid Case = Guid.NewGuid();
    public static readonly HashSet<Guid> Parties = [Li, Zhou, Wu];
    public static readonly ProposalRoom Joint = new(Guid.NewGuid(), Case, Parties, Parties);
    public static readonly ProposalRoom ZhousCaucus = new(Guid.NewGuid(), Case, new HashSet<Guid> { Zhou }, Parties);
    public static readonly Negotiator Mediator = new(Guid.NewGuid(), "王调解员", null);
    public static readonly Negotiator LiSeat = new(Guid.NewGuid(), "李海生", Li), ZhouSeat = new(Guid.NewGuid(), "周永顺", Zhou), WuSeat = new(Guid.NewGuid(), "吴建国", Wu);

    public static Term Pays(Guid who, Guid whom, long yuan) => Term.Of(who, whom, yuan * 100, "支付工资", new DateOnly(2026, 12, 1), "银行转账");

    public static ProposalDraft Draft(IReadOnlyList<Guid> to, params Term[] terms) => new(to, terms, null, null, Guid.NewGuid());

    /// <summary>1,600 yuan from one owner and 1,800 from the other, put to all three.</summary>
    public static Proposal BothSums(ProposalRoom? room = null) =>
        Proposal.Propose(room ?? Joint, Mediator, Draft([Li, Zhou, Wu], Pays(Zhou, Li, 1_600), Pays(Wu, Li, 1_800)), Now);

    public static string Refusal(Action act) => Assert.Throws<RefusalException>(act).Code;
}
