using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>A sitting that is fixed, as a file for a calendar.</summary>
public sealed class DownloadSitting(OdrDb db, CaseAccess access, SittingCalendar calendar)
{
    public async Task<(string FileName, string Content)> Handle(Caller caller, Guid caseId, Guid sittingId, CancellationToken cancellation)
    {
        var facts = await access.GetAsync(db, caller, caseId, cancellation, SecuredObject.CaseFile);
        var sitting = await SittingFile.FindAsync(db, caseId, sittingId, cancellation);
        SharedRules.NotFound.When(sitting.State != SittingState.Fixed);
        return ($"sitting-{sitting.StartsAt!.Value.UtcDateTime:yyyyMMdd'T'HHmm'Z'}.ics", calendar.File(sitting, facts.Case.Number));
    }
}
