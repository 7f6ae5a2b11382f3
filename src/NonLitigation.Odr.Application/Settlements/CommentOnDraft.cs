using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using AgreementState = NonLitigation.Odr.Domain.Settlements.AgreementState;
using CommentPlace = NonLitigation.Odr.Domain.Settlements.CommentPlace;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>Parties and mediator speak about a place of a version that lies before all of them, and settle what was said.</summary>
public sealed class CommentOnDraft(AgreementChange change, ReadDrafting read)
{
    /// <summary>The same message id again is the first comment.</summary>
    public Task<DraftingView> AddAsync(Caller caller, Guid caseId, CommentOnDraftRequest request, CancellationToken cancellation) => WithinAsync(caller, caseId, async file =>
    {
        var history = await DraftHistory.ReadAsync(change.Db, file, cancellation);
        var version = history.Seen(request.Version);
        SharedRules.NotFound.When(!history.Shown.ContainsKey(request.Version));
        if (await change.Db.Set<DraftComment>().AnyAsync(c => c.AgreementId == file.Agreement.Id && c.PersonId == file.Person && c.ClientMessageId == request.ClientMessageId, cancellation)) return;
        change.Db.Add(DraftComment.On(
            await version.RowAsync(cancellation), (CommentPlace)request.Place, request.Number, request.Text, request.ClientMessageId, file.Person, file.NameOf(file.Person), change.Now));
    }, cancellation);

    public Task<DraftingView> ResolveAsync(Caller caller, Guid caseId, Guid commentId, CancellationToken cancellation) => WithinAsync(caller, caseId, async file =>
    {
        var history = await DraftHistory.ReadAsync(change.Db, file, cancellation);
        var comment = await change.Db.Set<DraftComment>().FirstOrDefaultAsync(c => c.Id == commentId && c.AgreementId == file.Agreement.Id, cancellation);
        SharedRules.NotFound.When(comment is null);
        _ = history.Seen(comment.Version);
        SettlementsRules.CommentOfAnother.When(!DraftComments.MayResolve(comment, file));
        comment.Resolve(file.NameOf(file.Person), change.Now);
    }, cancellation);

    private async Task<DraftingView> WithinAsync(Caller caller, Guid caseId, Func<AgreementFile, Task> act, CancellationToken cancellation)
    {
        AgreementFile file;
        await using (var transaction = await change.Db.Database.BeginTransactionAsync(cancellation))
        {
            await AgreementFile.LockAsync(change.Db, caseId, cancellation);
            file = await change.ReadAsync(caller, caseId, cancellation);
            await act(file);
            SettlementsRules.CommentsOnDraftOnly.When(file.Agreement.State != AgreementState.Draft || file.Case.Stage != CaseStage.InMediation);
            await change.Db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
        await change.TellAsync(file);
        return await read.ViewAsync(file, cancellation);
    }
}
