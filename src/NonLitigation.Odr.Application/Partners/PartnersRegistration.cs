using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Application.Settlements;

namespace NonLitigation.Odr.Application.Partners;

public static class PartnersRegistration
{
    public static IServiceCollection AddPartners(this IServiceCollection services) => services
        .AddSingleton<CourtConnection>().AddSingleton<ICourtLink>(provider => provider.GetRequiredService<CourtConnection>())
        .AddSingleton<NotaryConnection>().AddSingleton<INotaryLink>(provider => provider.GetRequiredService<NotaryConnection>())
        .AddScoped<PartnerDesks>().AddScoped<MakeFiling>().AddScoped<MakeRouteFiling>().AddScoped<SendFiling>().AddScoped<SimulatedDesk>().AddHostedService<CarryFilings>();
}
