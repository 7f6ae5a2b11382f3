using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Cases;

/// <summary>Two students against a studio, several heirs against an employer: more than one person on the applicant's side.</summary>
public sealed class ApplyingTogether
{
    private static readonly DateTimeOffset Now = SampleCase.Now;
    private static readonly Guid Jing = Guid.CreateVersion7();

    private static CaseApplication Application => SampleCase.Application() with
    {
        CoApplicants = [new PartyDetails("景某", "13900000088", null, PartyNature.Natural, null, null)],
    };

    private static Case Filed()
    {
        var file = Case.File(CaseForm.Check(Application), CaseNumber.Of(2026, 1), SampleCase.Li, Guid.CreateVersion7(), "hash", Guid.CreateVersion7(), null, Now);
        foreach (var (party, person) in file.Invited.Zip([Jing, SampleCase.Zhou, SampleCase.Wu])) file.Identified(party.Id, person, Now);
        return file;
    }

    [Fact]
    public void Puts_everybody_on_his_side_and_claims_against_the_right_respondents()
    {
        var file = Filed();
        Assert.Equal([(0, PartyRole.Applicant), (1, PartyRole.Applicant), (2, PartyRole.Respondent), (3, PartyRole.Respondent)], file.Parties.OrderBy(p => p.Position).Select(p => (p.Position, p.Role)));
        Assert.Equal(file.Respondents.Select(p => p.Id), file.Claims.Single().AgainstPartyIds);
        Assert.Equal("李海生", file.Applicant.Name);
        Assert.All(file.Invited, party => Assert.True(party.Has(InvitationStep.Sent)));
    }

    [Fact]
    public void Waits_for_the_consent_of_those_who_apply_together_too()
    {
        var file = Filed();
        file.Consent(SampleCase.Zhou, Now);
        file.Consent(SampleCase.Wu, Now);
        Assert.Equal(CaseStage.Inviting, file.Stage);
        file.Consent(Jing, Now);
        Assert.Equal(CaseStage.ChoosingMediator, file.Stage);
        Assert.Contains(file.TakingPart, party => party.PersonId == Jing);
        Assert.Equal(CaseRole.CoApplicant, file.Moves.Single(move => move.PersonId == Jing).Role);
    }

    [Fact]
    public void Goes_on_without_the_one_who_does_not_want_to()
    {
        var file = Filed();
        file.Refuse(Jing, "我自己去仲裁", Now);
        file.Consent(SampleCase.Zhou, Now);
        file.Refuse(SampleCase.Wu, null, Now);
        Assert.Equal(CaseStage.ChoosingMediator, file.Stage);
        Assert.Equal([SampleCase.Li, SampleCase.Zhou], file.TakingPart.Select(party => party.PersonId!.Value));
    }

    [Fact]
    public void Does_not_keep_a_case_open_when_every_respondent_refused()
    {
        var file = Filed();
        file.Consent(Jing, Now);
        file.Refuse(SampleCase.Zhou, null, Now);
        file.Refuse(SampleCase.Wu, null, Now);
        Assert.Equal((CaseStage.Closed, ClosingReason.Refused), (file.Stage, file.ClosingReason));
    }

    [Fact]
    public void Does_not_give_the_case_away_to_be_withdrawn() =>
        Assert.Equal(CasesRules.NotAtThisStage, Assert.Throws<RefusalException>(() => Filed().Close(CaseRole.CoApplicant, Jing, ClosingReason.Withdrawn, null, Now)).Reason);

    [Fact]
    public void Needs_a_contact_of_his_own()
    {
        var twice = Application with { CoApplicants = [.. Application.CoApplicants, Application.CoApplicants[0] with { Name = "同号" }] };
        var refusal = Assert.Throws<RefusalException>(() => CaseForm.Check(twice));
        Assert.Equal(["coApplicants[1].contact"], refusal.Reason.Fields!.Keys);
    }
}
