using System.Globalization;
using System.Text;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>Words an agreement in the order that 人民调解法 29 lists; part of the frozen format, so a change here is a new format number.</summary>
public static class AgreementWording
{
    /// <summary>Fixed closing clauses. The first makes the electronic signature one "of agreed reliable conditions" (电子签名法 13).</summary>
    public static IReadOnlyList<string> Closing { get; } =
    [
        "各方约定：签名人经通行密钥或一次性验证码重新核验身份后，对本协议文本哈希值作出的电子签名，为符合各方约定的可靠条件的电子签名。",
        "本协议自各方当事人签名、调解员签名并加盖调解组织印章之日起生效（《人民调解法》第二十九条），对各方具有法律约束力，各方应当按照约定履行（第三十一条）。",
        "各方可以自本协议生效之日起三十日内共同向人民法院申请司法确认（第三十三条）；就协议的履行或者内容发生争议的，可以向人民法院提起诉讼（第三十二条）。",
    ];

    internal static string Write(AgreementText agreement)
    {
        var text = new StringBuilder();
        Line(text, "人民调解协议书");
        Line(text, $"编号：{agreement.CaseNumber}");
        foreach (var party in agreement.Parties) Line(text, PartyLine(party));
        Line(text, "一、主要事实、争议事项及各方责任");
        Line(text, agreement.Facts);
        Line(text, "二、经调解，各方自愿达成如下协议");
        Number(text, agreement.Clauses);
        Line(text, "三、履行义务");
        Number(text, agreement.Obligations.Select(obligation => Sentence(agreement, obligation)));
        Line(text, "四、协议效力");
        Number(text, Closing);
        Line(text, $"调解员：{agreement.MediatorName}");
        Line(text, $"调解组织：{agreement.OrganisationName}");
        return text.ToString();
    }

    public static string PartyLine(AgreementParty party)
    {
        var line = $"{party.RoleWord}：{party.Name}";
        if (party.MaskedIdNumber is { } id) line += $"，证件号码 {id}";
        if (party.MaskedPhone is { } phone) line += $"，联系电话 {phone}";
        if (party.RepresentedBy is { } person) line += $"，由 {person} 签名";
        return line;
    }

    /// <summary>One obligation as a sentence, with the amount in figures and in words.</summary>
    public static string Sentence(AgreementText agreement, AgreementObligation obligation)
    {
        var obligor = agreement.ObligorsOf(obligation) + (obligation.JointObligorPartyIds.Count > 0 ? "连带" : "");
        var obligee = agreement.NameOf(obligation.ObligeePartyId);
        var sentence = obligation.Amount is { } amount
            ? $"{obligor}向{obligee}{Verb(obligation.What)}{obligation.What} {amount.ToFigures()}（人民币{amount.ToCapitals()}）"
            : $"{obligor}向{obligee}履行：{obligation.What}";
        if (obligation.Manner.Length > 0) sentence += $"，方式：{obligation.Manner}";
        if (obligation.DueOn is { } date) sentence += $"，期限：{DateWords(date)}前（含当日）";
        return sentence + "。";
    }

    /// <summary>People write "工资" as well as "退还货款"; what begins with a verb of giving needs no second one.</summary>
    private static string Verb(string what) => Giving.Any(verb => what.StartsWith(verb, StringComparison.Ordinal)) ? "" : "支付";

    private static readonly string[] Giving = ["支付", "给付", "付清", "补付", "退还", "返还", "退回", "归还", "偿还", "赔偿", "补偿", "承担"];

    public static string DateWords(DateOnly date) => date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private static void Number(StringBuilder text, IEnumerable<string> lines)
    {
        var number = 0;
        foreach (var line in lines) Line(text, $"{++number}. {line}");
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
