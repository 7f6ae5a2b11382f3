using Bogus;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Evidence;
using NonLitigation.Odr.Contracts.Negotiation;
using NonLitigation.Odr.Contracts.Network;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Simulator.People;
using NonLitigation.Odr.Simulator.Shared;

namespace NonLitigation.Odr.Simulator.Scenarios;

/// <summary>
/// A deckhand without wages against two boat owners in two places, mediated by the union's sub-centre; nobody meets anybody.
/// They agree on 1,600 and 1,800 yuan, a simulated court confirms it, and both sums are paid.
/// </summary>
internal sealed class UnionWages(DemoOptions options, Journal journal)
{
    private const long FirstSum = 160_000;
    private const long SecondSum = 180_000;
    private readonly Faker _faker = new("zh_CN") { Random = new Randomizer(options.Seed) };

    public async Task Play()
    {
        await using var deckhand = Person("李海生", 0);
        await using var first = Person("周永顺", 1);
        await using var second = Person("吴建国", 2);
        await using var mediator = new DemoPerson("王和", "13900000011", 3, options, journal);

        await mediator.SignIn("wang.mediator", "Odr-demo-2026!");
        var chosen = await MediatorOf(mediator);
        await deckhand.Enter();
        var filed = await File(deckhand, first, second, chosen);
        var mediation = new Mediation(journal, mediator, filed.CaseId);
        await mediation.Respond(first, chosen.Id);
        await mediation.Respond(second, chosen.Id);
        await mediation.Accept();

        var room = await mediation.OpenJointRoom(deckhand, first, second);
        await Talk(mediation, room, mediator, deckhand, first, second);
        await Caucuses(mediation, mediator, deckhand, first, second);
        await Settle(mediation, room, mediator, deckhand, first, second);
    }

    private DemoPerson Person(string name, int number) =>
        new(name, $"138{_faker.Random.ReplaceNumbers("########")}", number, options, journal);

    private static async Task<MediatorView> MediatorOf(DemoPerson mediator)
    {
        var me = await mediator.Http.Get<Contracts.Accounts.MeView>("/api/accounts/me");
        var mediators = await mediator.Http.Get<IReadOnlyList<MediatorView>>($"/api/mediators?organisationId={me.OrganisationId}&take=200");
        return mediators.SingleOrDefault(one => one.Id == me.MediatorId) ?? throw new ScenarioFailedException("the demo mediator is not in the public directory");
    }

    private async Task<CaseFiledView> File(DemoPerson deckhand, DemoPerson first, DemoPerson second, MediatorView mediator)
    {
        var note = System.Text.Encoding.UTF8.GetBytes($"出海记录\n三月：周永顺船 {_faker.Random.Int(18, 24)} 天\n四月：吴建国船 {_faker.Random.Int(18, 24)} 天\n工资均未结清。\n");
        var exhibit = await deckhand.Http.Upload<ExhibitView>("/api/exhibits", note, "出海记录.txt", "text/plain");
        var filed = await deckhand.Http.Post<CaseFiledView>("/api/cases", new FileCaseRequest(
            Guid.CreateVersion7(), DisputeKind.LabourWages, "两条渔船拖欠船员工资",
            "我今年三月在周永顺的渔船上干活，四月在吴建国的渔船上干活，两位船主都说等卖了鱼再结工资，到现在一分钱也没有付。我已回到老家，没有办法再去连云港。",
            new PartyDraft(deckhand.Name, deckhand.Contact, "安徽省阜阳市", PartyNature.Natural, null, null),
            [
                new PartyDraft(first.Name, first.Contact, "连云港市连云区", PartyNature.Natural, null, null),
                new PartyDraft(second.Name, second.Contact, "盐城市响水县", PartyNature.Natural, null, null),
            ],
            [new ClaimDraft("支付三月份工资", 200_000, [0]), new ClaimDraft("支付四月份工资", 210_000, [1])],
            [exhibit.Id], mediator.OrganisationId, mediator.Id));
        journal.Step(deckhand.Name, $"files case {filed.Number} with one exhibit");
        return filed;
    }

    private async Task Talk(Mediation mediation, Guid room, DemoPerson mediator, DemoPerson deckhand, DemoPerson first, DemoPerson second)
    {
        await mediation.Say(mediator, room, "各位好，我是总工会非诉分中心的调解员王和。今天大家都在线上，谁也不用跑路。请李海生先说说情况。");
        await mediation.Say(deckhand, room, "三月和四月一共干了四十多天，工资一直没有结。");
        await mediation.Say(first, room, "三月行情不好，我认这笔账，但他中途请过假，要扣几天。");
        await mediation.Say(second, room, "四月的工资我愿意付，数目要对一对。");
        if (options.Faults)
        {
            await new TroubledTalk(journal, mediation, room, options.Rolling).Play(mediator, deckhand, first, second);
        }
    }

    private static async Task Caucuses(Mediation mediation, DemoPerson mediator, DemoPerson deckhand, DemoPerson first, DemoPerson second)
    {
        var parties = (await mediation.Case(mediator)).Parties;
        foreach (var (party, others, frank) in new[]
        {
            (deckhand, new[] { first, second }, "说实话，两边加起来三千四我就能接受。"),
            (first, new[] { deckhand, second }, "一千六以内我可以马上转账。"),
            (second, new[] { deckhand, first }, "一千八可以，但要给我几天时间。"),
        })
        {
            var caucus = await mediation.OpenCaucus(party, parties.Single(one => one.PersonId == party.PersonId).Id);
            await mediation.Whisper(mediator, caucus, "这里只有你我两个人看得见。");
            await mediation.Whisper(party, caucus, frank);
            await mediation.CaucusIsClosedTo(caucus, party, others);
        }
    }

    private async Task Settle(Mediation mediation, Guid room, DemoPerson mediator, DemoPerson deckhand, DemoPerson first, DemoPerson second)
    {
        var file = await mediation.Case(mediator);
        Guid Of(DemoPerson person) => file.Parties.Single(party => party.PersonId == person.PersonId).Id;
        var due = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(7);
        var closing = new Closing(journal, mediator, file.Id, room);
        // Both owners pay together what the deckhand takes at least; nobody has to name his sum first.
        TermDraft Wages(DemoPerson owner, string month) => new(Of(owner), Of(deckhand), null, $"{month}份工资", due, "银行转账");
        var deal = await closing.BlindBids(mediation, [Wages(first, "三月"), Wages(second, "四月")], (first, FirstSum), (second, SecondSum), (deckhand, FirstSum + SecondSum));
        journal.Require(deal.Terms.Select(term => term.AmountFen).SequenceEqual([FirstSum, SecondSum]), "each owner pays what he named, for together it is just what the deckhand asked");

        await closing.DraftAndFreeze(
            "李海生三月在周永顺船上、四月在吴建国船上做船员，工资未结清。各方对出海天数已核对一致。",
            [new ClauseDraft("各方按本协议履行后，就上述期间的工资不再有其他争议。"), new ClauseDraft("逾期不支付的，李海生可以依法申请支付令或者向人民法院起诉。")],
            [
                new ObligationDraft(Of(first), Of(deckhand), FirstSum, "三月份工资", "银行转账至李海生本人账户", due),
                new ObligationDraft(Of(second), Of(deckhand), SecondSum, "四月份工资", "银行转账至李海生本人账户", due),
            ]);
        foreach (var signer in new[] { deckhand, first, second, mediator })
        {
            await closing.Sign(signer);
        }

        var (agreement, pdf) = await closing.Outcome(mediation);
        journal.Require(agreement.Obligations.Select(o => (o.ObligorName, o.ObligeeName, o.AmountFen, o.AmountCapitals)).SequenceEqual(
            [(first.Name, deckhand.Name, FirstSum, "壹仟陆佰元整"), (second.Name, deckhand.Name, SecondSum, "壹仟捌佰元整")]), "1,600 and 1,800 yuan, each from its own obligor");
        await mediation.SameTranscript(room, deckhand, first, second);
        await new Confirming(journal, file.Id).Play(mediation, mediator,
            (deckhand, "E70010001", "安徽省阜阳市颍州区人民路1号"), (first, "E70010002", "连云港市连云区墟沟街道海棠路2号"), (second, "E70010003", "盐城市响水县陈家港镇港口路3号"));
        await new Performing(journal, file.Id).Play(mediator, deckhand, first, FirstSum, second, SecondSum);
        await new Ending(options, journal).Write("Union wages: a deckhand and two boat owners 船员工资：一名船员与两位船主", deckhand, room, agreement, pdf);
    }
}
