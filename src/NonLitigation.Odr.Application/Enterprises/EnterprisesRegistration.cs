using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;

namespace NonLitigation.Odr.Application.Enterprises;

public static class EnterprisesRegistration
{
    public static IServiceCollection AddEnterprises(this IServiceCollection services)
    {
        services.TryAddSingleton<EnterpriseAccess>();
        return services
            .AddScoped<MandateEffects>().AddScoped<EnterpriseChange>().AddScoped<RegisterEnterprise>().AddHostedService<EndExpiredMandates>()
            .AddSingleton<IConflictCheck, ButlerConflict>().AddSingleton<ICasePeople, PeopleOfEnterprises>().AddScoped<IContactEntered, MandateOfANewcomer>().AddScoped<IMeFacts, EnterprisesOfMe>().AddScoped<IDemoSeed, EnterpriseDemoSeed>()
            .AddScoped<ListEnterprises>().AddScoped<ReadEnterprise>().AddScoped<GrantMandate>().AddScoped<RevokeMandate>().AddScoped<OpenDispute>();
    }
}
