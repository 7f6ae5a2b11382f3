using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Evidence;
using NonLitigation.Odr.Application.Negotiation;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Application.Settlements;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Documents.Archive;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Evidence;
using NonLitigation.Odr.Domain.Partners;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Archive;

/// <summary>What belongs into the file of a case, in the order of the file. Each part is asked for as the caller's own; what he may not see is not there.</summary>
/// <param name="eyes">The caller's own access, or that of whoever keeps the files.</param>
internal sealed class CaseFileParts(
    CaseAccess eyes, OdrDb db, IServiceProvider services, ExhibitStore store, RoomReading rooms, ExportTranscript transcripts, ReadPublication publications,
    ReadExhibit exhibits, ListProposals proposals, ListBlindRounds blindRounds, RecordsChange records)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Converters = { new JsonStringEnumConverter() },
    };

    public async Task WriteAsync(CaseFileWriter writer, Caller caller, Case file, CancellationToken cancellation)
    {
        await ApplicationAsync(writer, caller, file.Id, cancellation);
        await ExhibitsAsync(writer, caller, file.Id, cancellation);
        await RoomsAsync(writer, caller, file.Id, cancellation);
        await SettlementAsync(writer, caller, file, cancellation);
        await AfterwardsAsync(writer, caller, file, cancellation);
    }

    private async Task ApplicationAsync(CaseFileWriter writer, Caller caller, Guid caseId, CancellationToken cancellation)
    {
        var view = await With<CaseViews>().ReadAsync(db, caller, caseId, cancellation);
        await writer.AddAsync("01 application/application.txt", "调解申请（可阅读）", "Application (to read)", Encoding.UTF8.GetBytes(CaseFileWords.Application(view)), cancellation);
        await PutAsync(writer, "01 application/application.json", "调解申请、当事人与案件状态", "Application, parties and status", view, cancellation);
        var facts = await eyes.GetAsync(db, caller, caseId, cancellation, SecuredObject.CaseFile);
        await PutAsync(writer, "01 application/terms.json", "期限及其条文", "Terms and their articles", CaseFileWords.Terms(facts.Case), cancellation);
    }

    private async Task ExhibitsAsync(CaseFileWriter writer, Caller caller, Guid caseId, CancellationToken cancellation)
    {
        foreach (var (at, exhibit) in (await With<ListExhibits>().Handle(caller, caseId, cancellation)).Index())
        {
            await using var bytes = store.Open(exhibit.Sha256);
            await writer.AddAsync($"02 exhibits/{at + 1:00} {Plain(exhibit.Name)}", $"证据：{exhibit.Name}", $"Exhibit: {exhibit.Name}", bytes, cancellation);
        }
    }

    private async Task RoomsAsync(CaseFileWriter writer, Caller caller, Guid caseId, CancellationToken cancellation)
    {
        var mine = (await rooms.ListAsync(caller.Person, cancellation)).Where(one => one.Room.CaseId == caseId && one.Me.Standing == Standing.Admitted);
        foreach (var (at, room) in mine.OrderBy(one => one.Room.CreatedAt).Index())
        {
            var (folder, name, id) = ($"03 rooms/{at + 1:00} {room.Room.Kind}", room.Room.Name, room.Room.Id);
            await writer.AddAsync($"{folder}/transcript.json", $"{name}：笔录及证明", $"{room.Room.NameEn}: transcript with proofs", (await transcripts.Handle(caller, id, null, cancellation)).Content, cancellation);
            if (await OrNullAsync(() => publications.Handle(caller, id, cancellation)) is { } published)
                await writer.AddAsync($"{folder}/publication.json", $"{name}：公开日志中的证明", $"{room.Room.NameEn}: proof in the public log", published.Content, cancellation);
            await PutAsync(writer, $"{folder}/proposals.json", $"{name}：方案", $"{room.Room.NameEn}: proposals", await proposals.Handle(caller, id, cancellation), cancellation);
            await PutAsync(writer, $"{folder}/blind-rounds.json", $"{name}：盲报价", $"{room.Room.NameEn}: blind rounds", await blindRounds.Handle(caller, id, cancellation), cancellation);
            if (await NeverSaid.OfAsync(db, id, room.Me, cancellation) is { } never)
                await PutAsync(writer, $"{folder}/never-said.json", $"{name}：被退回、从未说出的话", $"{room.Room.NameEn}: words given back, never said", never, cancellation);
            foreach (var shown in await db.Set<Exhibit>().AsNoTracking().Where(one => one.RoomId == id && one.RoomSequence != null).OrderBy(one => one.RoomSequence).Select(one => new { one.Id, one.RoomSequence }).ToListAsync(cancellation))
            {
                if (await OrNullAsync(() => exhibits.Handle(caller, shown.Id, cancellation)) is not { } exhibit) continue;
                await using var bytes = exhibit.Bytes;
                await writer.AddAsync($"{folder}/exhibits/{shown.RoomSequence:0000} {Plain(exhibit.Name)}", $"{name}：出示的{exhibit.Name}", $"{room.Room.NameEn}: {exhibit.Name}", bytes, cancellation);
            }
        }
    }

    private async Task SettlementAsync(CaseFileWriter writer, Caller caller, Case file, CancellationToken cancellation)
    {
        await PutAsync(writer, "04 agreement/sheets.json", "无争议事实与笔录确认", "Undisputed facts and minutes", await With<SheetChange>().ReadAsync(caller, file.Id, cancellation), cancellation);
        var change = With<AgreementChange>();
        if (await OrNullAsync(() => new ReadAgreement(change).Handle(caller, file.Id, cancellation)) is not { Version: > 0 } agreement) return;
        await PutAsync(writer, "04 agreement/agreement.json", "调解协议与各方签署", "Agreement and consents", agreement, cancellation);
        if (agreement.FrozenHash is not null)
            await writer.AddAsync("04 agreement/signed-text.json", "各方签署的原文", "The exact bytes that were signed", (await new ReadAgreementText(change).Handle(caller, agreement.Id, cancellation)).Bytes, cancellation);
        if (agreement.OutcomeId is { } outcome)
            await writer.AddAsync("04 agreement/outcome.pdf", "调解协议书（电子签章）", "Sealed agreement", (await new DownloadOutcome(change).Handle(caller, outcome, cancellation)).Pdf, cancellation);
    }

    private async Task AfterwardsAsync(CaseFileWriter writer, Caller caller, Case file, CancellationToken cancellation)
    {
        if (file.Stage == CaseStage.Agreed)
        {
            if (await OrNullAsync(() => new ReadEnforcement(With<ConfirmationChange>()).Handle(caller, file.Id, cancellation)) is { } enforcement)
                await PutAsync(writer, "05 afterwards/confirmation.json", "执行保障与司法确认", "Enforcement and confirmation", enforcement, cancellation);
            if (await OrNullAsync(() => new ReadPerformance(With<PerformanceChange>()).Handle(caller, file.Id, cancellation)) is { } performance)
                await PutAsync(writer, "05 afterwards/performance.json", "履行情况", "Performance", performance, cancellation);
            await FilingsAsync(writer, file.Id, cancellation);
        }
        if (await OrNullAsync(() => records.ReadAsync(caller, file.Id, cancellation)) is { } kept)
            await PutAsync(writer, "05 afterwards/retention.json", "保存期限及其依据", "Retention and its basis", kept, cancellation);
    }

    /// <summary>A packet holds numbers and addresses: court or notary got it, a copy names its hash.</summary>
    private async Task FilingsAsync(CaseFileWriter writer, Guid caseId, CancellationToken cancellation)
    {
        var filings = await db.Set<PartnerFiling>().AsNoTracking().Where(one => one.CaseId == caseId).OrderBy(one => one.MadeAt)
            .Select(one => new { one.Desk, one.Number, one.PacketSha256, one.MadeAt, one.Receipt, one.ReceivedAt }).ToListAsync(cancellation);
        var made = 0;
        foreach (var filing in filings)
        {
            var (zh, en) = filing.Desk == PartnerDesk.Court ? ("法院", "court") : ("公证机构", "notary");
            made++;
            writer.Withhold($"递交{zh}的材料（第{made}份）", $"Packet for the {en} (no. {made})", filing.PacketSha256);
            if (filing.Receipt is { } receipt) await writer.AddAsync($"05 afterwards/receipt-{made:00}-{en}.json", $"{zh}收件回执（第{made}份）", $"Receipt of the {en} (no. {made})", receipt, cancellation);
        }
    }

    private T With<T>() where T : class => ActivatorUtilities.CreateInstance<T>(services, Arguments<T>());

    private object[] Arguments<T>() => typeof(T) == typeof(AgreementChange) || typeof(T) == typeof(CaseViews) ? [eyes] : [db, eyes];

    private static Task PutAsync<T>(CaseFileWriter writer, string path, string zh, string en, T view, CancellationToken cancellation) =>
        writer.AddAsync(path, zh, en, JsonSerializer.SerializeToUtf8Bytes(view, Json), cancellation);

    /// <summary>What is refused to the caller, or does not exist, is not part of his copy.</summary>
    private static async Task<T?> OrNullAsync<T>(Func<Task<T>> read) where T : class
    {
        try
        {
            return await read();
        }
        catch (RefusalException)
        {
            return null;
        }
    }

    private static string Plain(string name) => name.Replace('/', '_');
}
