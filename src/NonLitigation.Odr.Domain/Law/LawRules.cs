namespace NonLitigation.Odr.Domain.Law;

/// <summary>The rules that the product knows, from <c>law-rules.json</c>.</summary>
public static class LawRules
{
    public const string ChooseTogether = "court.choose-together";
    public const string AcceptAppointment = "court.accept-appointment";
    public const string DifferentTimes = "court.different-times";
    public const string ConcludeOnCourtPlatform = "court.conclude-before-filing";
    public const string Conclude = "peoples.conclude";
    public const string ConcludeLabour = "labour.conclude";
    public const string JudicialConfirmation = "peoples.confirm";
    public const string Refusal = "peoples.refusal";
    public const string OtherWays = "peoples.other-ways";
    public const string AgreementContent = "agreement.content";
    public const string AgreementVoluntary = "agreement.voluntary";
    public const string AgreementFree = "agreement.free";
    public const string AgreementCrime = "agreement.crime";
    public const string ConfirmNotAccepted = "confirm.not-accepted";
    public const string ConfirmRefused = "confirm.refused";
    public const string SignPersonalStatus = "sign.personal-status";
    public const string MediationSham = "mediation.sham";
    public const string Capacity = "capacity";
    public const string Interest = "interest";
    public const string SocialInsurance = "social-insurance";
    public const string PerformanceDispute = "peoples.performance-dispute";
    public const string RemindBefore = "performance.remind-before";
    public const string FollowUp = "performance.follow-up";
    public const string ConfirmApply = "confirm.apply";
    public const string ConfirmRuling = "confirm.ruling";
    public const string ConfirmPacket = "confirm.packet";
    public const string ConfirmFiling = "confirm.filing";
    public const string HandOverConsent = "privacy.hand-over";
    public const string NotarialEnforcement = "notary.enforcement";
    public const string NotarialDeposit = "notary.deposit";
    public const string PaymentOrder = "labour.payment-order";
    public const string DepositPerformed = "deposit.performed";
    public const string DepositNotice = "deposit.notice";
    public const string DepositRisk = "deposit.risk";
    public const string DepositLapse = "deposit.lapse";
    public const string ExecutionCertificate = "notary.certificate";
    public const string PaymentOrderObjection = "payment-order.objection";
    public const string ComplaintMediator = "complaint.mediator";
    public const string ComplaintAnswer = "complaint.answer";
    public const string GuidanceAnswer = "guidance.answer";
    public const string ArbitralAward = "arbitration.award";
    public const string KeepFile = "peoples.file";
    public const string Deletion = "privacy.delete";

    public static IReadOnlyList<LawRule> All { get; } = EmbeddedJson.Read<List<LawRule>>("law-rules.json");

    /// <summary>The version in force on a day.</summary>
    /// <exception cref="KeyNotFoundException">No version of this rule was in force then.</exception>
    public static LawRule On(DateOnly day, string id) =>
        All.FirstOrDefault(rule => rule.Id == id && rule.InForceOn(day))
        ?? throw new KeyNotFoundException($"Rule {id} has no version in force on {day:yyyy-MM-dd}.");
}
