using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Network;
using NonLitigation.Odr.Server.Tests.Negotiation;
using NonLitigation.Odr.Server.Tests.Rooms;

namespace NonLitigation.Odr.Server.Tests.Settlements;

/// <summary>A person's requests about a performance, over HTTP.</summary>
internal static class PerformanceWire
{
    public static string Performance(this SettlementStage stage) => $"api/cases/{stage.Case.Id}/performance";

    /// <summary>When Zhou has to pay, and when Wu.</summary>
    public static readonly DateOnly FirstDue = Today.AddDays(19), SecondDue = Today.AddDays(35);

    /// <summary>In China.</summary>
    public static DateOnly Today => Deadline.DayOf(DateTimeOffset.UtcNow);

    /// <summary>A stage whose agreement is in effect: 1,600 from Zhou, 1,800 from Wu.</summary>
    public static async Task<SettlementStage> AgreedAsync(Shared.OdrCluster cluster)
    {
        var stage = await SettlementStage.OpenAsync(cluster);
        var sums = stage.BothSums(0);
        var draft = await stage.Mediator.PutAsync<AgreementView>(stage.Path, sums with { Obligations = [sums.Obligations[0] with { DueOn = FirstDue }, sums.Obligations[1] with { DueOn = SecondDue }] });
        await stage.AllSignAsync(await stage.Mediator.SendAsync<AgreementView>($"{stage.Path}/freeze", new FreezeAgreementRequest(draft.Version)));
        return stage;
    }

    /// <summary>Somebody who works at the organisation that has the case.</summary>
    public static async Task<TestPage> ClerkAsync(this SettlementStage stage)
    {
        var person = await stage.Cluster.WithDbAsync(async db =>
        {
            var id = Guid.CreateVersion7();
            db.Add(new Account { Id = id, UserName = $"{id:N}", NormalizedUserName = $"{id:N}".ToUpperInvariant(), DisplayName = "钱文", SecurityStamp = $"{id:N}", CreatedAt = DateTimeOffset.UtcNow });
            db.Add(new OperatorSeat { PersonId = id, OrganisationId = stage.Organisation });
            await db.SaveChangesAsync();
            return id;
        });
        return await stage.PageAsync(person);
    }

    public static Task<PerformanceView> PerformanceAsync(this SettlementStage stage, TestPage page) => page.AskAsync<PerformanceView>(stage.Performance());

    public static Task<PerformanceView> ReportAsync(this SettlementStage stage, TestPage page, int number, long yuan, Guid? id = null, string? note = null) =>
        page.SendAsync<PerformanceView>($"{stage.Performance()}/{number}/report", new ReportPerformanceRequest(id ?? Guid.CreateVersion7(), yuan * 100, Today.AddDays(-1), note));

    public static Task<PerformanceView> ConfirmAsync(this SettlementStage stage, TestPage page, int number, Guid report, long yuan, Guid? id = null) =>
        page.SendAsync<PerformanceView>($"{stage.Performance()}/{number}/confirm", new ConfirmPerformanceRequest(id ?? Guid.CreateVersion7(), report, yuan * 100, false, null));

    public static Task<PerformanceView> ReceiveAsync(this SettlementStage stage, TestPage page, int number, long yuan, Guid? id = null) =>
        page.SendAsync<PerformanceView>($"{stage.Performance()}/{number}/receipt", new RecordReceiptRequest(id ?? Guid.CreateVersion7(), yuan * 100, Today.AddDays(-1), false, null));

    public static Task<PerformanceView> DisputeAsync(this SettlementStage stage, TestPage page, int number, string reason) =>
        page.SendAsync<PerformanceView>($"{stage.Performance()}/{number}/dispute", new DisputePerformanceRequest(Guid.CreateVersion7(), reason));

    public static Task<PerformanceView> RemarkAsync(this SettlementStage stage, TestPage page, int number, string text) =>
        page.SendAsync<PerformanceView>($"{stage.Performance()}/{number}/remark", new RemarkOnPerformanceRequest(Guid.CreateVersion7(), text));

    public static Task<PerformanceView> FollowUpAsync(this SettlementStage stage, TestPage page, int satisfaction, string? note = null, Guid? id = null) =>
        page.SendAsync<PerformanceView>($"{stage.Performance()}/follow-up", new AnswerFollowUpRequest(id ?? Guid.CreateVersion7(), FollowUpFinding.Performed, satisfaction, note));
}
