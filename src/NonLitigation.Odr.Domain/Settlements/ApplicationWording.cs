using System.Globalization;
using System.Text;
using NonLitigation.Odr.Domain.Law;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>The papers of a packet in the words that courts read, lines ended by a line feed.</summary>
internal static class ApplicationWording
{
    public static string Write(ConfirmationPacket packet)
    {
        var text = new StringBuilder("司法确认申请书\n\n");
        foreach (var seat in packet.Seats)
        {
            text.Append(CultureInfo.InvariantCulture, $"申请人：{seat.Name}，证件号码：{seat.IdNumber}，住所：{seat.Address}，联系方式：{seat.Contact}");
            if (seat.RepresentedBy is { } representative) text.Append(CultureInfo.InvariantCulture, $"，由{representative}代表");
            text.Append('\n');
        }
        text.Append(CultureInfo.InvariantCulture, $"\n申请事项：确认{packet.Presiding.Organisation}主持达成的调解协议（{packet.CaseNumber}）有效。\n");
        text.Append(CultureInfo.InvariantCulture, $"事实和理由：各申请人经上述组织主持调解，自愿达成调解协议，协议已于{Moment(packet.EffectiveAt)}生效。现依照民事诉讼法第二百零五条，共同申请司法确认。\n");
        text.Append("各申请人承诺：协议出于自愿，没有恶意串通、规避法律，没有损害国家、公共或者他人的利益。\n\n");
        text.Append(CultureInfo.InvariantCulture, $"此致\n{packet.Court.Name}\n\n");
        foreach (var seat in packet.Seats) text.Append(CultureInfo.InvariantCulture, $"申请人：{seat.Name}（在线提出，{Moment(seat.JoinedAt!.Value)}）\n");
        return text.ToString();
    }

    public static string Presiding(ConfirmationPacket packet)
    {
        var proof = packet.Presiding;
        return $"""
            调解组织主持调解的证明

            {packet.CaseNumber}一案由{proof.Organisation}主持调解，主持调解员{proof.Mediator}，于{Moment(proof.AcceptedAt)}受理。各方当事人达成的调解协议由各方和调解员签名，并由{proof.SealedBy}于{Moment(proof.SealedAt)}盖章。
            协议书的盖章可以凭核验码{proof.VerificationCode}在核验页面查验。

            """.ReplaceLineEndings("\n");
    }

    /// <summary>To the minute, in China.</summary>
    private static string Moment(DateTimeOffset at) => at.ToOffset(Deadline.ChinaOffset).ToString("yyyy年M月d日H时m分", CultureInfo.InvariantCulture);
}
