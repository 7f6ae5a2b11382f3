using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using RoomRole = NonLitigation.Odr.Contracts.Rooms.RoomRole;
using Standing = NonLitigation.Odr.Domain.Rooms.Standing;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>Finds words in what the caller may see of a room, the newest first: what was said, law cards, names of exhibits.</summary>
public sealed class SearchRoom(RoomReading reading)
{
    public const int LongestWords = 100, MostHits = 50;
    private const int Around = 40;

    public async Task<SearchHitsView> Handle(Caller caller, Guid roomId, SearchRoomRequest request, CancellationToken cancellation)
    {
        var words = request.Words?.Trim() ?? "";
        SharedRules.TextIsEmpty.When(words.Length == 0);
        SharedRules.TextIsTooLong.When(words.Length > LongestWords);
        if (await reading.FindAsync(roomId, caller.Person, InJson(words), MostHits + 1, entry => TextOf(entry)?.Contains(words, StringComparison.OrdinalIgnoreCase) == true, cancellation)
            is not { } found) throw RoomsRules.RoomNotFound.Refused();
        RoomsRules.NotAdmitted.When(found.Room.Me.Standing != Standing.Admitted);
        return new([.. found.Entries.Take(MostHits).Select(entry => Hit(entry, words))], found.Entries.Count > MostHits);
    }

    private static SearchHitView Hit(RoomEntryRow entry, string words)
    {
        var text = TextOf(entry)!;
        var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        int from = Math.Max(0, at - Around), to = Math.Min(text.Length, at + words.Length + Around);
        return new(entry.Sequence, entry.AuthorName, (RoomRole)entry.AuthorRole, entry.SentAt,
            (from > 0 ? "…" : "") + text[from..at], text.Substring(at, words.Length), text[(at + words.Length)..to] + (to < text.Length ? "…" : ""));
    }

    private static string? TextOf(RoomEntryRow entry) => entry.Body is { } body && CanonicalJsonReader.Parse(body) is CanonicalObject said
        ? said.Text("type") switch { "text" or "rendering" => said.Text("text"), "law-card" => $"{said.Text("statute")} {said.Text("article")} {said.Text("text")}", "exhibit" => said.Text("name"), _ => null }
        : null;

    /// <summary>As the words stand in a canonical body.</summary>
    private static string InJson(string words) => System.Text.Encoding.UTF8.GetString(CanonicalJson.Serialize(CanonicalValue.From(words)))[1..^1];
}
