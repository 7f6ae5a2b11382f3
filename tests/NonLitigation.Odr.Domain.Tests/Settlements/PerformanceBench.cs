using NonLitigation.Odr.Domain.Settlements;
using static NonLitigation.Odr.Domain.Tests.Settlements.SigningBench;

namespace NonLitigation.Odr.Domain.Tests.Settlements;

/// <summary>An agreement in effect, to be performed: 1,600 from Zhou, 1,800 from Zhou and Wu jointly, a certificate from Wu.</summary>
internal static class PerformanceBench
{
    public static readonly PerformanceWord Nothing = new();

    public static AgreementContent Owed() => AgreementContent.Of("事实", [new("各方再无其他争议。")],
    [
        Pays(Zhou, Li, 1_600),
        Pays(Zhou, Li, 1_800) with { JointObligorPartyIds = [Wu.PartyId] },
        Pays(Wu, Li, 1) with { AmountFen = null, What = "开具离职证明", Manner = "邮寄至住址", DueOn = Due.AddDays(2) },
    ]);

    public static Performance Followed(AgreementContent? content = null)
    {
        var agreement = Drafted(content ?? Owed());
        agreement.Freeze(1, Roster, Heading, Today, Now);
        foreach (var party in Roster.Parties) agreement.Sign(party);
        agreement.SignAsMediator();
        agreement.Seal(Code, Now);
        return Performance.Of(agreement);
    }

    public static PerformanceActor By(SigningParty party, Guid? id = null, DateTimeOffset? at = null) => new(party.PersonId, party.PartyId, id ?? Guid.NewGuid(), at ?? Now);

    public static PerformanceActor ByMediator() => new(Mediator.PersonId, null, Guid.NewGuid(), Now);

    public static PerformanceWord Yuan(long yuan, Guid? about = null) => new(yuan * 100, About: about);

    public static FollowedObligation One(this Performance performance, int number) => performance.Obligations.Single(one => one.Number == number);

    public static void Report(this Performance performance, int number, SigningParty who, PerformanceWord said) => performance.Do(number, By(who), (one, by) => one.Report(by, said));

    public static void Receive(this Performance performance, int number, PerformanceWord said) => performance.Do(number, By(Li), (one, by) => one.Receive(by, said));

    /// <summary>Answers the oldest report that waits.</summary>
    public static void Confirm(this Performance performance, int number, long yuan) =>
        performance.Do(number, By(Li), (one, by) => one.Confirm(by, Yuan(yuan, one.Unanswered[0].Id)));

    public static void Do(this Performance performance, int number, PerformanceActor by, Func<FollowedObligation, PerformanceActor, PerformanceAct> act) =>
        performance.Act(number, by, one => act(one, by));
}
