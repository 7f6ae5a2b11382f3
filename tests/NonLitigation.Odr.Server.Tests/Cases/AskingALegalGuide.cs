using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Network;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Server.Tests.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Cases;

/// <summary>The presiding mediator's question to a legal guide: words that name nobody go out, an answer comes back, and nobody else learns of it.</summary>
public sealed class AskingALegalGuide : IAsyncLifetime
{
    private CaseTown _town = null!;
    private GuideStage _stage = null!;

    public async ValueTask InitializeAsync()
    {
        _town = await CaseTown.BuildAsync(await OdrCluster.StartAsync(adjust: RoomCluster.Quick));
        _stage = await GuideStage.PairAsync(_town);
    }

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    private static Task<GuideQuestionView[]> ListAsync(Visitor guide) => GuideStage.ListAsync(guide);

    private static Task<Answer> ActAsync(Visitor guide, Guid question, string act, object? request = null) => GuideStage.ActAsync(guide, question, act, request);

    private async Task<CaseQuestionView> ReadAsync(Guid caseId) => (await _town.Wang.GetAsync($"api/cases/{caseId}/guidance")).As<CaseGuidanceView>().Questions[0];

    [Fact]
    public async Task Brings_an_answer_with_articles_as_of_the_day_and_a_thread_and_ends_with_its_closing()
    {
        var caseId = await _town.MediateAsync();
        var offer = (await _town.Wang.GetAsync($"api/cases/{caseId}/guidance")).As<CaseGuidanceView>();
        Assert.Equal(("海州区法院工作站", 2, true), (offer.Pairings.Single().PartnerName, offer.Pairings.Single().Guides, offer.MayAsk));
        var asked = await _stage.AskAsync(caseId);
        Assert.Equal((GuidanceState.Open, "王调解", null, false), (asked.State, asked.AskedByName, asked.GuideName, asked.IsLate));
        Assert.Contains("不是法律规定", asked.Article, StringComparison.Ordinal);
        var offered = (await ListAsync(_stage.Chen)).Single();
        Assert.Equal((asked.Number, "连云港市", DisputeKind.LabourWages, false), (offered.Number, offered.Region, offered.Kind, offered.IsMine));
        Assert.True((await ActAsync(_stage.Chen, offered.Id, "take")).As<GuideQuestionView>().IsMine);
        Assert.Empty(await ListAsync(_stage.Sun));
        (await ActAsync(_stage.Chen, offered.Id, "ask-back", new AskBackRequest(Guid.CreateVersion7(), "有没有出海记录？"))).As<GuideQuestionView>();
        var back = await ReadAsync(caseId);
        Assert.Equal((GuidanceState.AskedBack, "陈法官"), (back.State, back.GuideName));
        Assert.Equal("guidance.recognisable", (await _town.Wang.PostAsync($"api/cases/{caseId}/guidance/{asked.Id}/reply", new ReplyToGuideRequest(Guid.CreateVersion7(), "李海生有记录。", []))).Code);
        (await _town.Wang.PostAsync($"api/cases/{caseId}/guidance/{asked.Id}/reply", new ReplyToGuideRequest(Guid.CreateVersion7(), "甲方有记录。", []))).As<CaseGuidanceView>();
        var article = await _stage.ArticleAsync();
        var answer = new AnswerGuidanceRequest(Guid.CreateVersion7(), "由乙方举证。", [article]);
        Assert.Equal("guidance.no-such-article", (await ActAsync(_stage.Chen, asked.Id, "answer", answer with { ArticleIds = [Guid.CreateVersion7()] })).Code);
        foreach (var _ in new[] { 1, 2 }) (await ActAsync(_stage.Chen, asked.Id, "answer", answer)).As<GuideQuestionView>();
        // The statute changes; what was answered does not.
        await _town.Cluster.WithDbAsync(db => db.Set<StatuteArticle>().Where(one => one.Id == article).ExecuteUpdateAsync(set => set.SetProperty(one => one.Text, "改过的条文")));
        var read = await ReadAsync(caseId);
        Assert.Equal([GuidanceAct.Taken, GuidanceAct.AskedBack, GuidanceAct.Replied, GuidanceAct.Answered], read.Steps.Select(step => step.Act));
        Assert.Equal([true, true, false, true], read.Steps.Select(step => step.FromGuide));
        Assert.Equal("谁主张，谁举证。", read.Steps[^1].Articles.Single().Text);
        (await ActAsync(_stage.Chen, asked.Id, "close")).As<GuideQuestionView>();
        Assert.Empty(await ListAsync(_stage.Chen));
        Assert.Equal(404, (await ActAsync(_stage.Chen, asked.Id, "take")).Status);
        Assert.Equal(GuidanceState.Closed, (await ReadAsync(caseId)).State);
    }

    [Fact]
    public async Task Goes_out_only_in_words_by_which_nobody_is_recognised()
    {
        var caseId = await _town.MediateAsync();
        var number = (await _town.Wang.GetAsync($"api/cases/{caseId}")).As<CaseView>().Number;
        await _town.Wang.PostAsync($"api/rooms/{(await _town.Wang.GetAsync("api/rooms")).As<RoomView[]>().Single().Id}/guests", new ProposeGuestRequest(Guid.CreateVersion7(), "林专家", "13900000093", GuestCapacity.Expert, null, "鉴定"));
        foreach (var word in new[] { "李海生", "周永顺", "永顺", "周某", "13900000002", number, "王调解", "总工会非诉分中心", "林专家", "13912345678", "320703199001011237", "6222020000001234567", "a@example.org" })
        {
            var refused = await _town.Wang.PostAsync($"api/cases/{caseId}/guidance", GuideStage.Question(_stage.Pairing, $"事实是{word}这样。"));
            Assert.Equal((422, "guidance.recognisable", word), (refused.Status, refused.Code, word));
            Assert.Contains($"“{word}”（第4字）", refused.Json.GetProperty("errors").GetProperty("facts").GetProperty("zh").GetString(), StringComparison.Ordinal);
            Assert.False(refused.Json.GetProperty("errors").TryGetProperty("question", out _));
            var check = (await _town.Wang.PostAsync($"api/cases/{caseId}/guidance/check", new CheckGuidanceRequest([$"事实是{word}这样。"], [word], false))).As<GuidanceCheckView>().Texts.Single();
            Assert.False(check.Recognised.Single().MayVouch);
            Assert.DoesNotContain(word, check.Redacted, StringComparison.Ordinal);
            (await _town.Wang.PostAsync($"api/cases/{caseId}/guidance", GuideStage.Question(_stage.Pairing, $"事实是{word}这样。") with { Vouched = [word] })).IsRefused(422, "guidance.cannot-vouch");
        }

        Assert.Empty((await _town.Wang.GetAsync($"api/cases/{caseId}/guidance")).As<CaseGuidanceView>().Questions);
        // The seam of two ordinary words: allowed when somebody vouches for it, and that is kept.
        var request = GuideStage.Question(_stage.Pairing, "工资争议涉及沿海生态补偿。");
        Assert.Equal("guidance.recognisable", (await _town.Wang.PostAsync($"api/cases/{caseId}/guidance", request)).Code);
        Assert.Equal(["海生"], (await _stage.AskAsync(caseId, request with { Vouched = ["海生", "没有的词"] })).Vouched);
    }

    [Fact]
    public async Task Is_asked_once_by_the_presiding_mediator_alone_of_a_body_paired_with_his_organisation()
    {
        var caseId = await _town.MediateAsync();
        var request = GuideStage.Question(_stage.Pairing);
        foreach (var _ in new[] { 1, 2 }) (await _town.Wang.PostAsync($"api/cases/{caseId}/guidance", request)).As<CaseGuidanceView>();
        Assert.Single((await _town.Wang.GetAsync($"api/cases/{caseId}/guidance")).As<CaseGuidanceView>().Questions);
        (await _town.Wang.PostAsync($"api/cases/{caseId}/guidance", request with { Facts = "别的事实。" })).IsRefused(409, "guidance.id-reused");
        (await _town.Wang.PostAsync($"api/cases/{caseId}/guidance", GuideStage.Question(Guid.CreateVersion7()))).IsRefused(422, "guidance.not-paired");
        (await _town.Wang.PostAsync($"api/cases/{caseId}/guidance", GuideStage.Question(_stage.Pairing) with { Question = " " })).IsRefused(422, "shared.text-empty");
        foreach (var who in new[] { _town.Li, _town.Zhou, _town.Ma, _town.Zhao, _town.UnionOperator, _town.CityOperator, _stage.Chen })
            foreach (var answer in new[] { await who.GetAsync($"api/cases/{caseId}/guidance"), await who.PostAsync($"api/cases/{caseId}/guidance", GuideStage.Question(_stage.Pairing)) })
                Assert.Equal(404, answer.Status);
        for (var at = 0; at < 4; at++) await _stage.AskAsync(caseId);
        (await _town.Wang.PostAsync($"api/cases/{caseId}/guidance", GuideStage.Question(_stage.Pairing))).IsRefused(422, "guidance.enough-open");
        var first = await ReadAsync(caseId);
        (await _town.Wang.PostAsync($"api/cases/{caseId}/guidance/{first.Id}/close", new { })).As<CaseGuidanceView>();
        await _stage.AskAsync(caseId);
    }

    [Fact]
    public async Task Has_one_guide_at_a_time_and_another_when_he_gives_it_back_or_guides_no_more()
    {
        var question = await _stage.AskAsync(await _town.MediateAsync());
        var taken = await Task.WhenAll(new[] { _stage.Chen, _stage.Sun }.Select(guide => ActAsync(guide, question.Id, "take")));
        Assert.Equal([200, 404], taken.Select(one => one.Status).Order());
        var (owner, other) = taken[0].Status == 200 ? (_stage.Chen, _stage.Sun) : (_stage.Sun, _stage.Chen);
        Assert.Equal(404, (await ActAsync(other, question.Id, "answer", new AnswerGuidanceRequest(Guid.CreateVersion7(), "抢答", []))).Status);
        (await ActAsync(owner, question.Id, "give-back")).As<GuideQuestionView>();
        (await ActAsync(owner, question.Id, "answer", new AnswerGuidanceRequest(Guid.CreateVersion7(), "答", []))).IsRefused(422, "guidance.not-yours");
        (await ActAsync(other, question.Id, "take")).As<GuideQuestionView>();
        var pairing = (await _town.UnionOperator.GetAsync("api/pairings")).As<PairingView[]>().Single();
        var ending = pairing.Guides.Single(guide => guide.Name == (other == _stage.Chen ? "陈法官" : "孙法官"));
        (await _town.UnionOperator.PostAsync($"api/pairings/{pairing.Id}/guides/{ending.Id}/end", new { })).As<PairingView>();
        Assert.Equal(404, (await ActAsync(other, question.Id, "answer", new AnswerGuidanceRequest(Guid.CreateVersion7(), "答", []))).Status);
        Assert.Empty(await ListAsync(other));
        (await ActAsync(owner, question.Id, "take")).As<GuideQuestionView>();
        (await _town.UnionOperator.PostAsync($"api/pairings/{pairing.Id}/end", new { })).As<PairingView>();
        Assert.Empty(await ListAsync(owner));
        Assert.Equal(404, (await ActAsync(owner, question.Id, "take")).Status);
    }

    /// <summary>A party's person, a namesake, somebody with a party's telephone, one who was asked to mediate: none is offered the question, nor told why not.</summary>
    [Fact]
    public async Task Is_not_offered_to_whoever_is_connected_with_the_case()
    {
        var caseId = await _town.MediateAsync();
        var (namesake, neighbour) = (await GuideStage.PersonAsync(_town, "吴建国", "13900000073"), await GuideStage.PersonAsync(_town, "同号人", "13900000003"));
        await _town.Cluster.WithDbAsync(db => db.Set<Persistence.Accounts.Account>().Where(one => one.Id == _town.Zhou.Id || one.Id == _town.Wang.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.PhoneNumber, one => one.Id == _town.Zhou.Id ? "13900000074" : "13900000075")));
        foreach (var (name, phone) in new[] { ("周律师", "13900000074"), ("吴建国", "13900000073"), ("同号人", "13900000003"), ("王律师", "13900000075") })
            (await _town.UnionOperator.PostAsync($"api/pairings/{_stage.Pairing}/guides", new NameGuideRequest(name, phone, GuideBackground.Lawyer))).As<PairingView>();
        var question = await _stage.AskAsync(caseId);
        foreach (var connected in new[] { _town.Zhou, namesake, neighbour, _town.Wang })
        {
            Assert.Empty(await ListAsync(connected));
            var refused = await ActAsync(connected, question.Id, "take");
            refused.IsRefused(404, "shared.not-found");
            var unknown = await ActAsync(connected, Guid.NewGuid(), "take");
            Assert.Equal(Visibility.Probe.Comparable(unknown), Visibility.Probe.Comparable(refused));
        }

        Assert.Single(await ListAsync(_stage.Chen));
        var told = await _town.Cluster.WithDbAsync(db => db.Set<DeliveryMessage>().Where(one => one.TextZh.Contains("法律问题请您指导")).ToListAsync());
        Assert.Equal([GuideStage.ChenPhone, GuideStage.SunPhone], told.Select(one => one.To).Order());
    }

    /// <summary>All that a guide is ever sent: not the case's id, number, people or organisation in any of it.</summary>
    [Fact]
    public async Task Is_told_to_the_other_side_with_every_word_once_and_not_to_a_guide_who_guides_no_more()
    {
        var caseId = await _town.MediateAsync();
        var question = await _stage.AskAsync(caseId);
        (await ActAsync(_stage.Chen, question.Id, "take")).As<GuideQuestionView>();
        const string wang = "13900000079";
        await _town.Cluster.WithDbAsync(db => db.Set<Persistence.Accounts.Account>().Where(one => one.Id == _town.Wang.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.PhoneNumber, wang)));
        Task<int> ToldAsync(string contact) => _town.Cluster.WithDbAsync(db => db.Set<DeliveryMessage>().CountAsync(one => one.To == contact));
        var (mediator, guide, other) = (await ToldAsync(wang), await ToldAsync(GuideStage.ChenPhone), await ToldAsync(GuideStage.SunPhone));
        foreach (var text in new[] { "有没有出海记录？", "有没有工资条？" })
        {
            var ask = new AskBackRequest(Guid.CreateVersion7(), text);
            foreach (var _ in new[] { 1, 2 }) (await ActAsync(_stage.Chen, question.Id, "ask-back", ask)).As<GuideQuestionView>();
        }
        Assert.Equal(mediator + 2, await ToldAsync(wang));
        var reply = new ReplyToGuideRequest(Guid.CreateVersion7(), "甲方有记录。", []);
        foreach (var _ in new[] { 1, 2 }) (await _town.Wang.PostAsync($"api/cases/{caseId}/guidance/{question.Id}/reply", reply)).As<CaseGuidanceView>();
        Assert.Equal((guide + 1, other), (await ToldAsync(GuideStage.ChenPhone), await ToldAsync(GuideStage.SunPhone)));
        Assert.Equal(GuidanceAct.Replied, (await ListAsync(_stage.Chen)).Single().Steps[^1].Act);

        (await ActAsync(_stage.Chen, question.Id, "ask-back", new AskBackRequest(Guid.CreateVersion7(), "还有呢？"))).As<GuideQuestionView>();
        await _town.Cluster.WithDbAsync(db => db.Set<Domain.Network.LegalGuide>().Where(one => one.PersonId == _stage.Chen.Id && one.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.EndedAt, DateTimeOffset.UtcNow).SetProperty(one => one.EndedBy, _town.UnionOperator.Id)));
        (await _town.Wang.PostAsync($"api/cases/{caseId}/guidance/{question.Id}/reply", new ReplyToGuideRequest(Guid.CreateVersion7(), "没有了。", []))).As<CaseGuidanceView>();
        Assert.Equal(guide + 1, await ToldAsync(GuideStage.ChenPhone));
    }

    [Fact]
    public async Task Tells_the_guide_nothing_of_the_case_in_any_answer_or_message()
    {
        var caseId = await _town.MediateAsync();
        var view = (await _town.Wang.GetAsync($"api/cases/{caseId}")).As<CaseView>();
        var joint = (await _town.Wang.GetAsync("api/rooms")).As<RoomView[]>().Single().Id;
        await using var ear = await RawPage.OpenAsync(_town.Cluster, _stage.Chen.Cookie!);
        var question = await _stage.AskAsync(caseId);
        (await ActAsync(_stage.Chen, question.Id, "take")).As<GuideQuestionView>();
        (await ActAsync(_stage.Chen, question.Id, "ask-back", new AskBackRequest(Guid.CreateVersion7(), "有没有出海记录？"))).As<GuideQuestionView>();
        (await _town.Wang.PostAsync($"api/cases/{caseId}/guidance/{question.Id}/reply", new ReplyToGuideRequest(Guid.CreateVersion7(), "有，沿海生态也有。", ["海生"]))).As<CaseGuidanceView>();
        Assert.Equal(["海生"], (await ReadAsync(caseId)).Steps[^1].Vouched);
        var answers = await KeepingACaucusSecret.CrawlAsync(_town, [_stage.Chen], [question.Id, _stage.Pairing]);
        answers.Add(("take", (await ActAsync(_stage.Chen, question.Id, "take")).Text));
        Assert.Contains(answers, one => one.Text.Contains("没有书面合同的工资", StringComparison.Ordinal));
        // Which words were vouched for would tell which words are names here.
        Assert.DoesNotContain(answers, one => one.Text.Contains("\"海生\"", StringComparison.Ordinal));
        string[] secrets = [caseId.ToString(), view.Number, view.Title, joint.ToString(), _town.Wang.Id.ToString(), "李海生", "周永顺", "王调解", .. view.Parties.Select(party => party.Id.ToString())];
        var told = await _town.Cluster.WithDbAsync(db => db.Set<DeliveryMessage>().Where(one => one.To == GuideStage.ChenPhone).ToListAsync());
        Assert.NotEmpty(told);
        // A public directory names organisations and mediators; that is not of the case.
        var own = answers.Where(one => !one.What.Contains("GET api/mediators", StringComparison.Ordinal) && !one.What.Contains("GET api/organisations", StringComparison.Ordinal)).ToList();
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(own, one => one.Text.Contains(secret, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(secret, ear.Received, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(told, one => $"{one.TextZh}{one.TextEn}{one.Link}".Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
        foreach (var path in new[] { $"api/cases/{caseId}", $"api/cases/{caseId}/guidance", $"api/cases/{question.Id}", $"api/rooms/{joint}", $"api/cases/{caseId}/file" })
            Assert.Equal(404, (await _stage.Chen.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Closes_with_the_case_and_stays_with_it()
    {
        var caseId = await _town.MediateAsync();
        var question = await _stage.AskAsync(caseId);
        (await ActAsync(_stage.Chen, question.Id, "take")).As<GuideQuestionView>();
        (await _town.Li.PostAsync($"api/cases/{caseId}/close", new CloseCaseRequest(ClosingReason.Withdrawn, null))).As<CaseView>();
        Assert.Empty(await ListAsync(_stage.Chen));
        var kept = (await _town.Wang.GetAsync($"api/cases/{caseId}/guidance")).As<CaseGuidanceView>();
        Assert.Equal((false, GuidanceState.Closed), (kept.MayAsk, kept.Questions.Single().State));
        (await _town.Wang.PostAsync($"api/cases/{caseId}/guidance", GuideStage.Question(_stage.Pairing))).IsRefused(422, "guidance.case-ended");
    }

    /// <summary>Every answer there is to ask for, of everybody but the two: not a word, nor that there was a question.</summary>
    [Fact]
    public async Task Is_not_to_be_found_by_anybody_else()
    {
        const string secret = "guidancecanary";
        var caseId = await _town.MediateAsync();
        var joint = (await _town.Wang.GetAsync("api/rooms")).As<RoomView[]>().Single().Id;
        var question = await _stage.AskAsync(caseId, GuideStage.Question(_stage.Pairing, $"{secret} 事实"));
        (await ActAsync(_stage.Chen, question.Id, "take")).As<GuideQuestionView>();
        (await ActAsync(_stage.Chen, question.Id, "answer", new AnswerGuidanceRequest(Guid.CreateVersion7(), $"{secret} 答", []))).As<GuideQuestionView>();
        Visitor[] outside = [_town.Li, _town.Zhou, _town.Wu, _town.Ma, _town.Zhao, _town.UnionOperator, _town.CityOperator, _stage.Sun, _town.Nobody];
        var answers = await KeepingACaucusSecret.CrawlAsync(_town, outside, [caseId, joint, question.Id]);
        Assert.True(answers.Count > 100, $"{answers.Count} answers");
        Assert.Empty(answers.Where(one => one.Text.Contains(secret, StringComparison.Ordinal) || one.Text.Contains(question.Number, StringComparison.Ordinal)).Select(one => one.What));
        (await _town.Li.PostAsync($"api/cases/{caseId}/close", new CloseCaseRequest(ClosingReason.Withdrawn, null))).As<CaseView>();
        foreach (var who in new[] { _town.Li, _town.Zhou, _town.UnionOperator, _town.Wang })
        {
            using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(await who.Http.GetByteArrayAsync(new Uri($"api/cases/{caseId}/file", UriKind.Relative))));
            foreach (var entry in archive.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                Assert.DoesNotContain(secret, await reader.ReadToEndAsync(), StringComparison.Ordinal);
            }
        }
    }

    /// <summary>Who asked whom, and in which words, is nothing that the service could change.</summary>
    [Fact]
    public async Task Is_kept_as_it_was_by_the_database_itself()
    {
        var question = await _stage.AskAsync(await _town.MediateAsync());
        (await ActAsync(_stage.Chen, question.Id, "take")).As<GuideQuestionView>();
        foreach (var sql in new[] { "update guidance_questions set facts = ''", "update guidance_questions set asked_by = gen_random_uuid()", "delete from guidance_questions", "update guidance_steps set text = 'x'", "delete from guidance_steps", "update pairings set made_by = gen_random_uuid()", "delete from pairings", "delete from legal_guides" })
            await Assert.ThrowsAsync<Npgsql.PostgresException>(() => _town.Cluster.WithDbAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
    }
}
