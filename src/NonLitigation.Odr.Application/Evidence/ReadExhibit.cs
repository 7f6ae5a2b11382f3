using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Evidence;
using NonLitigation.Odr.Domain.Evidence;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Evidence;

/// <summary>An exhibit's bytes; whoever takes the stream disposes it.</summary>
public sealed record ExhibitContent(string Name, string MediaType, string Sha256, Stream Bytes);

public sealed class ReadExhibit(OdrDb db, ExhibitAccess access, ExhibitStore store)
{
    public async Task<ExhibitContent> Handle(Caller caller, Guid exhibitId, CancellationToken cancellation)
    {
        var exhibit = await access.GetAsync(db, caller, exhibitId, cancellation);
        return new ExhibitContent(exhibit.Name, exhibit.MediaType, exhibit.Sha256, store.Open(exhibit.Sha256));
    }
}

/// <summary>The exhibits of a case file; what was shown in a room stays in that room.</summary>
public sealed class ListExhibits(OdrDb db, CaseAccess cases)
{
    public async Task<IReadOnlyList<ExhibitView>> Handle(Caller caller, Guid caseId, CancellationToken cancellation)
    {
        await cases.GetAsync(db, caller, caseId, cancellation, SecuredObject.CaseFile);
        var exhibits = await db.Set<Exhibit>().AsNoTracking().Where(one => one.CaseId == caseId).OrderBy(one => one.UploadedAt).ThenBy(one => one.Id).ToListAsync(cancellation);
        return [.. exhibits.Select(UploadExhibit.View)];
    }
}
