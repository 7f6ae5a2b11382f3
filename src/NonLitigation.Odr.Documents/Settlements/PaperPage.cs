using System.Net;
using System.Text;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Documents.Settlements;

/// <summary>The part that is signed by hand as one HTML page for print: the text, then empty lines. Everything that people wrote is encoded.</summary>
internal static class PaperPage
{
    private const string Lines = """
        .hand { margin-top: 8mm; font-size: 11pt; table-layout: fixed }
        .hand tr { break-inside: avoid; height: 19mm }
        .hand th { width: 62mm; font-weight: 400; text-align: left; vertical-align: bottom; padding-bottom: 1mm }
        .hand td { border-bottom: .5pt solid #333 }
        .hand td + td { border: 0; width: 44mm; vertical-align: bottom; padding: 0 0 1mm 4mm; text-align: right }
        .stamp { margin: 12mm 0 0 auto; width: 90mm; text-align: center; break-inside: avoid }
        """;

    internal static string Html(PaperText paper)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
            .Append($"<title>{E(PaperText.Title)} {E(paper.CaseNumber)}</title><style>{OutcomeStyle.Css}{Lines}</style></head><body>")
            .Append($"<h1 style=\"letter-spacing:.08em;text-indent:.08em;font-size:20pt\">{E(PaperText.Title)}</h1><p class=\"number\">编号：{E(paper.CaseNumber)}</p>");
        foreach (var party in paper.Parties) page.Append($"<p class=\"party\">{E(AgreementWording.PartyLine(party))}</p>");
        List(page, "一、经调解，各方自愿达成如下协议", paper.Clauses);
        List(page, "二、签署和效力", PaperText.Closing);
        page.Append("<table class=\"hand\">");
        foreach (var party in paper.Parties) Line(page, $"{party.RoleWord} {party.RepresentedBy ?? party.Name}（签名、按指印）");
        Line(page, $"调解员 {paper.MediatorName}（签名）");
        return page.Append($"</table><div class=\"stamp\"><p>{E(paper.OrganisationName)}（印章）</p><p>　　　年　　月　　日</p></div>")
            .Append($"<section class=\"check\"><p>本页由调解平台打印，供亲笔签署；签署盖章后扫描存入案卷。</p><p>文本哈希值（SHA-256）：<span class=\"hash\">{paper.Hash()}</span></p></section></body></html>").ToString();
    }

    private static void List(StringBuilder page, string title, IReadOnlyList<string> lines)
    {
        page.Append($"<h2>{title}</h2>");
        for (var i = 0; i < lines.Count; i++) page.Append($"<p class=\"item\">{i + 1}. {E(lines[i])}</p>");
    }

    private static void Line(StringBuilder page, string who) => page.Append($"<tr><th>{E(who)}<td><td>　　年　　月　　日</tr>");

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
