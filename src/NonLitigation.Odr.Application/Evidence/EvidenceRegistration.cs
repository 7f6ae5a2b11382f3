using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Application.Cases;

namespace NonLitigation.Odr.Application.Evidence;

public static class EvidenceRegistration
{
    /// <summary>The server adds <see cref="ExhibitDirectory"/>.</summary>
    public static IServiceCollection AddEvidence(this IServiceCollection services) => services
        .AddSingleton<ExhibitStore>().AddSingleton<ImageEncoding>().AddSingleton<ExhibitAccess>().AddSingleton<ICaseExhibits, ExhibitsOfAnApplication>()
        .AddScoped<UploadExhibit>().AddScoped<ReadExhibit>().AddScoped<ListExhibits>();
}
