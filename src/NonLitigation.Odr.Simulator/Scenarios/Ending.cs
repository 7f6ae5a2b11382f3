using System.Globalization;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Simulator.People;
using NonLitigation.Odr.Simulator.Shared;

namespace NonLitigation.Odr.Simulator.Scenarios;

/// <summary>Writes what a scenario leaves: outcome.pdf, transcript.json, report.md.</summary>
internal sealed class Ending(DemoOptions options, Journal journal)
{
    public async Task Write(string title, DemoPerson reader, Guid room, AgreementView agreement, byte[] pdf)
    {
        var transcript = await reader.Http.Download($"/api/rooms/{room}/transcript");
        await Put("outcome.pdf", pdf);
        await Put("transcript.json", transcript);
        var verdict = await reader.Http.Upload<VerificationView>("/api/verify", pdf, "outcome.pdf", "application/pdf");
        journal.Require(verdict.Verdict == Verdict.Genuine, $"the verification page calls the outcome genuine: {verdict.En}");
        verdict = await reader.Http.Upload<VerificationView>("/api/verify", transcript, "transcript.json", "application/json");
        journal.Require(verdict.Verdict == Verdict.Genuine, $"the verification page calls the transcript genuine: {verdict.En}");
        pdf[pdf.Length / 3] ^= 1;
        verdict = await reader.Http.Upload<VerificationView>("/api/verify", pdf, "outcome.pdf", "application/pdf");
        journal.Require(verdict.Verdict == Verdict.Altered, "one changed bit is called altered");
        await File.WriteAllTextAsync(Path.Combine(options.Out.FullName, "report.md"), journal.Report(title,
        [
            $"Case {agreement.CaseNumber}, service {options.Url}",
            $"Effective at {agreement.EffectiveAt?.ToString("u", CultureInfo.InvariantCulture)}; verification code {agreement.VerificationCode}",
            $"Agreement SHA-256 {agreement.FrozenHash}",
            .. agreement.Obligations.Select(obligation => $"{obligation.ObligorName} → {obligation.ObligeeName}: {obligation.AmountFigures} ({obligation.AmountCapitals}), {obligation.DueOn:yyyy-MM-dd}"),
        ]));
    }

    private Task Put(string name, byte[] bytes) => File.WriteAllBytesAsync(Path.Combine(options.Out.FullName, name), bytes);
}
