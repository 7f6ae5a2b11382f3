using System.Globalization;
using System.Text;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>An application to a notary or a court in the words that they read, lines ended by a line feed.</summary>
internal static class RouteWording
{
    public static string Write(RoutePacket packet)
    {
        var (one, text) = (packet.Application, new StringBuilder());
        text.Append(Title(one)).Append("\n\n");
        text.Append(CultureInfo.InvariantCulture, $"申请人：{one.Name}，证件号码：{one.IdNumber}，住所：{one.Address}，联系方式：{one.Contact}");
        if (one.RepresentedBy is { } representative) text.Append(CultureInfo.InvariantCulture, $"，由{representative}代表");
        text.Append(CultureInfo.InvariantCulture, $"\n\n申请事项：{Matter(packet)}\n事实和理由：{packet.Presiding.Organisation}主持达成的调解协议（{packet.CaseNumber}，文本哈希值 {packet.FrozenHash}）已经生效。有关的义务是：\n");
        foreach (var item in packet.Items) text.Append(CultureInfo.InvariantCulture, $"第{item.Number}项：{item.Sentence}{Standing(item)}\n");
        foreach (var (name, acceptance) in packet.Acceptances) text.Append(CultureInfo.InvariantCulture, $"{name}愿意接受强制执行的承诺：{acceptance.Words}\n");
        if (one.Ground is { } ground) text.Append(CultureInfo.InvariantCulture, $"提存原因（民法典第五百七十条）：{Ground(ground)}。{one.Reason}\n");
        if (one.Objection is { } objection) text.Append(CultureInfo.InvariantCulture, $"异议：{objection}\n");
        return text.Append(CultureInfo.InvariantCulture, $"\n此致\n{one.Recipient.Name}\n").ToString();
    }

    public static string Ground(DepositGround ground) => ground switch
    {
        DepositGround.CreditorRefuses => "债权人无正当理由拒绝受领",
        DepositGround.CreditorNotFound => "债权人下落不明",
        DepositGround.CreditorDiedOrLostCapacity => "债权人死亡未确定继承人、遗产管理人，或者丧失民事行为能力未确定监护人",
        _ => "法律规定的其他情形",
    };

    private static string Title(RouteApplication one) => one switch
    {
        { Objection: not null } => "支付令异议书",
        { Act: RouteAct.NotarialDeed } => "赋予强制执行效力公证申请书",
        { Act: RouteAct.ExecutionCertificate } => "执行证书申请书",
        { Act: RouteAct.NotarialDeposit } => "提存公证申请书",
        _ => "支付令申请书",
    };

    private static string Matter(RoutePacket packet) => packet.Application switch
    {
        { Objection: not null } => "对支付令提出异议。",
        { Act: RouteAct.NotarialDeed } => "对下列给付义务办理公证，并赋予强制执行效力（公证法第三十七条）。",
        { Act: RouteAct.ExecutionCertificate } => $"就公证债权文书{packet.DeedNumber}中到期未履行的义务出具执行证书。",
        { Act: RouteAct.NotarialDeposit } => "提存下列钱款或者物品。",
        _ => "依照劳动争议调解仲裁法第十六条，向用人单位发出支付令。",
    };

    private static string Standing(RoutePacketItem item) => item.ClaimedFen is { } claimed && item.RestFen is { } rest
        ? $"（已履行{new Money(item.ConfirmedFen).ToFigures()}，未履行{new Money(rest).ToFigures()}，本次申请{new Money(claimed).ToFigures()}）" : "";
}
