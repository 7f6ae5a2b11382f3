using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>
/// Minutes from the joint room's record: who was there, and what each has said, in order and with the time. Of proposals and bids nothing but that
/// they were made: concessions are without prejudice and do not belong into what may be used later (court rules art. 18).
/// </summary>
public sealed class DraftMinutes(OdrDb db, CaseAccess access, IRooms rooms)
{
    public async Task<MinutesDraftView> Handle(Caller caller, Guid caseId, CancellationToken cancellation)
    {
        var facts = await access.GetAsync(db, caller, caseId, cancellation, SecuredObject.CasePresiding);
        if (await rooms.JointRoomOfAsync(db, caseId, cancellation) is not { } room) throw RoomsRules.RoomNotFound.Refused();
        var text = new StringBuilder().Append($"案号：{facts.Case.Number}\n案由：{facts.Case.Title}\n调解员：{facts.Case.MediatorName}\n")
            .Append($"参加人：{string.Join('、', facts.Case.TakingPart.Select(p => $"{p.Name}（{(p.IsApplicant ? "申请人" : "被申请人")}）"))}\n\n");
        var entries = db.Set<RoomEntryRow>().AsNoTracking().Where(e => e.RoomId == room).OrderBy(e => e.Sequence)
            .Select(e => new { e.Kind, e.AuthorName, e.SentAt, e.Body }).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(cancellation))
        {
            if (Line(entry.Kind, entry.Body) is not { } line) continue;
            var words = $"{Clock(entry.SentAt)} {entry.AuthorName}{line}\n";
            // What does not fit is not cut in silence.
            if (text.Length + words.Length > Sheet.LongestText - 40)
            {
                text.Append("（以下内容较长，见调解室笔录全文）\n");
                break;
            }
            text.Append(words);
        }
        return new(text.ToString().TrimEnd());
    }

    private static string? Line(TranscriptKind kind, byte[]? body)
    {
        if (body is null) return "：（内容已依法删除）";
        using var json = System.Text.Json.JsonDocument.Parse(body);
        var type = json.RootElement.GetProperty("type").GetString();
        return (kind, type) switch
        {
            (TranscriptKind.Message, "text") => $"：{json.RootElement.GetProperty("text").GetString()}",
            (TranscriptKind.Message, "rendering") => $"（翻译）：{json.RootElement.GetProperty("text").GetString()}",
            (TranscriptKind.Exhibit, "exhibit") => $"出示材料：{json.RootElement.GetProperty("name").GetString()}",
            (TranscriptKind.Proposal, "proposed") => "提出了调解方案",
            (TranscriptKind.System, SystemBodies.Opened) => "宣布调解开始",
            (TranscriptKind.System, SystemBodies.Adjourned) => "宣布休会",
            _ => null,
        };
    }

    /// <summary>Beijing time.</summary>
    private static string Clock(DateTimeOffset at) => at.ToOffset(Deadline.ChinaOffset).ToString("M月d日 HH:mm", CultureInfo.InvariantCulture);
}
