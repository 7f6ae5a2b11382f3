using System.Net;
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
/// Two parents settle the support of their child. What concerns custody is kept from electronic signature (电子签名法 3) and, as far as marriage and parentage
/// go, from judicial confirmation (民诉解释 355): it is split off and signed by hand; the money is signed on the phone.
/// </summary>
internal sealed class Family(DemoOptions options, Journal journal)
{
    private const long Support = 150_000;
    private const string Custody = "双方协议离婚，婚生女孙小雨由女方抚养，男方每月探望两次。";
    private readonly Faker _faker = new("zh_CN") { Random = new Randomizer(options.Seed + 1) };

    public async Task Play()
    {
        await using var mother = new DemoPerson("陈静", Phone(), 0, options, journal);
        await using var father = new DemoPerson("孙伟", Phone(), 1, options, journal);
        await using var mediator = new DemoPerson("赵清", "13900000013", 2, options, journal);
        await mediator.SignIn("zhao.mediator", "Odr-demo-2026!");
        var me = await mediator.Http.Get<Contracts.Accounts.MeView>("/api/accounts/me");
        await mother.Enter();
        var filed = await mother.Http.Post<CaseFiledView>("/api/cases", new FileCaseRequest(
            Guid.CreateVersion7(), DisputeKind.Family, "子女抚养费", "我们分开半年了，女儿跟我住，抚养费一直没有谈定。他在外地打工，见面就吵，希望在网上谈。",
            new PartyDraft(mother.Name, mother.Contact, "连云港市海州区", PartyNature.Natural, null, null),
            [new PartyDraft(father.Name, father.Contact, "苏州市昆山市", PartyNature.Natural, null, null)],
            [new ClaimDraft("支付抚养费", 200_000, [0])], [], me.OrganisationId!.Value, me.MediatorId!.Value));
        journal.Step(mother.Name, $"files case {filed.Number}");
        var mediation = new Mediation(journal, mediator, filed.CaseId);
        await mediation.Respond(father, me.MediatorId!.Value);
        await mediation.Accept();
        var room = await mediation.OpenJointRoom(mother, father);
        await mediation.Say(mediator, room, "两位好，孩子的事慢慢谈。钱的数目，我提一个数，两位各自悄悄回答，都愿意才算。");

        var file = await mediation.Case(mediator);
        Guid Of(DemoPerson person) => file.Parties.Single(party => party.PersonId == person.PersonId).Id;
        var closing = new Closing(journal, mediator, file.Id, room);
        var due = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(10);
        await closing.SecretAnswers(mediation, new TermDraft(Of(father), Of(mother), Support, "十二月抚养费", due, "银行转账"), mother, father);

        var blocked = await closing.Draft(
            "陈静与孙伟就女儿的抚养费协商一致。", [new ClauseDraft(Custody)],
            [new ObligationDraft(Of(father), Of(mother), Support, "十二月抚养费", "银行转账至陈静本人账户", due)]);
        var finding = blocked.Findings.FirstOrDefault(one => one.Code == "personal-status");
        journal.Require(finding is { Blocks: true, Clause: 1 }, $"the check stops the clause on custody, by {finding?.Article}");
        journal.Require(await mediator.Http.StatusOfPost($"/api/cases/{file.Id}/agreement/freeze", new FreezeAgreementRequest(blocked.Version)) == HttpStatusCode.UnprocessableEntity, "with it nothing can be frozen");

        var split = await mediator.Http.Post<AgreementView>($"/api/cases/{file.Id}/agreement/paper/split", new SplitOffRequest(blocked.Version, [1], []));
        journal.Step(mediator.Name, "splits the clause off, to be signed by hand");
        var paper = (await mediator.Http.Post<AgreementView>($"/api/cases/{file.Id}/agreement/paper/fix", null)).Paper!;
        journal.Require((await father.Http.Get<AgreementView>($"/api/cases/{file.Id}/agreement")).Paper?.Hash == paper.Hash, "both parents see the text that they are to sign by hand");
        await closing.Freeze(split.Version);
        foreach (var signer in new[] { mother, father, mediator }) await closing.Sign(signer);
        var (agreement, pdf) = await closing.Outcome(mediation);
        journal.Require(!agreement.Text.Contains("抚养，男方", StringComparison.Ordinal), "the signed text has the money and nothing of custody");

        var print = await mother.Http.Download($"/api/cases/{file.Id}/agreement/paper/print");
        await File.WriteAllBytesAsync(Path.Combine(options.Out.FullName, "paper-part.pdf"), print);
        journal.Step(mother.Name, $"prints the part on paper ({print.Length / 1024} kB); both sign it at the station, which seals it");
        // What comes back from the scanner; here the print itself stands for it.
        var scan = await mediator.Http.Upload<ExhibitView>("/api/exhibits", print, "书面签署件.pdf", "application/pdf");
        var today = DateOnly.FromDateTime(DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).DateTime);
        var signed = (await mediator.Http.Post<AgreementView>($"/api/cases/{file.Id}/agreement/paper/signed", new RecordPaperSigningRequest(scan.Id, today, "海州区非诉服务站"))).Paper!;
        journal.Require(signed.State == PaperState.SignedByHand && signed.ScanSha256 == scan.Sha256, $"the scan is in the file under its hash; in effect from {signed.SignedOn:yyyy-MM-dd}");
        await mediation.SameTranscript(room, mother, father);
        await new Ending(options, journal).Write("Family: support by phone, custody on paper 家事：抚养费线上签，抚养权书面签", mother, room, agreement, pdf);
    }

    private string Phone() => $"138{_faker.Random.ReplaceNumbers("########")}";
}
