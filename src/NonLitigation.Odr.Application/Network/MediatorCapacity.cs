using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Network;

public sealed class MediatorCapacity : IMediatorCapacity
{
    public async Task<bool> TryTakeAsync(OdrDb db, Guid mediatorId, CancellationToken cancellation) =>
        await db.Set<Mediator>().Where(one => one.Id == mediatorId && one.SuspendedAt == null && one.OpenCases < one.Capacity)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.OpenCases, one => one.OpenCases + 1), cancellation) == 1;

    public Task ReleaseAsync(OdrDb db, Guid mediatorId, CancellationToken cancellation) =>
        db.Set<Mediator>().Where(one => one.Id == mediatorId && one.OpenCases > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.OpenCases, one => one.OpenCases - 1), cancellation);
}

public sealed class DutyRouting : IDutyRouting
{
    public async Task<Guid> OrganisationForAsync(OdrDb db, DisputeKind kind, string? areaCode, CancellationToken cancellation)
    {
        var found = await db.Set<Organisation>().AsNoTracking().Where(one => one.DutyList.Contains(kind))
            .OrderByDescending(one => areaCode != null && one.AreaCode == areaCode).ThenBy(one => one.Kind != OrganisationKind.SubCentre).ThenBy(one => one.Path)
            .Select(one => (Guid?)one.Id).FirstOrDefaultAsync(cancellation);
        return found ?? await db.Set<Organisation>().Where(one => one.ParentId == null).OrderBy(one => one.Path).Select(one => one.Id).FirstAsync(cancellation);
    }
}
