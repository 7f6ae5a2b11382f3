using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Evidence;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Persistence.Rooms;

namespace NonLitigation.Odr.Application.Rooms;

public static class RoomsRegistration
{
    /// <summary>The server adds <see cref="IBell"/> and <see cref="IRoomSignals"/>.</summary>
    public static IServiceCollection AddRooms(this IServiceCollection services) => services
        .AddSingleton<KnownRooms>().AddSingleton<TranscriptWriter>().AddSingleton<ITranscript>(s => s.GetRequiredService<TranscriptWriter>())
        .AddSingleton<RoomReading>().AddSingleton<RoomNews>().AddSingleton<ReadPositions>()
        .AddSingleton<IRooms, RoomsForFeatures>().AddSingleton<IExhibitRooms, RoomExhibits>().AddSingleton<ICaseReaction, RoomsOfACase>().AddSingleton<ICasePeople, PeopleOfRooms>()
        .AddSingleton<EnterRoom>().AddSingleton<LeaveRoom>().AddSingleton<PostMessage>().AddSingleton<SendLawCard>().AddSingleton<WithdrawMessage>().AddSingleton<SearchRoom>().AddSingleton<ReadEntries>().AddSingleton<ReadSnapshot>()
        .AddSingleton<ListRooms>().AddSingleton<ReadHeads>().AddSingleton<MarkRead>().AddSingleton<SetTyping>().AddSingleton<PresideOverRoom>().AddCalls().AddHolds().AddDesk().AddSingleton<OpenCaucus>().AddScoped<AskIntoPanel>().AddScoped<ReadPanel>().AddGuests()
        .AddPlatformKeys().AddSingleton<ExportTranscript>().AddSingleton<ReadTrust>().AddCheckpoints().AddSittings();

    private static IServiceCollection AddSittings(this IServiceCollection services) => services
        .AddSingleton<SittingCalendar>().AddSingleton<SittingFile>().AddScoped<SittingMessages>().AddScoped<SittingViews>().AddScoped<ReadSittings>().AddScoped<ScheduleSitting>()
        .AddScoped<AnswerSitting>().AddScoped<KeepLeave>()
        .AddScoped<ReadDifferentTimes>().AddScoped<AgreeOnDifferentTimes>().AddScoped<SpreadMessages>().AddHostedService<FollowDifferentTimes>().AddScoped<ListSittings>().AddScoped<DownloadSitting>().AddScoped<CalendarFeeds>().AddHostedService<RemindOfSittings>();

    private static IServiceCollection AddGuests(this IServiceCollection services) => services
        .AddScoped<GuestChange>().AddScoped<GuestInviting>().AddScoped<GuestViews>().AddScoped<ProposeGuest>().AddScoped<AnswerGuest>().AddScoped<WithdrawGuest>().AddScoped<InviteGuestAgain>()
        .AddScoped<ListGuests>().AddScoped<OpenGuestInvitation>().AddScoped<ListMyGuestPlaces>().AddScoped<UndertakeConfidentiality>().AddScoped<ILinkEntered, GuestEntered>()
        .AddSingleton<ListInterpreters>().AddSingleton<PostRendering>();

    /// <summary>The server adds <see cref="ICallSeats"/>.</summary>
    private static IServiceCollection AddCalls(this IServiceCollection services) => services
        .AddSingleton(provider => CallOptions.Read(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<PresideOverCall>().AddSingleton<JoinTheCall>().AddSingleton<LeaveTheCall>().AddSingleton<SendCallSignal>().AddSingleton<SetCallMedia>();

    private static IServiceCollection AddHolds(this IServiceCollection services) =>
        services.AddSingleton<PostUnderHold>().AddSingleton<SwitchHold>().AddSingleton<DecideHeld>().AddSingleton<ReadHeld>()
            .AddSingleton<ReadAgenda>().AddSingleton<KeepAgenda>();

    private static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddSingleton<WaitLimits>().AddSingleton<WaitingRooms>().AddScoped<WaitNotices>().AddScoped<ReadUnattended>().AddScoped<SetAttentionLimit>().AddScoped<KeepSnippets>()
        .AddHostedService<EscalateWaits>().AddSingleton<UnseenRooms>().AddHostedService<RingUnseen>();

    private static IServiceCollection AddCheckpoints(this IServiceCollection services) => services
        .AddSingleton(provider => CheckpointsOptions.Read(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton<DueRooms>().AddSingleton<LogTree>().AddSingleton<PublishedPast>().AddSingleton<CompareWithPublished>().AddSingleton<CheckpointCopies>()
        .AddSingleton<PublishCheckpoints>().AddHostedService(provider => provider.GetRequiredService<PublishCheckpoints>())
        .AddSingleton<ReadPublicLog>().AddSingleton<ReadPublication>().AddSingleton<AcknowledgeRollback>().AddSingleton<CheckRecord>();
}
