using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Partners;
using NonLitigation.Odr.Persistence.Partners;
using NonLitigation.Odr.Server.Tests.Negotiation;
using NonLitigation.Odr.Server.Tests.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Settlements;

/// <summary>The deckhand's case with an effective agreement, on the way to the court.</summary>
public sealed class ConfirmationStage(SettlementStage stage) : IAsyncDisposable
{
    /// <summary>The court of the organisation's place.</summary>
    public const string Court = "320706";
    public const string Address = "连云港市海州区朝阳路1号";
    public static readonly ApplicantDetailsDraft Details = new("E12345678", Address);

    public SettlementStage Stage => stage;
    public Guid CaseId => stage.Case.Id;

    /// <summary>A court that answers at once.</summary>
    public static void Quick(WebApplicationBuilder builder)
    {
        RoomCluster.Quick(builder);
        foreach (var desk in new[] { "Court", "Notary" })
        {
            builder.Configuration[$"Odr:{desk}:Pace"] = "00:00:00.300";
            builder.Configuration[$"Odr:{desk}:Poll"] = "00:00:00.200";
        }
    }

    public static async Task<ConfirmationStage> OpenAsync(OdrCluster cluster, string? facts = null)
    {
        var stage = await SettlementStage.OpenAsync(cluster);
        var draft = await stage.Mediator.PutAsync<AgreementView>(stage.Path, facts is null ? stage.BothSums(0) : stage.BothSums(0, facts));
        await stage.AllSignAsync(await stage.Mediator.SendAsync<AgreementView>($"{stage.Path}/freeze", new FreezeAgreementRequest(draft.Version)));
        return new(stage);
    }

    public Task<EnforcementView> ReadAsync(TestPage page) => page.AskAsync<EnforcementView>($"api/cases/{CaseId}/enforcement");

    public Task<EnforcementView> ActAsync(TestPage page, string act, object request) => page.SendAsync<EnforcementView>($"api/cases/{CaseId}/confirmation{act}", request);

    public async Task<EnforcementView> BeginAsync(TestPage page, Guid? id = null, ApplicantDetailsDraft? details = null)
    {
        var consent = (await ReadAsync(page)).Courts.Single(one => one.Code == Court).ConsentZh;
        return await ActAsync(page, "", new BeginConfirmationRequest(id ?? Guid.CreateVersion7(), Court, details ?? Details, consent));
    }

    public async Task<EnforcementView> JoinAsync(TestPage page, Guid? id = null, ApplicantDetailsDraft? details = null)
    {
        var consent = (await ReadAsync(page)).Confirmation!.ConsentZh;
        return await ActAsync(page, "/join", new JoinConfirmationRequest(id ?? Guid.CreateVersion7(), details ?? Details, consent));
    }

    public async Task AllJoinAsync()
    {
        await BeginAsync(stage.Li);
        await JoinAsync(stage.Zhou);
        await JoinAsync(stage.Wu);
    }

    public async Task<ConfirmationView> UntilAsync(ConfirmationState state)
    {
        for (var end = DateTime.UtcNow.AddSeconds(60); ; await Task.Delay(100))
        {
            var one = (await ReadAsync(stage.Li)).Confirmation!;
            if (one.State == state) return one;
            var faults = await stage.Cluster.WithDbAsync(db => db.Set<PartnerFiling>().Where(filing => filing.CaseId == CaseId).Select(filing => filing.LastFault).ToListAsync());
            Assert.True(DateTime.UtcNow < end, $"Not {state} within 60 s: {one.State} {string.Join(' ', faults)}");
        }
    }

    public Task<List<PartnerFiling>> FilingsAsync() => stage.Cluster.WithDbAsync(db => db.Set<PartnerFiling>().AsNoTracking().Where(one => one.CaseId == CaseId).OrderBy(one => one.Number).ToListAsync());

    /// <summary>What the court has of this case.</summary>
    public async Task<List<SimulatedFilingRow>> AtTheCourtAsync()
    {
        var keys = (await FilingsAsync()).ConvertAll(one => one.Id);
        return await stage.Cluster.WithDbAsync(db => db.Set<SimulatedFilingRow>().AsNoTracking().Where(one => keys.Contains(one.Key)).OrderBy(one => one.Register).ToListAsync());
    }

    public ValueTask DisposeAsync() => stage.DisposeAsync();
}

/// <summary>Two nodes, either of which may carry an application.</summary>
public sealed class CourtCluster : IAsyncLifetime
{
    public OdrCluster Cluster { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Cluster = await OdrCluster.StartAsync(nodes: 2, adjust: ConfirmationStage.Quick);

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();
}
