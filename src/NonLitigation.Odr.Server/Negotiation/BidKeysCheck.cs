using NonLitigation.Odr.Application.Negotiation;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Negotiation;

/// <summary>In Production the folder of what opens sealed answers can be written, and is shut to others.</summary>
public sealed class BidKeysCheck(BidKeys keys, IHostEnvironment environment) : IStartCheck
{
    public Task<IReadOnlyList<RefusalView>> LookAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<RefusalView>>(environment.IsDevelopment() || AreSafe() ? [] : [StartRefusals.BidKeysUnsafe]);

    private bool AreSafe()
    {
        try
        {
            return keys.AreSafe();
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
