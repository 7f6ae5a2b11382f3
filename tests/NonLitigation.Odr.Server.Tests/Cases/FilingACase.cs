using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Cases;

public sealed class FilingACase : IAsyncLifetime
{
    private CaseTown town = null!;

    public async ValueTask InitializeAsync() => town = await CaseTown.BuildAsync(await OdrCluster.StartAsync());

    public ValueTask DisposeAsync() => town.DisposeAsync();

    [Fact]
    public async Task Gives_one_number_routes_by_duty_list_and_invites_everybody()
    {
        var id = await town.FileAsync();
        var view = (await town.Li.GetAsync($"api/cases/{id}")).As<CaseView>();
        Assert.Matches("^连非诉〔[0-9]{4}〕000001号$", view.Number);
        Assert.Equal((town.Union, CaseStage.Inviting), (view.OrganisationId, view.Stage));
        Assert.Equal(["周永顺", "吴建国"], view.Funnel.Select(one => one.PartyName));
        Assert.All(view.Funnel, one => Assert.Equal([InvitationStep.Sent], one.Steps.Select(step => step.Step)));
        Assert.Equal("叁仟肆佰元整", view.Claims[0].AmountCapitals);
        Assert.Equal("139****0002", view.Parties[1].MaskedContact);
        Assert.Contains(view.Clocks, clock => clock.Code == "labour.conclude" && clock.Running && clock.Article.Contains("第十四条", StringComparison.Ordinal));
        var messages = await town.Cluster.WithDbAsync(db => db.Set<DeliveryMessage>().Where(one => one.Link != null).ToListAsync());
        Assert.Equal(["13900000002", "13900000003"], messages.Select(one => one.To).Order());
        Assert.All(messages, one => Assert.Contains("0518-12348", one.TextZh, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Twice_with_the_same_id_is_one_case_also_in_a_race_and_other_content_is_refused()
    {
        var request = CaseTown.Request();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => town.Li.PostAsync("api/cases", request)));
        Assert.Single(answers.Select(answer => answer.As<CaseFiledView>()).Distinct());
        (await town.Li.PostAsync("api/cases", request with { Title = "别的" })).IsRefused(409, "cases.request-id-reused");
        Assert.Equal(1, await town.Cluster.WithDbAsync(db => db.Set<Domain.Cases.Case>().CountAsync()));
        Assert.Equal(2, await town.Cluster.WithDbAsync(db => db.Set<DeliveryMessage>().CountAsync()));
    }

    [Fact]
    public async Task Numbers_many_at_once_without_a_gap_and_a_refused_one_takes_none()
    {
        var bad = CaseTown.Request() with { MediatorId = Guid.CreateVersion7(), OrganisationId = town.Union };
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(at => at % 3 == 2
            ? town.Li.PostAsync("api/cases", bad with { RequestId = Guid.CreateVersion7() })
            : town.Li.PostAsync("api/cases", CaseTown.Request())));
        Assert.Equal(4, answers.Count(answer => answer.Code == "cases.no-such-mediator"));
        var numbers = answers.Where(answer => answer.Status == 200).Select(answer => answer.As<CaseFiledView>().Number[^7..^1]).Order();
        Assert.Equal(Enumerable.Range(1, 8).Select(at => $"{at:000000}"), numbers);
    }

    [Fact]
    public async Task Says_each_fault_beside_its_field()
    {
        var request = CaseTown.Request() with { Title = "", Claims = [new ClaimDraft("", -1, [9])] };
        var answer = await town.Li.PostAsync("api/cases", request with { Respondents = [CaseTown.Party("周永顺", "不是电话")] });
        answer.IsRefused(422, "cases.form-has-errors");
        var errors = answer.Json.GetProperty("errors");
        Assert.Equal(["claims[0].against", "claims[0].amountFen", "claims[0].text", "respondents[0].contact", "title"], errors.EnumerateObject().Select(one => one.Name));
        Assert.All(errors.EnumerateObject(), one => Assert.NotEmpty(one.Value.GetProperty("zh").GetString()!));
    }

    [Fact]
    public async Task Needs_somebody_signed_in_and_a_well_formed_request()
    {
        (await town.Nobody.PostAsync("api/cases", CaseTown.Request())).IsRefused(401, "accounts.not-signed-in");
        Assert.Equal(422, (await town.Li.PostAsync("api/cases", new { requestId = Guid.CreateVersion7(), kind = "LabourWages" })).Status);
        Assert.Equal(400, (await town.Li.PostAsync("api/cases", new { kind = "Nonsense" })).Status);
    }

    [Fact]
    public async Task Takes_thirty_respondents_and_a_legal_person_from_abroad()
    {
        var many = CaseTown.Request([.. Enumerable.Range(1, 30).Select(at => $"第{at}被申请人")]);
        var id = await town.FileAsync(many with
        {
            Applicant = new PartyDraft("𠮷田商社", "legal@example.org", "大阪", PartyNature.Organisation, null, "𠮷田太郎"), Claims = [new ClaimDraft("赔礼道歉", null, [.. Enumerable.Range(0, 30)])],
        });
        var view = (await town.Li.GetAsync($"api/cases/{id}")).As<CaseView>();
        Assert.Equal((31, "𠮷田太郎", null), (view.Parties.Count, view.Parties[0].RepresentativeName, view.Claims[0].AmountFen));
        Assert.Equal(30, view.Claims[0].AgainstPartyIds.Count);
    }

    [Fact]
    public async Task Takes_two_who_apply_together_and_lets_each_consent_for_himself()
    {
        var id = await town.FileAsync(CaseTown.Request("某影楼") with { CoApplicants = [CaseTown.Party("景某", "13900000077")] });
        await town.EnterAsync("13900000077", town.Wu);
        await town.EnterAsync("13900000002", town.Zhou);
        var invitation = (await town.Nobody.PostAsync("api/invitations/open", new OpenInvitationRequest(await town.TokenAsync("13900000077")))).As<InvitationView>();
        Assert.Equal(PartyRole.Applicant, invitation.InvitedAs);
        var before = (await town.Wu.GetAsync($"api/cases/{id}")).As<CaseView>();
        Assert.Equal(["consent", "refuse"], before.MayAct.Order());
        (await town.Wu.PostAsync($"api/cases/{id}/close", new CloseCaseRequest(ClosingReason.Withdrawn, null))).IsRefused(422, "cases.not-at-this-stage");
        (await town.Zhou.PostAsync($"api/cases/{id}/answer", new AnswerInvitationRequest(true, null))).As<CaseView>();
        var after = (await town.Wu.PostAsync($"api/cases/{id}/answer", new AnswerInvitationRequest(true, null))).As<CaseView>();
        Assert.Equal(CaseStage.ChoosingMediator, after.Stage);
        Assert.Equal([PartyRole.Applicant, PartyRole.Applicant, PartyRole.Respondent], after.Parties.Select(party => party.Role));
    }

    [Fact]
    public async Task Corrects_a_wrong_contact_and_the_link_sent_to_the_stranger_opens_nothing()
    {
        var id = await town.FileAsync();
        var party = (await town.Li.GetAsync($"api/cases/{id}")).As<CaseView>().Parties[1];
        var wrong = await town.TokenAsync("13900000002");
        Assert.Equal(204, (await town.Li.PostAsync($"api/cases/{id}/invitations/{party.Id}", new SendInvitationRequest("139 1111 2222"))).Status);
        (await town.Nobody.PostAsync("api/invitations/open", new OpenInvitationRequest(wrong))).IsRefused(410, "cases.invitation-expired");
        var right = (await town.Nobody.PostAsync("api/invitations/open", new OpenInvitationRequest(await town.TokenAsync("13911112222")))).As<InvitationView>();
        Assert.Equal("139****2222", right.ContactHint);
        (await town.Li.PostAsync($"api/cases/{id}/invitations/{party.Id}", new SendInvitationRequest("电话"))).IsRefused(422, "cases.form.contact");
        (await town.Li.PostAsync($"api/cases/{id}/invitations/{party.Id}", new SendInvitationRequest("13900000003"))).IsRefused(422, "cases.contact-of-another-party");
        await town.EnterAsync("13911112222", town.Zhou);
        (await town.UnionOperator.PostAsync($"api/cases/{id}/invitations/{party.Id}", new SendInvitationRequest("13911113333"))).IsRefused(409, "cases.already-identified");
    }

    [Fact]
    public async Task Takes_a_respondent_whom_nobody_can_reach_yet()
    {
        var request = CaseTown.Request();
        var id = await town.FileAsync(request with { Respondents = [request.Respondents[0], request.Respondents[1] with { Contact = "" }] });
        var view = (await town.UnionOperator.GetAsync($"api/cases/{id}")).As<CaseView>();
        Assert.Equal(("", 0), (view.Parties[2].MaskedContact, view.Funnel[1].Steps.Count));
        (await town.UnionOperator.PostAsync($"api/cases/{id}/invitations/{view.Parties[2].Id}", new SendInvitationRequest(null))).IsRefused(422, "cases.contact-unknown");
        Assert.Equal(204, (await town.UnionOperator.PostAsync($"api/cases/{id}/invitations/{view.Parties[2].Id}", new SendInvitationRequest("13911114444"))).Status);
        Assert.NotEmpty(await town.TokenAsync("13911114444"));
    }
}
