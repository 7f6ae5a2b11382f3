namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>The plain sentences of what a party can ask for by himself.</summary>
internal static class RouteOfferWords
{
    public static readonly Saying Accepted = new(
        "协议的内容是给付，债务人已对这份文本作出愿意接受强制执行的承诺。", "The agreement is to pay or deliver, and the debtors have accepted enforcement of this very text.");

    public static Saying NotAccepted(IReadOnlyList<string> missing) => new(
        $"还缺{string.Join('、', missing)}愿意接受强制执行的承诺，要由其本人在自己的手机上作出。", $"{string.Join(", ", missing)} has not accepted enforcement yet; it is done by the debtor himself on his own phone.");

    public static Saying PartlyAccepted(IReadOnlyList<int> ready, IReadOnlyList<string> missing) => new(
        $"第{string.Join('、', ready)}项可以办理；其余还缺{string.Join('、', missing)}的承诺。", $"Open for item {string.Join(", ", ready)}; for the rest the acceptance of {string.Join(", ", missing)} is missing.");

    public static Saying InDefault(IReadOnlyList<int> late) => new(
        $"第{string.Join('、', late)}项到期没有全部履行，可以申请执行证书。", $"Item {string.Join(", ", late)} is past its day and not wholly performed; the certificate can be asked for.");

    public static Saying NotYetDue(DateOnly first) => new(
        $"最早的履行期限是{SpokenDay.Zh(first)}，到期没有履行才可以申请执行证书。", $"The first due day is {SpokenDay.En(first)}; the certificate can be asked for once it has passed without performance.");
}
