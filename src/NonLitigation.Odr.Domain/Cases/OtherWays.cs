using NonLitigation.Odr.Domain.Network;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>One way that remains when mediation does not go on.</summary>
public sealed record OtherWay(string Code, string Zh, string En, string Article);

/// <summary>What a party is told when mediation ends or he refuses it (人民调解法 26).</summary>
public static class OtherWays
{
    private static readonly OtherWay Lawsuit = new("lawsuit",
        "向有管辖权的人民法院提起诉讼", "Sue in the people's court that has jurisdiction", "《人民调解法》第二十六条");
    private static readonly OtherWay Arbitration = new("arbitration",
        "有仲裁协议的，向约定的仲裁委员会申请仲裁", "Arbitrate, where you have an arbitration agreement", "《人民调解法》第二十六条");
    private static readonly OtherWay LabourArbitration = new("labour-arbitration",
        "向劳动人事争议仲裁委员会申请仲裁（时效一年）", "Labour arbitration (within one year)", "《劳动争议调解仲裁法》第五条、第二十七条");
    private static readonly OtherWay LabourInspection = new("labour-inspection",
        "向人力资源社会保障行政部门投诉（拖欠工资等）", "Complain to the labour administration (unpaid wages and the like)", "《劳动争议调解仲裁法》第九条");
    private static readonly OtherWay ConsumerComplaint = new("consumer-complaint",
        "向市场监督管理部门投诉（12315）", "Complain to the market regulator (12315)", "《消费者权益保护法》第三十九条");
    private static readonly OtherWay Reconsideration = new("reconsideration",
        "依法申请行政复议或者提起行政诉讼", "Administrative reconsideration or an administrative lawsuit", "《行政复议法》第十一条");
    private static readonly OtherWay Administration = new("administration",
        "请求有关行政机关依法处理", "Ask the administrative authority in charge", "《人民调解法》第二十六条");

    public static IReadOnlyList<OtherWay> For(DisputeKind kind) => kind switch
    {
        DisputeKind.LabourWages => [LabourInspection, LabourArbitration, Lawsuit],
        DisputeKind.LabourOther => [LabourArbitration, LabourInspection, Lawsuit],
        DisputeKind.ConsumerPurchase => [ConsumerComplaint, Arbitration, Lawsuit],
        DisputeKind.Administrative => [Reconsideration, Administration],
        DisputeKind.Family => [Lawsuit, Administration],
        DisputeKind.Contract or DisputeKind.Loan or DisputeKind.Commercial or DisputeKind.Maritime or DisputeKind.Property => [Arbitration, Lawsuit, Administration],
        _ => [Administration, Lawsuit],
    };
}
