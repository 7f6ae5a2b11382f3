using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;

namespace NonLitigation.Odr.Domain.Tests.Cases;

/// <summary>A wage dispute with two boat owners, as these tests need it.</summary>
internal sealed class SampleCase
{
    internal static readonly DateTimeOffset Now = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);
    internal static readonly Guid Li = Guid.CreateVersion7(), Zhou = Guid.CreateVersion7(), Wu = Guid.CreateVersion7(), Operator = Guid.CreateVersion7();
    internal static readonly MediatorSeat Wang = new(Guid.CreateVersion7(), Guid.CreateVersion7(), "王调解");

    internal static CaseApplication Application(int respondents = 2) => new(
        DisputeKind.LabourWages, "船员工资", "出海三个月，船东未付工资。",
        new PartyDetails("李海生", "13900000001", "连云", PartyNature.Natural, null, null),
        [.. Enumerable.Range(2, respondents).Select(at => new PartyDetails($"船东{at}", $"139000000{at:00}", null, PartyNature.Natural, null, null))],
        [new ClaimDetails("支付工资", 340_000, [.. Enumerable.Range(0, respondents)])]);

    internal static Case Filed(int respondents = 2, Guid? wish = null) =>
        Case.File(CaseForm.Check(Application(respondents)), CaseNumber.Of(2026, 1), Li, Guid.CreateVersion7(), "hash", Guid.CreateVersion7(), wish, Now);

    internal static Case Identified(int respondents = 2, Guid? wish = null)
    {
        var file = Filed(respondents, wish);
        foreach (var (party, person) in file.Respondents.Zip([Zhou, Wu])) file.Identified(party.Id, person, Now);
        return file;
    }

    internal static Case AppointedAt(DateTimeOffset moment)
    {
        var file = Identified();
        file.Consent(Zhou, moment);
        file.Appoint(Wang, Operator, moment);
        return file;
    }

    internal static Case At(CaseStage stage)
    {
        var file = Identified();
        if (stage == CaseStage.Inviting) return file;
        file.Consent(Zhou, Now);
        file.Consent(Wu, Now);
        if (stage == CaseStage.ChoosingMediator) return file;
        file.Appoint(Wang, Operator, Now);
        if (stage == CaseStage.AwaitingAcceptance) return file;
        file.Accept(Wang.PersonId, null, Now);
        if (stage == CaseStage.InMediation) return file;
        file.Freeze(Wang.PersonId, Now);
        if (stage == CaseStage.Signing) return file;
        if (stage == CaseStage.Agreed) file.TakeEffect(Now);
        else file.Close(CaseRole.Mediator, Wang.PersonId, ClosingReason.TooFarApart, null, Now);
        return file;
    }
}
