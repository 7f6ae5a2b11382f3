using Microsoft.Extensions.DependencyInjection;

namespace NonLitigation.Odr.Application.Negotiation;

public static class NegotiationRegistration
{
    public static IServiceCollection AddNegotiation(this IServiceCollection services) => services
        .AddSingleton<MakeProposal>().AddSingleton<AnswerProposal>().AddSingleton<WithdrawProposal>().AddSingleton<ListProposals>()
        .AddSingleton<OpenBlindRound>().AddSingleton<AnswerInSecret>().AddSingleton<CancelBlindRound>().AddSingleton<ListBlindRounds>()
        .AddSingleton<BidKeys>().AddSingleton<BlindSeals>()
        .AddHostedService<CloseBlindRounds>().AddHostedService<RenewBlindSeals>();
}
