using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Partners;
using NonLitigation.Odr.Persistence.Partners;
using NonLitigation.Odr.Server.Tests.Negotiation;
using NonLitigation.Odr.Server.Tests.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Settlements;

/// <summary>A party's requests to notary and court, over HTTP.</summary>
internal static class RouteWire
{
    private static string Path(ConfirmationStage stage, string tail) => $"api/cases/{stage.CaseId}/{tail}";

    public static Task<AcceptanceView> AcceptanceAsync(this ConfirmationStage stage, TestPage page) => page.AskAsync<AcceptanceView>(Path(stage, "acceptance"));

    public static async Task<AcceptanceView> AcceptAsync(this ConfirmationStage stage, TestPage page, Guid? id = null, string? hash = null, string? words = null)
    {
        var view = await stage.AcceptanceAsync(page);
        var bound = hash ?? view.FrozenHash;
        var proof = await stage.Stage.ProofAsync(page, $"accept:{view.AgreementId}:{bound}");
        return await page.SendAsync<AcceptanceView>(Path(stage, "acceptance"), new AcceptEnforcementRequest(id ?? Guid.CreateVersion7(), bound, words ?? view.WordsZh ?? "无", proof));
    }

    public static Task<RoutesView> RoutesAsync(this ConfirmationStage stage, TestPage page) => page.AskAsync<RoutesView>(Path(stage, "routes"));

    public static RouteOfferView? Offer(this RoutesView view, RouteAct act) => view.Offers.FirstOrDefault(one => one.Act == act);

    public static async Task<RoutesView> ApplyAsync(this ConfirmationStage stage, TestPage page, RouteAct act, int number, Guid? id = null, long? fen = null, string? reason = null, string? consent = null)
    {
        var words = consent ?? (await stage.RoutesAsync(page)).Offer(act)?.Items.FirstOrDefault(one => one.Number == number)?.ConsentZh ?? "无";
        return await page.SendAsync<RoutesView>(Path(stage, "routes"),
            new ApplyForRouteRequest(id ?? Guid.CreateVersion7(), act, [number], fen, reason is null ? null : DepositGround.CreditorRefuses, reason, ConfirmationStage.Details, words));
    }

    public static Task<RoutesView> SupplyAsync(this ConfirmationStage stage, TestPage page, Guid application, string reason) =>
        page.SendAsync<RoutesView>(Path(stage, "routes/supply"), new SupplyRouteRequest(application, null, reason));

    public static Task<RoutesView> CollectAsync(this ConfirmationStage stage, TestPage page, Guid application) =>
        page.SendAsync<RoutesView>(Path(stage, "routes/collect"), new CollectDepositRequest(application));

    public static Task<RoutesView> ObjectAsync(this ConfirmationStage stage, TestPage page, Guid application, string reason) =>
        page.SendAsync<RoutesView>(Path(stage, "routes/object"), new ObjectToOrderRequest(application, reason));

    /// <summary>The latest application of the kind, once it has come so far.</summary>
    public static async Task<RouteApplicationView> UntilAsync(this ConfirmationStage stage, TestPage page, RouteAct act, RouteState state)
    {
        for (var end = DateTime.UtcNow.AddSeconds(90); ; await Task.Delay(100))
        {
            var one = (await stage.RoutesAsync(page)).Applications.FirstOrDefault(other => other.Act == act);
            if (one?.State == state) return one;
            var faults = await stage.Stage.Cluster.WithDbAsync(db => db.Set<PartnerFiling>().Where(filing => filing.CaseId == stage.CaseId).Select(filing => filing.LastFault).ToListAsync());
            Assert.True(DateTime.UtcNow < end, $"Not {state} within 90 s: {one?.State} {string.Join(' ', faults)}");
        }
    }

    public static Task<List<SimulatedFilingRow>> AtTheDeskAsync(this ConfirmationStage stage, PartnerDesk desk) => stage.Stage.Cluster.WithDbAsync(async db =>
    {
        var keys = await db.Set<PartnerFiling>().Where(one => one.CaseId == stage.CaseId).Select(one => one.Id).ToListAsync();
        return await db.Set<SimulatedFilingRow>().AsNoTracking().Where(one => keys.Contains(one.Key) && one.Desk == desk).ToListAsync();
    });

    /// <summary>Who was told of a deposit.</summary>
    public static Task<List<string>> ToldOfADepositAsync(this ConfirmationStage stage) => stage.Stage.Cluster.WithDbAsync(db =>
        db.Set<DeliveryMessage>().AsNoTracking().Where(one => one.TextZh.Contains("提存") && one.TextZh.Contains(stage.Stage.Case.Number)).Select(one => one.To).ToListAsync());

    public static Task<string> RefusedAsync(Func<Task> act) => ProposalWire.RefusedAsync(act);
}
