using static NonLitigation.Odr.Domain.Settlements.RouteAct;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>The words by which an applicant consents, separately from applying, that his data go to the notary or the court (个人信息保护法 23).</summary>
public static class RouteConsent
{
    public static Saying Text(RouteAct act, Recipient to)
    {
        var (zh, en) = Purpose(act);
        return new(
            $"我单独同意：为{zh}，将我的姓名或者名称、身份证件号码、住所、联系方式，以及本案调解协议书和履行情况，提供给{to.Name}。我知道接收方将依法处理这些信息。",
            $"I consent separately that, {en}, my name, identity number, address and contact, the agreement of this case and how it has been performed are handed to {to.Name}. I know that the recipient processes them by law.");
    }

    public static bool Is(string? text, RouteAct act, Recipient to) => Text(act, to) is var (zh, en) && (text == zh || text == en);

    private static (string Zh, string En) Purpose(RouteAct act) => act switch
    {
        NotarialDeed => ("申请赋予强制执行效力的公证", "for the notarised instrument"),
        ExecutionCertificate => ("申请执行证书", "for the execution certificate"),
        NotarialDeposit => ("申请提存公证", "for the deposit"),
        _ => ("申请支付令", "for the payment order"),
    };
}
