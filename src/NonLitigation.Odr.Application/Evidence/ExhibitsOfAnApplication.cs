using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Domain.Evidence;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Evidence;

/// <summary>Exhibits that the applicant sent ahead, or carries over from a room he is in.</summary>
public sealed class ExhibitsOfAnApplication(IExhibitRooms rooms) : ICaseExhibits
{
    public async Task AttachAsync(OdrDb db, Guid caseId, Guid filerId, IReadOnlyList<Guid> exhibitIds, CancellationToken cancellation)
    {
        EvidenceRules.TooMany.When(exhibitIds.Count > EvidenceRules.MostExhibitsOfACase);
        foreach (var id in exhibitIds.Distinct())
        {
            var exhibit = await db.Set<Exhibit>().FirstOrDefaultAsync(one => one.Id == id, cancellation) ?? throw SharedRules.NotFound.Refused();
            if (exhibit.IsUnfiled && exhibit.UploadedBy == filerId) exhibit.IntoCase(caseId);
            else if (await MayCarryOverAsync(db, exhibit, filerId, cancellation)) db.Add(exhibit.CopyInto(caseId));
            else throw SharedRules.NotFound.Refused();
        }
    }

    private async Task<bool> MayCarryOverAsync(OdrDb db, Exhibit exhibit, Guid filerId, CancellationToken cancellation) =>
        exhibit.RoomId is { } room
            ? exhibit.RoomSequence is { } sequence && await rooms.MayReadAsync(filerId, room, sequence, cancellation)
            : exhibit.UploadedBy == filerId && !(exhibit.CaseId is { } of && await CaseSeals.ShutToAsync(db, of, filerId, cancellation));
}
