using NonLitigation.Odr.Contracts.Cases;
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
        journal.Require(await Says(reader, pdf, "outcome.pdf", "application/pdf") == Verdict.Genuine, "the verification page calls the outcome genuine");
        journal.Require(await Says(reader, transcript, "transcript.json", "application/json") == Verdict.Genuine, "the verification page calls the transcript genuine");
        journal.Require(await Says(reader, OneBitOff(pdf), "outcome.pdf", "application/pdf") == Verdict.Altered, "it calls the outcome altered when one bit of it is changed");
        journal.Require(await Says(reader, OneBitOff(transcript), "transcript.json", "application/json") == Verdict.Altered, "it calls the transcript altered when one bit of it is changed");
        var file = await reader.Http.Get<CaseView>($"/api/cases/{agreement.CaseId}");
        await Put("outcome.pdf", pdf);
        await Put("transcript.json", transcript);
        var entries = reader.Rooms.Room(room).Entries.Count;
        await File.WriteAllTextAsync(Path.Combine(options.Out.FullName, "report.md"), Report.Of(title, file, agreement,
            [("outcome.pdf", pdf, "the agreement with all signatures and the seal"), ("transcript.json", transcript, $"what was said in the joint room, {entries} entries")], journal));
    }

    private static async Task<Verdict> Says(DemoPerson reader, byte[] file, string name, string mediaType) =>
        (await reader.Http.Upload<VerificationView>("/api/verify", file, name, mediaType)).Verdict;

    private static byte[] OneBitOff(byte[] file)
    {
        var changed = file.ToArray();
        changed[file.Length / 3] ^= 1;
        return changed;
    }

    private Task Put(string name, byte[] bytes) => File.WriteAllBytesAsync(Path.Combine(options.Out.FullName, name), bytes);
}
