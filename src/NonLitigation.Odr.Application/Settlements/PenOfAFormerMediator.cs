using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>Who has the case no longer keeps nobody from writing its agreement: his lease ends with the hand-over, his versions stay.</summary>
public sealed class PenOfAFormerMediator : ICaseReaction
{
    public Task MediatorChangedAsync(OdrDb db, MediatorChanged changed, CancellationToken cancellation) => db.Database.ExecuteSqlAsync(
        $"update edit_leases set until = greatest(since, clock_timestamp()) where case_id = {changed.CaseId} and person_id = {changed.FormerPersonId} and until > clock_timestamp()", cancellation);
}
