using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Settlements;

namespace NonLitigation.Odr.Simulator.Shared;

/// <summary>report.md: what was agreed, which files prove it, how it went, what was checked; for a reader who knows law, not software.</summary>
internal static class Report
{
    public static string Of(string title, CaseView file, AgreementView agreement, IReadOnlyList<(string Name, byte[] Content, string What)> left, Journal journal)
    {
        var page = new StringBuilder();
        void Line(string text = "") => page.Append(text).Append('\n');
        var lines = journal.Lines;
        Line($"# {title}");
        Line();
        Line("Everybody in this report is made up. All of it was done over the service's public interface, as browsers do it. Times are Beijing time.");
        Line();
        Line("| | |");
        Line("|---|---|");
        Line($"| Case 案号 | {file.Number} {file.Title} |");
        foreach (var party in file.Parties)
        {
            Line($"| {(party.Role == PartyRole.Applicant ? "Applicant 申请人" : "Respondent 被申请人")} | {party.Name}{(party.Place is { } place ? $", {place}" : "")} |");
        }

        Line($"| Mediator 调解员 | {file.MediatorName}, {file.OrganisationName} |");
        Line($"| Filed 申请 | {Clock(file.FiledAt)} |");
        Line($"| Signed 签名 | {string.Join("; ", agreement.Signatures.Where(one => one.Role != SignerRole.Seal).Select(one => $"{one.Name} {Clock(one.At)}"))} |");
        Line($"| Sealed 盖章 | {agreement.SealedBy} |");
        Line($"| Effective 生效 | {Clock(agreement.EffectiveAt)}: the last of all signatures and the seal (人民调解法 29) |");
        Line($"| Verification code 核验码 | {agreement.VerificationCode} |");
        Line();
        Line("## What was agreed 协议内容");
        Line();
        Line("| Who 义务人 | to whom 权利人 | what 内容 | amount 金额 | in words 大写 | until 期限 |");
        Line("|---|---|---|---|---|---|");
        foreach (var o in agreement.Obligations)
        {
            Line($"| {o.ObligorName} | {o.ObligeeName} | {o.What}, {o.Manner} | {o.AmountFigures} | {o.AmountCapitals} | {o.DueOn:yyyy-MM-dd} |");
        }

        Line();
        Line("## The files, and how to check them");
        Line();
        foreach (var (name, content, what) in left)
        {
            Line($"- `{name}`: {what}; {content.Length:N0} bytes, SHA-256 `{Convert.ToHexStringLower(SHA256.HashData(content))}`");
        }

        Line($"- The text that everybody read and signed has the SHA-256 `{agreement.FrozenHash}`; it is attached to the PDF and printed on it.");
        Line("- `scripts/verify outcome.pdf transcript.json` says whether they are genuine, without asking the service. Any PDF reader checks the PDF's signature.");
        Section(page, "What was broken on purpose", lines, LineKind.Fault);
        Section(page, "How it went", lines, LineKind.Step);
        Section(page, "What was checked on the way", lines, LineKind.Check);
        return page.ToString();
    }

    private static void Section(StringBuilder page, string title, IReadOnlyList<JournalLine> lines, LineKind kind)
    {
        var own = lines.Where(line => line.Kind == kind).ToList();
        if (own.Count == 0)
        {
            return;
        }

        page.Append($"\n## {title}\n\n");
        own.ForEach(line => page.Append(CultureInfo.InvariantCulture, $"- {line.At:HH:mm:ss} {line.Text}\n"));
    }

    private static string Clock(DateTimeOffset? time) =>
        time?.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "—";
}
