using Microsoft.Extensions.DependencyInjection;

namespace NonLitigation.Odr.Application.Law;

public static class LawRegistration
{
    public static IServiceCollection AddLaw(this IServiceCollection services) => services.AddSingleton<SearchArticles>();
}
