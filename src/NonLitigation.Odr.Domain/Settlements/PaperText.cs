using System.Text;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>What people sign by hand: printed from exactly these bytes, whose hash stands on the paper.</summary>
public sealed record PaperText(string CaseNumber, string OrganisationName, string MediatorName, IReadOnlyList<AgreementParty> Parties, IReadOnlyList<string> Clauses)
{
    public const string Title = "人民调解协议书（书面签署部分）";

    /// <summary>Why it is on paper, and from when it binds.</summary>
    public static IReadOnlyList<string> Closing { get; } =
    [
        "本部分涉及婚姻、收养、继承等人身关系，依《中华人民共和国电子签名法》第三条不采用电子签名，由各方当事人亲笔签名、盖章或者按指印。",
        "本部分自各方当事人签名、盖章或者按指印，调解员签名并加盖调解组织印章之日起生效（《中华人民共和国人民调解法》第二十九条）。",
    ];

    public byte[] CanonicalBytes() => Encoding.UTF8.GetBytes(ToPlainText());

    public Digest Hash() => Digest.Of(CanonicalBytes());

    /// <summary>In Chinese, lines ended by a line feed.</summary>
    public string ToPlainText()
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        void Number(IReadOnlyList<string> lines)
        {
            for (var i = 0; i < lines.Count; i++) Line($"{i + 1}. {lines[i]}");
        }
        Line(Title);
        Line($"编号：{CaseNumber}");
        foreach (var party in Parties) Line(AgreementWording.PartyLine(party));
        Line("一、经调解，各方自愿达成如下协议");
        Number(Clauses);
        Line("二、签署和效力");
        Number(Closing);
        Line($"调解员：{MediatorName}");
        Line($"调解组织：{OrganisationName}");
        return text.ToString();
    }
}
