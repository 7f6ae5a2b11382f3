using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Network;

/// <summary>Places for open cases at mediators; counted in the database, so that no race gives more than there are.</summary>
public interface IMediatorCapacity
{
    /// <returns>False when the mediator has no place left or is suspended.</returns>
    Task<bool> TryTakeAsync(OdrDb db, Guid mediatorId, CancellationToken cancellation);
    Task ReleaseAsync(OdrDb db, Guid mediatorId, CancellationToken cancellation);
}

/// <summary>Finds the organisation whose duty list takes a kind of dispute; what nobody lists goes to the city centre.</summary>
public interface IDutyRouting
{
    Task<Guid> OrganisationForAsync(OdrDb db, DisputeKind kind, string? areaCode, CancellationToken cancellation);
}
