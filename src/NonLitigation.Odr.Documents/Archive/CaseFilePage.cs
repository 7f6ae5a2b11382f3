using System.Globalization;
using System.Net;
using System.Text;

namespace NonLitigation.Odr.Documents.Archive;

/// <summary>The page of contents (卷宗目录) and the words on checking, in both languages. Every value is encoded.</summary>
internal static class CaseFilePage
{
    internal const string Guide = """
        如何核验这份卷宗
        1. 下载 odr-verify 和平台的信任文件 trust.json（平台网址 /api/keys）。
        2. 运行：odr-verify --trust trust.json 卷宗.zip
           程序不联网，逐一核对每个文件的哈希、卷宗目录的签名、每份笔录的每一条记录以及调解协议书的电子签章，并指出被改动、缺少或者多出的文件。
        3. 笔录也可用 docs/transcript-format.md 所述的任何其他核验程序核对；调解协议书可用任何 PDF 阅读器核对签名。

        How to check this file
        1. Get odr-verify and the platform's trust file trust.json (/api/keys of the platform).
        2. Run: odr-verify --trust trust.json CASEFILE.zip
           Without network it checks the hash of each file, the signature over the index, every entry of every transcript and the seal of the
           agreement, and names what was altered, is missing or does not belong.
        3. Transcripts can be checked with any other verifier of docs/transcript-format.md; the agreement with any PDF reader.
        """;

    private const string Style = """
        body{font-family:"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;line-height:1.6}
        table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ccc;padding:.4rem;text-align:left;vertical-align:top}
        code{font-size:.75rem;word-break:break-all}.en{color:#555;font-size:.9em}
        """;

    internal static string Of(CaseFileHeading heading, IReadOnlyList<CaseFilePart> parts, IReadOnlyList<CaseFileWithheld> withheld)
    {
        var page = new StringBuilder();
        var made = heading.MadeAt.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>{Safe(heading.Number)} 卷宗目录</title><style>{Style}</style>");
        page.Append(CultureInfo.InvariantCulture, $"<h1>卷宗目录 <span class=\"en\" lang=\"en\">Contents</span></h1><p>{Safe(heading.Number)}　{Safe(heading.Organisation)}<br>制作时间（北京时间） <span class=\"en\" lang=\"en\">Made at (Beijing)</span> {made}</p>");
        page.Append("<table><thead><tr><th>序号<th>文件 <span class=\"en\" lang=\"en\">File</span><th>字节 <span class=\"en\" lang=\"en\">Bytes</span><th>SHA-256</thead><tbody>");
        foreach (var (at, part) in parts.Index())
        {
            var link = string.Join('/', part.Path.Split('/').Select(Uri.EscapeDataString));
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{at + 1}<td><a href=\"{link}\">{Safe(part.Zh)}</a><br><span class=\"en\" lang=\"en\">{Safe(part.En)}</span><br><code>{Safe(part.Path)}</code><td>{part.Size}<td><code>{part.Sha256}</code>");
        }
        page.Append("</tbody></table>");
        if (withheld.Count > 0) page.Append("<h2>不在本副本中 <span class=\"en\" lang=\"en\">Not in this copy</span></h2><ul>");
        foreach (var one in withheld)
            page.Append(CultureInfo.InvariantCulture, $"<li>{Safe(one.Zh)} <span class=\"en\" lang=\"en\">{Safe(one.En)}</span> <code>{Safe(one.Sha256 ?? "")}</code>");
        if (withheld.Count > 0) page.Append("</ul>");
        return page.Append(CultureInfo.InvariantCulture, $"<p><a href=\"{CaseFileIndex.GuideName}\">如何核验 <span class=\"en\" lang=\"en\">How to check</span></a></html>").ToString();
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
