using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Cases;

public sealed class CorrectingAContact
{
    [Fact]
    public void Sends_the_invitation_to_the_new_one()
    {
        var file = SampleCase.Filed();
        var party = file.SendInvitationAgain(file.Respondents.First().Id, CaseRole.Applicant, SampleCase.Li, SampleCase.Now, "13911112222");
        Assert.Equal("13911112222", party.Contact);
    }

    [Fact]
    public void Is_refused_once_somebody_has_entered_for_the_party()
    {
        var file = SampleCase.Identified();
        Refused(CasesRules.AlreadyIdentified, () => file.SendInvitationAgain(file.Respondents.First().Id, CaseRole.Applicant, SampleCase.Li, SampleCase.Now, "13911112222"));
        Assert.Equal("13900000002", file.Respondents.First().Contact);
    }

    [Fact]
    public void Is_refused_with_the_contact_of_another_party()
    {
        var file = SampleCase.Filed();
        Refused(CasesRules.ContactOfAnotherParty, () => file.SendInvitationAgain(file.Respondents.First().Id, CaseRole.Operator, SampleCase.Operator, SampleCase.Now, "13900000003"));
        Refused(CasesRules.ContactOfAnotherParty, () => file.SendInvitationAgain(file.Respondents.First().Id, CaseRole.Operator, SampleCase.Operator, SampleCase.Now, "13900000001"));
    }

    [Fact]
    public void Can_wait_until_somebody_knows_it()
    {
        var application = SampleCase.Application();
        application = application with { Respondents = [application.Respondents[0], application.Respondents[1] with { Contact = " " }] };
        var file = Case.File(CaseForm.Check(application), CaseNumber.Of(2026, 1), SampleCase.Li, Guid.CreateVersion7(), "hash", Guid.CreateVersion7(), null, SampleCase.Now);
        var unknown = file.Respondents.Last();
        Assert.Empty(unknown.Marks);
        Refused(CasesRules.ContactUnknown, () => file.SendInvitationAgain(unknown.Id, CaseRole.Operator, SampleCase.Operator, SampleCase.Now));
        file.SendInvitationAgain(unknown.Id, CaseRole.Operator, SampleCase.Operator, SampleCase.Now, "13911112222");
        Assert.True(unknown.Has(InvitationStep.Sent));
    }

    private static void Refused(RefusalReason reason, Action act) => Assert.Equal(reason, Assert.Throws<RefusalException>(act).Reason);
}
