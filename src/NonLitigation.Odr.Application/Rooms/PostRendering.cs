using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;
using RoomRole = NonLitigation.Odr.Domain.Rooms.RoomRole;
using Standing = NonLitigation.Odr.Domain.Rooms.Standing;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>An interpreter says what an entry says, in another language: an entry of its own under the original, in his name. A later one in the same language stands beside the earlier.</summary>
public sealed class PostRendering(IDbContextFactory<OdrDb> contexts, ITranscript transcript, RoomReading reading, DiskState disks)
{
    public const string BodyType = "rendering";

    public async Task<MessageReceipt> Handle(Caller caller, Guid roomId, long sequence, PostRenderingRequest request, CancellationToken cancellation)
    {
        RoomsRules.NoSpace.When(disks.TextStopped);
        RoomsRules.IdMissing.When(request.ClientMessageId == Guid.Empty);
        if (await reading.PageAsync(roomId, caller.Person, sequence - 1, 1, cancellation) is not { } page) throw RoomsRules.RoomNotFound.Refused();
        RoomsRules.NotAdmitted.When(page.Room.Me.Standing != Standing.Admitted);
        RoomsRules.InterpreterRenders.When(page.Room.Me.Role != RoomRole.Interpreter);
        RoomsRules.ReplyNotFound.When(page.Entries.Count == 0 || page.Entries[0].Sequence != sequence);
        RoomsRules.NothingToRender.When(!HasWords(page.Entries[0]));
        var languages = await ListInterpreters.LanguagesAsync(contexts, roomId, cancellation);
        RoomsRules.NotYourLanguage.When(request.Language is null || !languages.GetValueOrDefault(caller.Person, []).Contains(request.Language));
        var body = RoomsRules.TextBody(request.Text);
        (body["type"], body["language"]) = (BodyType, request.Language);
        var entry = await transcript.AppendAsync(EntryDraft.Render(roomId, caller.Person, request.ClientMessageId, body, sequence), cancellation);
        return new(entry.RoomId, request.ClientMessageId, entry.Sequence, entry.SentAt, entry.EntryHash);
    }

    private static bool HasWords(RoomEntryRow entry) => entry is { Kind: not TranscriptKind.System, Body: { } body }
        && CanonicalJsonReader.Parse(body) is CanonicalObject said && said.Text("type") is not (BodyType or "message-withdrawn");
}

/// <summary>Who interprets in a room, between which languages, and since when: for those who are in it.</summary>
public sealed class ListInterpreters(IDbContextFactory<OdrDb> contexts, RoomReading reading)
{
    public async Task<IReadOnlyList<InterpreterView>> Handle(Caller caller, Guid roomId, CancellationToken cancellation)
    {
        var report = await reading.ReportAsync(roomId, caller.Person, 0, cancellation) ?? throw RoomsRules.RoomNotFound.Refused();
        RoomsRules.NotAdmitted.When(report.Overview.Me.Standing != Standing.Admitted);
        var languages = await LanguagesAsync(contexts, roomId, cancellation);
        return [.. report.Members.Where(m => m is { Role: RoomRole.Interpreter, Standing: Standing.Admitted })
            .Select(m => new InterpreterView(m.PersonId, m.Name, languages.GetValueOrDefault(m.PersonId, []), m.FromSequence ?? 1))];
    }

    internal static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> LanguagesAsync(IDbContextFactory<OdrDb> contexts, Guid roomId, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var guests = await db.Set<RoomGuest>().AsNoTracking().Where(g => g.RoomId == roomId && g.UndertookAt != null && g.WithdrawnAt == null).OrderBy(g => g.UndertookAt).ToListAsync(cancellation);
        return guests.GroupBy(g => g.PersonId!.Value).ToDictionary(one => one.Key, one => one.Last().Languages);
    }
}
