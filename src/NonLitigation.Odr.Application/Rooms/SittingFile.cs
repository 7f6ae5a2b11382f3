using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>Sittings inside the transaction of an act on their case, whose row is locked.</summary>
public sealed class SittingFile(ITranscript transcript)
{
    public static async Task<Sitting> FindAsync(OdrDb db, Guid caseId, Guid sittingId, CancellationToken cancellation) =>
        await db.Set<Sitting>().FirstOrDefaultAsync(one => one.Id == sittingId && one.CaseId == caseId, cancellation) ?? throw SharedRules.NotFound.Refused();

    public static void RefuseUnlessMediated(Case file) => SittingsRules.NotInMediation.When(file.Stage is not (CaseStage.InMediation or CaseStage.Signing));

    /// <summary>What this mediator has fixed and is not over, in any case. Keeps his other acts of this kind waiting: two cases cannot take the same hour.</summary>
    public static async Task<List<SittingSlot>> FixedAsync(OdrDb db, Guid mediatorPersonId, Guid? without, DateTimeOffset now, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({"sittings:" + mediatorPersonId}, 0))", cancellation);
        var since = now.AddMinutes(-SittingSlot.Longest);
        var ahead = await db.Set<Sitting>().AsNoTracking()
            .Where(one => one.MediatorPersonId == mediatorPersonId && one.State == SittingState.Fixed && one.StartsAt > since && one.Id != without).ToListAsync(cancellation);
        return [.. ahead.Select(one => one.Slot!)];
    }

    /// <summary>The last step of an act: the joint room stays locked until the transaction ends.</summary>
    public async Task RecordAsync(OdrDb db, Guid caseId, Guid? personId, CanonicalObject body, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        if (await RoomAsync(db, caseId, cancellation) is not { } room) return;
        await transcript.WithinAsync(db, scope => scope.AppendAsync(EntryDraft.Note(room, TranscriptKind.Agreement, personId, body), cancellation), cancellation);
    }

    public static Task<Guid?> RoomAsync(OdrDb db, Guid caseId, CancellationToken cancellation) =>
        db.Set<RoomRow>().Where(room => room.CaseId == caseId && room.Kind == RoomKind.Joint).Select(room => (Guid?)room.Id).FirstOrDefaultAsync(cancellation);
}
