using Microsoft.Extensions.DependencyInjection;

namespace NonLitigation.Odr.Application.Accounts;

public static class AccountsRegistration
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<DeliveryBell>().AddScoped<IDeliveries, Deliveries>().AddHostedService<SendDeliveries>();
        services.AddScoped<IOneUseLinks, OneUseLinks>().AddScoped<CodeChecks>();
        services.AddScoped<SendCode>().AddScoped<EnterWithCode>().AddScoped<StaffSignIn>().AddScoped<SignOut>().AddScoped<ReadMe>().AddScoped<SetTimeZone>();
        services.AddScoped<Passkeys>().AddScoped<Reauthenticate>().AddScoped<IReauthentications>(provider => provider.GetRequiredService<Reauthenticate>());
        services.AddScoped<ReadOutbox>().AddScoped<CodeBudget>().AddScoped<AccountOfAContact>();
        services.AddSingleton<EndedSessions>().AddSingleton<SessionRights>().AddHostedService<ForgetLapsed>();
        return services;
    }
}
