using System.Globalization;
using System.Net;
using System.Text;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Documents.Settlements;

/// <summary>The outcome as one HTML page for print. Everything that people wrote is encoded; no script, no address is ever loaded.</summary>
internal static class OutcomePage
{
    internal static string Html(OutcomeContent outcome)
    {
        var agreement = outcome.Agreement;
        var page = new StringBuilder();
        page.Append("<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
            .Append($"<title>人民调解协议书 {E(agreement.CaseNumber)}</title><style>{OutcomeStyle.Css}</style></head><body>")
            .Append($"<h1>人民调解协议书</h1><p class=\"number\">编号：{E(agreement.CaseNumber)}</p>");
        foreach (var party in agreement.Parties) page.Append($"<p class=\"party\">{E(AgreementWording.PartyLine(party))}</p>");
        page.Append("<h2>一、主要事实、争议事项及各方责任</h2>");
        foreach (var paragraph in agreement.Facts.Split('\n', StringSplitOptions.RemoveEmptyEntries)) page.Append($"<p class=\"text\">{E(paragraph)}</p>");
        page.Append("<h2>二、经调解，各方自愿达成如下协议</h2>");
        List(page, agreement.Clauses);
        page.Append("<h2>三、履行义务</h2>");
        List(page, agreement.Obligations.Select(obligation => AgreementWording.Sentence(agreement, obligation)));
        Obligations(page, agreement);
        page.Append("<h2>四、协议效力</h2>");
        List(page, AgreementWording.Closing);
        Signatures(page, outcome, agreement);
        return page.Append("</body></html>").ToString();
    }

    private static void List(StringBuilder page, IEnumerable<string> lines)
    {
        var number = 0;
        foreach (var line in lines) page.Append($"<p class=\"item\">{++number}. {E(line)}</p>");
    }

    private static void Obligations(StringBuilder page, AgreementText agreement)
    {
        if (agreement.Obligations.Count == 0) return;
        page.Append($"<table class=\"sums{(agreement.Obligations.Count <= 8 ? " short" : "")}\"><thead><tr><th>序号<th>义务人<th>权利人<th>金额或标的<th>方式<th>期限</tr></thead><tbody>");
        var number = 0;
        foreach (var o in agreement.Obligations)
        {
            var thing = o.Amount is { } amount ? $"{E(o.What)} <span class=\"whole\">{amount.ToFigures()}</span><br>{Words("人民币" + amount.ToCapitals())}" : E(o.What);
            page.Append($"<tr><td>{++number}<td>{E(agreement.ObligorsOf(o))}{(o.JointObligorPartyIds.Count > 0 ? "<br>（连带）" : "")}<td>{E(agreement.NameOf(o.ObligeePartyId))}<td>{thing}<td>{E(o.Manner)}")
                .Append($"<td>{(o.DueOn is { } date ? AgreementWording.DateWords(date) : "")}</tr>");
        }
        page.Append("</tbody></table>");
    }

    private static string Words(string capitals) => capitals.Length <= 12 ? $"<span class=\"whole\">{capitals}</span>" : capitals;

    private static void Signatures(StringBuilder page, OutcomeContent outcome, AgreementText agreement)
    {
        page.Append("<section class=\"signing\"><table class=\"signed\">");
        foreach (var consent in outcome.Consents)
        {
            var role = consent.Role == "Mediator" ? "调解员" : agreement.Parties.FirstOrDefault(p => p.Name == consent.Name || p.Name == consent.For)?.RoleWord ?? "当事人";
            page.Append($"<tr><th>{role}（签名）<td class=\"name\">{E(consent.TypedName)}<td class=\"how\">{(consent.For is { } of ? E(of) + " 授权签名<br>" : "")}")
                .Append($"{E(consent.Method)}　{Clock(consent.At)}</tr>");
        }
        page.Append($"</table><div class=\"office\"><p>{E(agreement.OrganisationName)}（印章）</p><p>{Clock(outcome.SealedAt)}</p>{SealDrawing.Svg(agreement.OrganisationName)}")
            .Append("<p class=\"note\">印章图样由平台绘制，以本文件所附数字签名为准</p></div></section>")
            .Append($"<section class=\"check\"><p><b>生效时间：{Clock(outcome.EffectiveAt)}</b>（《中华人民共和国人民调解法》第二十九条：各方签名、调解员签名、加盖印章三者齐备之时）</p>")
            .Append($"<p>核验码：<b>{E(outcome.VerificationCode)}</b>　核验网址：{E(outcome.VerificationUrl)}</p>")
            .Append($"<p>协议文本哈希值（SHA-256）：<span class=\"hash\">{outcome.FrozenHash}</span></p>")
            .Append("<p>本文件附有协议原文、各方签名记录与调解室记录检查点；文件有任何改动，数字签名即告失效。</p></section>");
    }

    /// <summary>Beijing time to the second.</summary>
    internal static string Clock(DateTimeOffset time) =>
        time.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy年M月d日 HH:mm:ss", CultureInfo.InvariantCulture);

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
