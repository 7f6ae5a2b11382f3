using NonLitigation.Odr.Application.Shared;

namespace NonLitigation.Odr.Server.Shared;

public static class SafeStartSetup
{
    /// <summary>Further checks are added by the features they belong to.</summary>
    public static void AddSafeStart(this IServiceCollection services)
    {
        services.AddSingleton<LookAtKeys>();
        services.AddSingleton<IStartCheck, RecordCheck>().AddSingleton<IStartCheck, KeysCheck>();
        services.AddSingleton<SafeStart>().AddHostedService(provider => provider.GetRequiredService<SafeStart>());
    }
}
