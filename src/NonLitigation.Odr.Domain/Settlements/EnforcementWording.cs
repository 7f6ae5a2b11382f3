using System.Globalization;
using NonLitigation.Odr.Domain.Law;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>The plain sentences of the routes to enforcement.</summary>
internal static class EnforcementWording
{
    public static readonly Saying AtTheCourt = new(
        "各方在本页共同申请；也可以带协议书、身份证件和下载的材料，一同到法院现场申请。", "Apply together on this page, or go to the court together with the agreement, identity papers and the downloaded packet.");
    public static readonly Saying NotCivil = new(
        "行政争议不属于人民法院受理民事案件的范围，不能申请司法确认。", "A dispute with an authority is outside the civil jurisdiction of the courts and cannot be confirmed.");
    public static readonly Saying AtTheNotary = new(
        "债权人在本页申请；也可以各方带协议书和身份证件到公证机构共同申请。", "The creditor applies on this page; or all go to a notary together with the agreement and identity papers.");
    public static readonly Saying NothingToRender = new(
        "协议中没有付款或者交付财物的义务，不能办理赋强公证。", "Nothing is to be paid or handed over under this agreement, so a notary cannot make it enforceable.");
    public static readonly Saying NotAccepted = new(
        "债务人还没有作出愿意接受强制执行的承诺；债务人可以在本页作出，也可以到公证机构当面作出。", "No debtor has accepted enforcement yet; he can do so on this page, or before the notary.");
    public static readonly Saying AllAccepted = new(
        "协议的内容是给付，债务人已承诺愿意接受强制执行。", "The agreement is to pay or deliver, and the debtors have accepted enforcement.");
    public static readonly Saying WhenNotTaken = new(
        "仅在债权人没有正当理由拒收、下落不明等情况下：债务人可以把应付的钱款或者物品提存，视为在提存范围内已经履行。",
        "Only where the creditor refuses without reason, cannot be found and the like: the debtor may deposit what is owed, and has performed as far as the deposit goes.");
    public static readonly Saying NothingToDeposit = new("协议中没有可以提存的钱款或者物品。", "Nothing under this agreement can be deposited.");
    public static readonly Saying AtTheDeposit = new(
        "债务人在本页申请；也可以带协议书、身份证件和债权人不受领的证明，到履行地的公证机构申请。", "The debtor applies on this page, or goes to a notary at the place of performance with the agreement, identity papers and proof that the creditor does not take it.");
    public static readonly Saying NotLabour = new("这条途径只适用于劳动争议的调解协议。", "This route exists only for agreements in labour disputes.");
    public static readonly Saying NoLabourPay = new(
        "协议中没有劳动报酬、工伤医疗费、经济补偿或者赔偿金的付款义务。", "Nothing under this agreement is pay, injury medical fees or compensation.");
    public static readonly Saying NoDay = new("协议没有写明付款日期，不能认定到期未付。", "The agreement names no day of payment, so nothing is overdue.");
    public static readonly Saying PayIsDue = new(
        "约定的付款日期已过。用人单位没有付清的，劳动者可以持协议书申请支付令。", "The day of payment has passed. If the employer has not paid, the worker may ask for a payment order on the agreement.");
    public static readonly Saying AtTheCourtForAnOrder = new(
        "劳动者在本页申请；也可以带协议书和身份证件，到有管辖权的基层人民法院申请。", "The worker applies on this page, or goes to the basic court that has jurisdiction with the agreement and identity papers.");
    public static readonly Saying AwardNotVerified = new(
        "凭调解协议换取仲裁裁决的条文尚未核实，本平台不提供这条途径。", "The provisions on an award by agreement have not been verified yet; this service does not offer the route.");
    public static readonly Saying AtTheArbitration = new(
        "请带协议书向仲裁机构询问。", "Ask an arbitration institution, with the agreement at hand.");

    /// <summary>The last day on which a limit still runs.</summary>
    public static DateOnly LastDay(Deadline term) => Deadline.DayOf(term.DueAt.AddTicks(-1));

    public static Saying NotConfirmed(string matter) => new(
        $"协议中的“{matter}”属于法院不受理确认申请的事项。", $"“{matter}” in the agreement is a matter that courts do not accept for confirmation.");

    public static Saying TooLate(DateOnly last) => new(
        $"申请期限已于{SpokenDay.Zh(last)}届满；一方不履行的，仍可以向人民法院起诉。", $"The time for applying ended on {SpokenDay.En(last)}. If a party does not perform, the other may still sue on the agreement.");

    public static Saying UntilDay(DateOnly last) => new(
        $"各方可以在{SpokenDay.Zh(last)}以前共同申请；法院裁定有效后，一方不履行的，对方可以直接申请强制执行。",
        $"The parties may apply together until {SpokenDay.En(last)}. Once the court has ruled it valid it can be enforced directly.");

    public static Saying SomeAccepted(IReadOnlyList<int> numbers) => new(
        $"第{string.Join('、', numbers)}项的债务人已承诺愿意接受强制执行，可以就这些义务办理。", $"The debtors of item {string.Join(", ", numbers)} have accepted enforcement; it is open for these.");

    public static Saying NotDueBefore(DateOnly first) => new(
        $"最早的付款日期是{SpokenDay.Zh(first)}，到期未付才可以申请。", $"The first day of payment is {SpokenDay.En(first)}; the route opens when it has passed without payment.");
}
