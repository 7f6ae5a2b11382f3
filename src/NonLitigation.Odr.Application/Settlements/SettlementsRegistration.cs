using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Application.Cases;

namespace NonLitigation.Odr.Application.Settlements;

public static class SettlementsRegistration
{
    public static IServiceCollection AddSettlements(this IServiceCollection services) => services.AddOutcomePrinting()
        .AddScoped<AgreementChange>().AddSingleton<ICaseReaction, PenOfAFormerMediator>().AddSingleton<OutcomeWork>().AddSingleton<OutcomePaper>().AddHostedService<PrepareOutcomes>().AddHostedService<StampOutcomes>()
        .AddScoped<ReadAgreement>().AddScoped<ReadAgreementText>().AddScoped<DraftAgreement>().AddScoped<FreezeAgreement>().AddScoped<ReopenAgreement>()
        .AddScoped<RestoreVersion>().AddScoped<PutOnTable>().AddScoped<ReadDrafting>().AddScoped<CompareDrafts>().AddScoped<HoldEditLease>().AddScoped<CommentOnDraft>()
        .AddScoped<ListTemplates>().AddScoped<SheetChange>().AddScoped<DraftMinutes>().AddScoped<ChangePaperPart>().AddScoped<PrintPaperPart>()
        .AddScoped<PerformanceChange>().AddScoped<ReadPerformance>().AddScoped<ListPerformances>().AddScoped<ReportPerformance>().AddScoped<AnswerReport>().AddScoped<RecordReceipt>()
        .AddScoped<DisputePerformance>().AddScoped<RemarkOnPerformance>().AddScoped<AnswerFollowUp>().AddScoped<ReminderSending>().AddHostedService<RemindOfPerformance>()
        .AddScoped<SignAgreement>().AddScoped<CertificateSigning>().AddScoped<DeclineToSign>().AddScoped<DownloadOutcome>().AddSingleton<CheckOutcome>().AddSingleton<VerifyDocument>()
        .AddScoped<ConfirmationChange>().AddSingleton<ConfirmationWork>().AddSingleton<PacketMaking>().AddScoped<ReadEnforcement>().AddScoped<BeginConfirmation>()
        .AddScoped<JoinConfirmation>().AddScoped<DeclineConfirmation>().AddScoped<WithdrawConfirmation>().AddScoped<SupplyConfirmation>().AddScoped<DownloadPacket>().AddHostedService<RemindOfConfirmations>()
        .AddScoped<RouteChange>().AddScoped<RouteConsequences>().AddScoped<AcceptEnforcement>().AddScoped<ReadRoutes>().AddScoped<ApplyForRoute>()
        .AddScoped<SupplyRoute>().AddScoped<CollectDeposit>().AddScoped<ObjectToOrder>();
}
