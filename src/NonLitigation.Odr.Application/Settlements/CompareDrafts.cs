using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Settlements;
using ChangeKind = NonLitigation.Odr.Contracts.Shared.ChangeKind;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>What differs between two versions that the reader may see, or between the latest and words that are not saved.</summary>
public sealed class CompareDrafts(AgreementChange change)
{
    /// <param name="before">0: before anything was written. The same number twice gives the text of that version.</param>
    public async Task<DifferenceView> VersionsAsync(Caller caller, Guid caseId, int before, int after, CancellationToken cancellation)
    {
        var file = await change.ReadAsync(caller, caseId, cancellation);
        var history = await DraftHistory.ReadAsync(change.Db, file, cancellation);
        var (was, now) = (history.Seen(before), history.Seen(after));
        return View(file, AgreementDifference.Between(await was.ContentAsync(cancellation), await now.ContentAsync(cancellation)), before, after);
    }

    public async Task<DifferenceView> UnsavedAsync(Caller caller, Guid caseId, DraftAgreementRequest request, CancellationToken cancellation)
    {
        var file = await change.ReadAsync(caller, caseId, cancellation, SecuredObject.CasePresiding);
        return View(file, AgreementDifference.Between(file.Agreement.Content, request.ToContent()), file.Agreement.Version, null);
    }

    private static DifferenceView View(AgreementFile file, AgreementDifference difference, int before, int? after) => new(
        before, after, difference.Count, difference.Facts.View(),
        [.. difference.Clauses.Select(one => new ClauseChangeView((ChangeKind)one.Kind, one.Before, one.After, one.Words.View()))],
        [.. difference.Obligations.Select(one => new ObligationChangeView(
            (ChangeKind)one.Kind, one.Before, one.After, one.Was is { } was ? file.View(was, one.Before!.Value) : null, one.Is is { } now ? file.View(now, one.After!.Value) : null,
            one.What.View(), one.Manner.View()))]);
}
