using NonLitigation.Odr.Contracts.Negotiation;
using NonLitigation.Odr.Server.Tests.Rooms;

namespace NonLitigation.Odr.Server.Tests.Negotiation;

/// <summary>A person's requests about blind bidding, over HTTP.</summary>
internal static class BlindWire
{
    public static OpenBlindRoundRequest Bids(Guid room, Guid payer, Guid receiver, TimeSpan open, long? gapYuan = null) => new(
        room, Guid.CreateVersion7(), BlindKind.Bids, [new(payer, receiver, null, "九月份工资", new DateOnly(2026, 12, 31), "银行转账")], gapYuan * 100, DateTimeOffset.UtcNow + open);

    public static Task<BlindRoundView> OpenBlindAsync(this TestPage page, OpenBlindRoundRequest request) => page.SendAsync<BlindRoundView>("api/blind-rounds", request);

    public static Task<BlindRoundView> BidAsync(this TestPage page, Guid round, long fen, bool sharesGap = false) =>
        page.SendAsync<BlindRoundView>($"api/blind-rounds/{round}/bid", new GiveBlindBidRequest(fen, null, sharesGap));

    public static Task<BlindRoundView> SayAsync(this TestPage page, Guid round, bool accepts) =>
        page.SendAsync<BlindRoundView>($"api/blind-rounds/{round}/bid", new GiveBlindBidRequest(null, accepts, false));

    public static Task<BlindRoundView> TakeBackAsync(this TestPage page, Guid round) => page.SendAsync<BlindRoundView>($"api/blind-rounds/{round}/take-back", new { });

    public static Task<BlindRoundView> CancelAsync(this TestPage page, Guid round) => page.SendAsync<BlindRoundView>($"api/blind-rounds/{round}/cancel", new { });

    public static Task<BlindRoundView[]> BlindRoundsAsync(this TestPage page, Guid room) => page.AskAsync<BlindRoundView[]>($"api/rooms/{room}/blind-rounds");

    /// <summary>As this person sees it once it has closed.</summary>
    public static async Task<BlindRoundView> ClosedAsync(this TestPage page, BlindRoundView round)
    {
        for (var end = DateTime.UtcNow.AddSeconds(20); ; await Task.Delay(100))
        {
            var seen = (await page.BlindRoundsAsync(round.RoomId)).Single(r => r.Id == round.Id);
            if (seen.State != BlindState.Open) return seen;
            Assert.True(DateTime.UtcNow < end, "The round did not close.");
        }
    }
}
