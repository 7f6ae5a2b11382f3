using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Enterprises;
using static NonLitigation.Odr.Domain.Tests.Enterprises.SampleEnterprise;

namespace NonLitigation.Odr.Domain.Tests.Enterprises;

public sealed class GivingAMandate
{
    [Fact]
    public void Waits_for_the_person_until_somebody_enters_with_the_contact()
    {
        var enterprise = Registered();
        var mandate = enterprise.Grant(Grant(AssistantContact, MandateScope.Consult, Today), null, Chen, Now);
        Assert.Null(mandate.PersonId);
        enterprise.Entered("13900000999", Assistant, Now);
        Assert.Null(enterprise.MandateOf(Assistant, Today));
        enterprise.Entered(AssistantContact, Assistant, Now);
        Assert.Same(mandate, enterprise.MandateOf(Assistant, Today));
        enterprise.Entered(AssistantContact, Guid.CreateVersion7(), Now);
        Assert.Equal(Assistant, mandate.PersonId);
    }

    [Fact]
    public void Reaches_as_far_as_its_scope_and_no_further()
    {
        var enterprise = Registered();
        var mandate = enterprise.Grant(Grant(AssistantContact, MandateScope.Disputes, Today), Assistant, Chen, Now);
        Assert.True(mandate.Allows(MandateScope.Consult, Today) && mandate.Allows(MandateScope.Disputes, Today));
        Assert.False(mandate.Allows(MandateScope.Full, Today));
    }

    [Fact]
    public void Holds_to_the_end_of_its_last_day_in_china()
    {
        var enterprise = Registered();
        var mandate = enterprise.Grant(Grant(AssistantContact, MandateScope.Consult, Today), Assistant, Chen, Now);
        Assert.False(enterprise.EndExpired(new(2026, 5, 20, 23, 59, 59, TimeSpan.FromHours(8))));
        Assert.True(mandate.InForce(Today));
        Assert.False(mandate.InForce(Today.AddDays(1)));
        Assert.True(enterprise.EndExpired(new(2026, 5, 20, 16, 0, 0, TimeSpan.Zero)));
        Assert.Null(enterprise.MandateOf(Assistant, Today));
        Assert.False(mandate.Revoked);
    }

    [Fact]
    public void Twice_is_one_mandate_and_with_other_words_refused()
    {
        var enterprise = Registered();
        var first = enterprise.Grant(Grant(AssistantContact, MandateScope.Consult, Today), null, Chen, Now);
        Assert.Same(first, enterprise.Grant(Grant(AssistantContact, MandateScope.Consult, Today), null, Chen, Now));
        Refused(EnterprisesRules.AlreadyGranted, () => enterprise.Grant(Grant(AssistantContact, MandateScope.Full, Today), null, Chen, Now));
        Assert.Equal(2, enterprise.Mandates.Count);
        // When the first has run out, the contact is free.
        Assert.NotSame(first, enterprise.Grant(MandateGrant.Check("某人", AssistantContact, MandateScope.Full, Today.AddDays(9), Now.AddDays(1)), null, Chen, Now.AddDays(1)));
    }

    [Fact]
    public void Is_refused_to_a_butler_and_beyond_the_limit()
    {
        var enterprise = Registered();
        Refused(EnterprisesRules.ButlerCannotRepresent, () => enterprise.Grant(Grant(AssistantContact, MandateScope.Consult, Today), Sun, Chen, Now));
        enterprise.Grant(Grant("13900000301", MandateScope.Consult, Today), null, Chen, Now);
        enterprise.Entered("13900000301", Qian, Now);
        Assert.Null(enterprise.MandateOf(Qian, Today));
        for (var at = enterprise.Mandates.Count; at < Enterprise.MostMandates; at++) enterprise.Grant(Grant($"1370000{at:0000}", MandateScope.Consult, Today), null, Chen, Now);
        Refused(EnterprisesRules.TooManyMandates, () => enterprise.Grant(Grant(AssistantContact, MandateScope.Consult, Today), null, Chen, Now));
    }

    [Fact]
    public void Needs_a_name_a_contact_and_a_day_that_is_neither_past_nor_far()
    {
        Refused(EnterprisesRules.NameInvalid, () => MandateGrant.Check(" ", ChenContact, MandateScope.Full, Today, Now));
        Refused(EnterprisesRules.NameInvalid, () => MandateGrant.Check(new string('陈', 61), ChenContact, MandateScope.Full, Today, Now));
        Refused(EnterprisesRules.NameInvalid, () => MandateGrant.Check("陈\u202e海", ChenContact, MandateScope.Full, Today, Now));
        Refused(AccountsRules.ContactInvalid, () => MandateGrant.Check("陈海鲲", "12345", MandateScope.Full, Today, Now));
        Refused(EnterprisesRules.ScopeUnknown, () => MandateGrant.Check("陈海鲲", ChenContact, (MandateScope)9, Today, Now));
        Refused(EnterprisesRules.ValidityPast, () => MandateGrant.Check("陈海鲲", ChenContact, MandateScope.Full, Today.AddDays(-1), Now));
        Refused(EnterprisesRules.ValidityTooLong, () => MandateGrant.Check("陈海鲲", ChenContact, MandateScope.Full, Today.AddYears(5).AddDays(1), Now));
        Assert.Equal((ChenContact, "陈海鲲"), MandateGrant.Check(" 陈海鲲 ", "+86 139-0000-0101", MandateScope.Full, Today.AddYears(5), Now) is var given ? (given.Contact, given.Name) : default);
    }
}
