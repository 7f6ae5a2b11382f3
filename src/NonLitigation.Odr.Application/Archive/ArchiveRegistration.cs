using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Application.Cases;

namespace NonLitigation.Odr.Application.Archive;

public static class ArchiveRegistration
{
    public static IServiceCollection AddArchive(this IServiceCollection services) => services
        .AddSingleton<ICaseReaction, RetentionOfAnEndedCase>().AddHostedService<EraseDueCases>()
        .AddScoped<RecordsChange>().AddScoped<ReadRecords>().AddScoped<AskForDeletion>().AddScoped<AnswerDeletion>().AddScoped<SealCase>().AddScoped<OpenSealedCase>()
        .AddScoped<HoldCase>().AddScoped<ReclassifyCase>().AddScoped<DecideRetention>().AddScoped<ListRecords>()
        .AddScoped<ExportCaseFile>();
}
