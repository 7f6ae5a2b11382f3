using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Shared;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>In Production the signing keys are real ones. In Development they are made when first needed.</summary>
public sealed class KeysCheck(LookAtKeys look, IHostEnvironment environment) : IStartCheck
{
    public Task<IReadOnlyList<RefusalView>> LookAsync(CancellationToken cancellation) =>
        Task.FromResult(environment.IsDevelopment() ? [] : look.Handle());
}
