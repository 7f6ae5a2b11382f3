using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NonLitigation.Odr.Application.Accounts;

namespace NonLitigation.Odr.Application.Cases;

public static class CasesRegistration
{
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.TryAddSingleton<CaseAccess>();
        return services
            .AddScoped<CaseViews>().AddScoped<CaseChange>().AddScoped<MediatorSeating>().AddScoped<InvitationSending>().AddScoped<PassOnParty>()
            .AddScoped<ILinkEntered, InvitationEntered>().AddSingleton<ICaseReaction, PlaceOfAnEndedCase>()
            .AddScoped<FileCase>().AddScoped<ListCases>().AddScoped<ReadCase>().AddScoped<OpenInvitation>().AddScoped<AnswerInvitation>()
            .AddScoped<SendInvitation>().AddScoped<ChooseMediator>().AddScoped<AnswerAppointment>().AddScoped<CloseCase>()
            .AddScoped<ChangeTerm>().AddScoped<GiveOpinion>().AddScoped<ReadSatisfaction>().AddScoped<FileComplaint>().AddScoped<AnswerComplaint>().AddScoped<KeepNotes>().AddGuidance()
            .AddHostedService<RelieveSilentMediators>();
    }

    private static IServiceCollection AddGuidance(this IServiceCollection services) => services
        .AddScoped<PeopleOfACase>().AddScoped<GuidanceViews>().AddScoped<GuidanceNotices>().AddScoped<AskGuide>().AddScoped<GuideQuestions>().AddSingleton<ICaseReaction, GuidanceOfAnEndedCase>();
}
