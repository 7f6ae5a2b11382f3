using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Domain.Evidence;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Evidence;

/// <summary>The right to one exhibit, asked anew at each read.</summary>
public class ExhibitAccess(CaseAccess cases, IExhibitRooms rooms)
{
    /// <exception cref="RefusalException"><see cref="SharedRules.NotFound"/>, also for what exists but is not the caller's to see.</exception>
    public async Task<Exhibit> GetAsync(OdrDb db, Caller caller, Guid exhibitId, CancellationToken cancellation)
    {
        var exhibit = await db.Set<Exhibit>().FirstOrDefaultAsync(one => one.Id == exhibitId, cancellation);
        SharedRules.NotFound.When(exhibit is null || caller.PersonId is not { } person || !await MayReadAsync(db, caller, person, exhibit, cancellation));
        return exhibit;
    }

    protected virtual async Task<bool> MayReadAsync(OdrDb db, Caller caller, Guid person, Exhibit exhibit, CancellationToken cancellation)
    {
        if (exhibit.RoomId is { } room) return exhibit.RoomSequence is { } sequence && await rooms.MayReadAsync(person, room, sequence, cancellation);
        if (exhibit.CaseId is not { } caseId) return exhibit.UploadedBy == person;
        await cases.GetAsync(db, caller, caseId, cancellation, SecuredObject.CaseFile);
        return true;
    }
}
