using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>A room's agenda, for those who are in it.</summary>
public sealed class ReadAgenda(IDbContextFactory<OdrDb> contexts, RoomReading reading, TimeProvider time)
{
    public async Task<AgendaView> Handle(Caller caller, Guid roomId, CancellationToken cancellation)
    {
        var report = await reading.ReportAsync(roomId, caller.Person, 0, cancellation) ?? throw RoomsRules.RoomNotFound.Refused();
        RoomsRules.NotAdmitted.When(report.Overview.Me.Standing != Domain.Rooms.Standing.Admitted);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var agenda = await db.Set<RoomAgenda>().AsNoTracking().FirstOrDefaultAsync(a => a.RoomId == roomId, cancellation) ?? new(roomId);
        var edits = report.Overview is { Me.Presides: true, Room.CaseId: not null, State: not Domain.Rooms.SessionState.Closed };
        var suggested = edits && agenda.Items.Count == 0 ? await SuggestAsync(db, report.Overview.Room.CaseId!.Value, cancellation) : [];
        return new(
            roomId, agenda.Version, [.. agenda.Items.Select(one => new AgendaItemView(one.Id, one.Title, one.Minutes, one.Speaker, one.StartedAt, one.EndedAt))], edits,
            [.. suggested.Select(one => new AgendaSuggestionView(one.Zh, one.En, one.Minutes, one.SpeakerZh, one.SpeakerEn))], time.GetUtcNow());
    }

    /// <summary>For the kind of dispute, as long as the sitting that is fixed and not over.</summary>
    private async Task<IReadOnlyList<AgendaSuggestion>> SuggestAsync(OdrDb db, Guid caseId, CancellationToken cancellation)
    {
        var kind = await db.Set<Case>().Where(one => one.Id == caseId).Select(one => (Domain.Network.DisputeKind?)one.Kind).FirstOrDefaultAsync(cancellation);
        var fixedOnes = await db.Set<Sitting>().AsNoTracking().Where(one => one.CaseId == caseId && one.State == Domain.Rooms.SittingState.Fixed).OrderBy(one => one.StartsAt).ToListAsync(cancellation);
        var next = fixedOnes.Find(one => one.StandsAt(time.GetUtcNow()));
        return AgendaTemplates.For(kind ?? Domain.Network.DisputeKind.Other, next?.Minutes);
    }
}

/// <summary>What happens to an agenda, as entries of the room's record.</summary>
internal static class AgendaBodies
{
    public static Domain.Shared.CanonicalObject Set(RoomAgenda agenda)
    {
        var items = new Domain.Shared.CanonicalArray();
        foreach (var item in agenda.Items) items.Add(About(new(), item));
        return new() { ["type"] = "agenda-set", ["items"] = items };
    }

    public static Domain.Shared.CanonicalObject Started(AgendaItem item) => About(new() { ["type"] = "agenda-started" }, item);

    public static Domain.Shared.CanonicalObject Ended(AgendaItem item)
    {
        var body = About(new() { ["type"] = "agenda-ended" }, item);
        body["tookSeconds"] = (long)(item.EndedAt!.Value - item.StartedAt!.Value).TotalSeconds;
        return body;
    }

    private static Domain.Shared.CanonicalObject About(Domain.Shared.CanonicalObject body, AgendaItem item)
    {
        (body["itemId"], body["title"], body["minutes"], body["speaker"]) = (item.Id.ToString("D"), item.Title, item.Minutes, item.Speaker);
        return body;
    }
}
