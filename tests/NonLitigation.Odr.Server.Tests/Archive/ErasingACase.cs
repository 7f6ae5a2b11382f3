using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Contracts.Archive;
using NonLitigation.Odr.Contracts.Negotiation;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Documents.Archive;
using NonLitigation.Odr.Documents.Rooms;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Server.Tests.Documents;
using NonLitigation.Odr.Server.Tests.Evidence;
using NonLitigation.Odr.Server.Tests.Negotiation;
using NonLitigation.Odr.Server.Tests.Settlements;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Archive;

public sealed class ErasingACase(ArchiveCluster cluster) : IClassFixture<ArchiveCluster>
{
    private readonly List<string> _words = [], _contents = [];

    [Fact]
    public async Task Leaves_no_word_of_it_in_the_database_or_on_the_disk_and_every_proof()
    {
        await using var archive = await ArchiveStage.OpenAsync(cluster.Cluster);
        var outcome = await FillAsync(archive);
        var stage = archive.Stage;
        await cluster.Cluster.Services.GetRequiredService<PublishCheckpoints>().RoundAsync(default);
        var (file, pdf) = (await archive.FileAsync(stage.Li), await stage.Li.Http.GetByteArrayAsync(new Uri($"api/outcomes/{outcome.OutcomeId}", UriKind.Relative)));
        var room = (await cluster.Cluster.WithDbAsync(db => cluster.Cluster.Services.GetRequiredService<IRooms>().JointRoomOfAsync(db, archive.CaseId, default)))!.Value;
        var transcript = await stage.Li.Http.GetByteArrayAsync(new Uri($"api/rooms/{room}/transcript", UriKind.Relative));
        var trust = Trust.Read(await stage.Li.Http.GetByteArrayAsync(new Uri("api/keys", UriKind.Relative)));
        var dump = Dump();
        Assert.All(_words, word => Assert.True(Holds(dump, word), $"{word} was nowhere before"));
        Assert.NotEmpty(FilesWithContents());

        var hold = (await archive.KeepAsync("holds", new PlaceHoldRequest(Word("法院"), Word("执行")))).Holds.Single();
        await archive.TermIsOverAsync();
        await Task.Delay(1_500);
        Assert.Null(await archive.ErasedAtAsync());
        await archive.KeepAsync($"holds/{hold.Id}/release", new ReleaseHoldRequest(Word("解除")));
        await archive.UntilErasedAsync();

        dump = Dump();
        Assert.All(_words, word => Assert.False(Holds(dump, word), $"{word} is still there"));
        Assert.Empty(FilesWithContents());
        var asked = await cluster.Cluster.WithDbAsync(db => db.Set<Domain.Cases.GuidanceQuestion>().AsNoTracking().SingleAsync(one => one.CaseId == archive.CaseId));
        Assert.Equal((3, archive.Keeper.Person), (asked.Steps.Count, asked.OwnerId));
        Assert.False(await cluster.Cluster.WithDbAsync(db => db.Set<Domain.Cases.CaseNotes>().AnyAsync(one => one.CaseId == archive.CaseId)));
        Assert.Equal(await AccountsNamedAsync("周永顺"), Count(dump, "周永顺"));
        Assert.Empty((await cluster.Cluster.Services.GetRequiredService<CheckRecord>().Handle(default)).Faults);
        Assert.Equal(VerdictKind.Genuine, new TranscriptVerifier(trust).Verify(transcript).Kind);
        Assert.Equal(VerdictKind.Genuine, new CaseFileVerifier(trust).Verify(new MemoryStream(file)).Kind);

        using var form = new MultipartFormDataContent { { new ByteArrayContent(pdf), "file", "outcome.pdf" } };
        using var answer = await stage.Zhou.Http.PostAsync(new Uri("api/verify", UriKind.Relative), form);
        var verdict = System.Text.Json.JsonSerializer.Deserialize<VerificationView>(await answer.Content.ReadAsStringAsync(), Server.Shared.OdrJson.Options)!;
        Assert.Equal(Contracts.Settlements.Verdict.Genuine, verdict.Verdict);
        Assert.NotNull((await stage.Zhou.AskAsync<OwnCopyView>($"api/verify/copies/{verdict.Sha256}")).ErasedAt);
        var check = await stage.Zhou.AskAsync<OutcomeCheckView>($"api/verify/{outcome.VerificationCode}");
        Assert.Equal((outcome.OutcomeSha256, 0, true), (check.OutcomeSha256, check.Signatures.Count, check.OurCopyErasedAt is not null));
        var left = await archive.ReadAsync(stage.Zhou);
        Assert.NotNull(left.ErasedAt);
        Assert.Empty(left.MayAct);
        Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => stage.Zhou.AskAsync<object>($"api/cases/{archive.CaseId}")));
    }

    [Fact]
    public async Task Is_the_databases_own_decision_and_nobody_elses()
    {
        await using var archive = await ArchiveStage.OpenAsync(cluster.Cluster);
        await archive.AgreedAsync();
        Task<int> Erase() => cluster.Cluster.WithDbAsync(db => db.Database.ExecuteSqlAsync($"select erase_case({archive.CaseId})"));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(Erase); // its term runs
        await archive.TermIsOverAsync();
        await Task.Delay(1_500);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(Erase); // it is still being performed
        Assert.Null(await archive.ErasedAtAsync());
        // The service's role can neither say that a case was erased nor take a frozen text away.
        foreach (var sql in new[] { "insert into case_erasures (case_id, erased_at) select id, now() from cases", "update signing_rounds set text = ''", "delete from outcome_documents", "update room_entries set body = null" })
            await Assert.ThrowsAsync<Npgsql.PostgresException>(() => cluster.Cluster.WithDbAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
        await archive.PerformedAsync();
        await archive.UntilErasedAsync();
        // Even now it cannot.
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => cluster.Cluster.WithDbAsync(db => db.Database.ExecuteSqlAsync($"update signing_rounds set text = 'x' where agreement_id in (select id from agreements where case_id = {archive.CaseId})")));
    }

    /// <summary>A case with words of its own wherever people write.</summary>
    private async Task<AgreementView> FillAsync(ArchiveStage archive)
    {
        var stage = archive.Stage;
        await cluster.Cluster.WithDbAsync(db => db.Database.ExecuteSqlAsync($"update cases set title = {Word("标题")}, what_happened = {Word("经过")}, disclosure = {Word("披露")} where id = {archive.CaseId}"));
        await cluster.Cluster.WithDbAsync(db => db.Database.ExecuteSqlAsync($"update case_claims set text = {Word("请求")} where case_id = {archive.CaseId}"));
        await cluster.Cluster.WithDbAsync(db => db.Database.ExecuteSqlAsync($"update case_parties set place = {Word("住所")} where case_id = {archive.CaseId} and position = 0"));
        var room = await stage.SitAsync();
        await stage.Li.PostAsync(room, Word("消息"));
        var caucus = await stage.Mediator.AskAsync<RoomView>(nameof(IRoomHub.OpenCaucus), new OpenCaucusRequest(archive.CaseId, stage.ZhouParty));
        await stage.Zhou.EnterAsync(caucus.Id);
        await stage.Zhou.PostAsync(caucus.Id, Word("私下"));
        await stage.Mediator.PutAsync<AgendaView>($"api/rooms/{room}/agenda", new WriteAgendaRequest(0, [new(Guid.CreateVersion7(), Word("议程"), 10, null)]));
        await stage.Mediator.SendAsync<HeldMessagesView>($"api/rooms/{room}/hold", new StartHoldRequest(Word("冷静")));
        await stage.Li.PostAsync(room, Word("待审"));
        await stage.Mediator.SendAsync<HeldMessagesView>($"api/rooms/{room}/hold/end", new EndHoldRequest(false, Word("退回")));
        foreach (var place in new[] { ("roomId", room), ("caseId", archive.CaseId) }) await UploadAsync(stage.Li, place);
        var proposal = await stage.Mediator.ProposeAsync(ProposalWire.Request(room, [stage.LiParty, stage.ZhouParty], new TermDraft(stage.ZhouParty, stage.LiParty, 160_000, Word("方案"), new(2026, 12, 15), "转账")) with { Note = Word("附言") });
        await stage.Zhou.AnswerAsync(proposal.Id, ProposalAnswer.Decline, Word("不肯"));
        var round = await stage.Mediator.OpenBlindAsync(BlindWire.Bids(room, stage.ZhouParty, stage.LiParty, TimeSpan.FromDays(1)) with { Terms = [new(stage.ZhouParty, stage.LiParty, null, Word("盲报"), new DateOnly(2026, 12, 31), "转账")] });
        await stage.Zhou.BidAsync(round.Id, 111_111);
        var sheet = (await stage.Mediator.PutAsync<SheetView[]>($"api/cases/{archive.CaseId}/sheets", new WriteSheetRequest(SheetKind.UndisputedFacts, 0, Word("事实")))).Single();
        sheet = (await stage.Mediator.SendAsync<SheetView[]>($"api/cases/{archive.CaseId}/sheets/{sheet.Id}/ask", new AskSheetRequest(sheet.Version))).Single();
        await stage.Li.SendAsync<SheetView[]>($"api/cases/{archive.CaseId}/sheets/{sheet.Id}/answer", new AnswerSheetRequest(sheet.Hash!, false, Word("更正")));
        // Invited by everybody's consent, so that a message with a link to him is there too.
        var guest = new ProposeGuestRequest(Guid.CreateVersion7(), Word("译员"), $"{Word("guest")}@example.org", GuestCapacity.Interpreter, ["zh", "en"], Word("翻译"));
        await stage.Mediator.SendAsync<GuestView[]>($"api/rooms/{room}/guests", guest);
        foreach (var party in new[] { stage.Li, stage.Zhou, stage.Wu }) await party.SendAsync<GuestView[]>($"api/guests/{guest.Id}/answer", new AnswerGuestRequest(true));
        var draft = stage.BothSums(0, Word("协议"));
        var outcome = await archive.AgreedAsync(draft with { Clauses = [new(Word("条款") + "。")], Obligations = [draft.Obligations[0] with { Manner = Word("方式") }, draft.Obligations[1]] });
        await stage.Mediator.PutAsync<Contracts.Cases.CaseNotesView>($"api/cases/{archive.CaseId}/notes", new Contracts.Cases.WriteCaseNotesRequest(0, "只给自己看"));
        await AskGuideAsync(archive);
        await ConfirmAsync(stage);
        await stage.Li.SendAsync<PerformanceView>($"api/cases/{archive.CaseId}/performance/1/dispute", new DisputePerformanceRequest(Guid.CreateVersion7(), Word("争议")));
        await stage.Li.SendAsync<PerformanceView>($"api/cases/{archive.CaseId}/performance/1/dispute/end", new EndDisputeRequest(Guid.CreateVersion7(), null));
        await stage.Mediator.SendAsync<PerformanceView>($"api/cases/{archive.CaseId}/performance/1/remark", new RemarkOnPerformanceRequest(Guid.CreateVersion7(), Word("督促")));
        await archive.PerformedAsync(Word("收讫"));
        await archive.AskAsync(stage.Zhou, Word("删除"));
        return outcome;
    }

    private Task<int> AskGuideAsync(ArchiveStage archive) => cluster.Cluster.WithDbAsync(async db =>
    {
        var court = new Domain.Network.Organisation(Guid.CreateVersion7(), null, "法院", Domain.Network.OrganisationKind.Court, Domain.Network.OrganisationTier.City, Domain.Network.OrganisationField.Administrative, "320700", "");
        var file = await db.Set<Domain.Cases.Case>().AsNoTracking().SingleAsync(one => one.Id == archive.CaseId);
        var (mediator, guide, now) = (file.MediatorPersonId!.Value, archive.Keeper.Person, DateTimeOffset.UtcNow);
        var pairing = new Domain.Network.Pairing(await db.Set<Domain.Network.Organisation>().SingleAsync(one => one.Id == file.OrganisationId), court, guide, now);
        db.AddRange(court, pairing);
        // The words of this test are numbers too, which a page could not send.
        typeof(Domain.Cases.Case).GetProperty(nameof(Domain.Cases.Case.Stage))!.SetValue(file, Domain.Cases.CaseStage.InMediation);
        var question = new Domain.Cases.GuidanceQuestion(file, pairing, "320700", mediator, Guid.CreateVersion7(), new(Word("题"), Word("事"), Word("问"), [Word("担保")]), now);
        question.Take(guide, false, now);
        question.Answer(guide, Guid.CreateVersion7(), Word("指导"), [], now);
        question.Close(guide, true, now);
        db.Add(question);
        return await db.SaveChangesAsync();
    });

    private async Task ConfirmAsync(SettlementStage stage)
    {
        var court = new ConfirmationStage(stage);
        await court.BeginAsync(stage.Li, details: ConfirmationStage.Details with { Address = Word("地址") });
        await court.JoinAsync(stage.Zhou);
        await court.JoinAsync(stage.Wu);
        await court.UntilAsync(ConfirmationState.Confirmed);
    }

    private async Task UploadAsync(Rooms.TestPage page, (string Name, Guid Id) place)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(SampleFiles.Text(Word("内容"))), "file", Word("文件名") + ".txt" },
            { new StringContent($"{place.Id}"), place.Name },
        };
        if (place.Name == "roomId") form.Add(new StringContent($"{Guid.CreateVersion7()}"), "clientMessageId");
        using var answer = await page.Http.PostAsync(new Uri("api/exhibits", UriKind.Relative), form);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A word that stands nowhere else; content that lies on the disk is looked for there.</summary>
    private string Word(string about)
    {
        var word = $"{about}{Guid.NewGuid():N}";
        (about == "内容" ? _contents : _words).Add(word);
        return word;
    }

    private List<string> FilesWithContents() => [.. Directory.EnumerateFiles(FilesDirectory(), "*", SearchOption.AllDirectories).Where(path => _contents.Any(word => File.ReadAllText(path).Contains(word, StringComparison.Ordinal)))];

    private string FilesDirectory() => cluster.Cluster.Services.GetRequiredService<Application.Evidence.ExhibitDirectory>().Root;

    private Task<int> AccountsNamedAsync(string name) => cluster.Cluster.WithDbAsync(db => db.Set<Persistence.Accounts.Account>().CountAsync(one => one.DisplayName == name));

    private static int Count(string dump, string word) => dump.Split(word).Length - 1;

    private string Dump()
    {
        var (code, output) = OutsideTool.Run("pg_dump", "--data-only", TestStores.OwnerUri(cluster.Cluster.Database));
        Assert.True(code == 0, output);
        return output;
    }

    /// <summary>The 32 digits of a word, as text, in JSON that escapes Chinese, or as the bytes of a bytea.</summary>
    private static bool Holds(string dump, string word) =>
        dump.Contains(word[^32..], StringComparison.Ordinal) || dump.Contains(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(word[^32..])), StringComparison.Ordinal);
}
