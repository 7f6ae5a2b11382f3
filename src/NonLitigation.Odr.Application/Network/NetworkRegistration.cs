using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Application.Shared;

namespace NonLitigation.Odr.Application.Network;

public static class NetworkRegistration
{
    public static IServiceCollection AddNetwork(this IServiceCollection services) => services
        .AddScoped<FindOrganisations>().AddScoped<FindMediators>().AddScoped<IMeFacts, StaffFacts>().AddScoped<KeepPairings>().AddScoped<PairingViews>()
        .AddSingleton<IMediatorCapacity, MediatorCapacity>().AddSingleton<IDutyRouting, DutyRouting>().AddScoped<IDemoSeed, NetworkDemoSeed>();
}
