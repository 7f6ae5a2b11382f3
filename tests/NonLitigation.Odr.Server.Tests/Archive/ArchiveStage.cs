using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Archive;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Network;
using NonLitigation.Odr.Persistence.Shared;
using NonLitigation.Odr.Server.Tests.Negotiation;
using NonLitigation.Odr.Server.Tests.Rooms;
using NonLitigation.Odr.Server.Tests.Settlements;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Archive;

/// <summary>The deckhand's case and the one who keeps the files of its organisation.</summary>
public sealed class ArchiveStage(SettlementStage stage, TestPage keeper) : IAsyncDisposable
{
    public SettlementStage Stage => stage;
    public TestPage Keeper => keeper;
    public Guid CaseId => stage.Case.Id;
    public string Path => $"api/cases/{CaseId}/records";

    public static async Task<ArchiveStage> OpenAsync(OdrCluster cluster)
    {
        var stage = await SettlementStage.OpenAsync(cluster);
        var id = Guid.CreateVersion7();
        await cluster.WithDbAsync(async db =>
        {
            db.Add(new Account { Id = id, UserName = $"{id:N}", NormalizedUserName = $"{id:N}".ToUpperInvariant(), DisplayName = "孙管档", SecurityStamp = $"{id:N}", CreatedAt = DateTimeOffset.UtcNow });
            db.Add(new OperatorSeat { PersonId = id, OrganisationId = stage.Organisation });
            return await db.SaveChangesAsync();
        });
        return new(stage, await stage.PageAsync(id));
    }

    public Task<CaseRecordsView> ReadAsync(TestPage page) => page.AskAsync<CaseRecordsView>(Path);

    public Task<CaseRecordsView> KeepAsync(string act, object request) => keeper.SendAsync<CaseRecordsView>($"{Path}/{act}", request);

    public Task<CaseRecordsView> AskAsync(TestPage page, string reason, Guid? id = null) =>
        page.SendAsync<CaseRecordsView>($"{Path}/deletion-requests", new AskForDeletionRequest(id ?? Guid.CreateVersion7(), reason));

    public Task<byte[]> FileAsync(TestPage page) => page.Http.GetByteArrayAsync(new Uri($"api/cases/{CaseId}/file", UriKind.Relative));

    /// <summary>Signed by all, its document made.</summary>
    public async Task<AgreementView> AgreedAsync(DraftAgreementRequest? draft = null)
    {
        var drafted = await stage.Mediator.PutAsync<AgreementView>(stage.Path, draft ?? stage.BothSums(0));
        await stage.AllSignAsync(await stage.Mediator.SendAsync<AgreementView>($"{stage.Path}/freeze", new FreezeAgreementRequest(drafted.Version)));
        for (var end = DateTime.UtcNow.AddSeconds(60); ; await Task.Delay(200))
        {
            var view = await stage.ReadAsync(stage.Li);
            if (view.OutcomeId is not null) return view;
            Assert.True(DateTime.UtcNow < end, "The document was not made within 60 s.");
        }
    }

    /// <summary>The deckhand writes down that he has both sums.</summary>
    public async Task PerformedAsync(string? note = null)
    {
        var day = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8));
        foreach (var (number, fen) in new[] { (1, 160_000L), (2, 180_000L) })
            await stage.Li.SendAsync<PerformanceView>($"api/cases/{CaseId}/performance/{number}/receipt", new RecordReceiptRequest(Guid.CreateVersion7(), fen, day, false, note));
    }

    /// <summary>As if the case had ended long ago and its term were over since yesterday.</summary>
    public async Task TermIsOverAsync()
    {
        await using var owner = Owner();
        await owner.Database.ExecuteSqlAsync($"alter table case_retentions disable trigger seals_are_not_broken");
        await owner.Database.ExecuteSqlAsync($"update case_retentions set ended_on = current_date - 11000, ends_on = current_date - 2 where case_id = {CaseId}");
        await owner.Database.ExecuteSqlAsync($"alter table case_retentions enable trigger seals_are_not_broken");
    }

    public Task<DateTimeOffset?> ErasedAtAsync() => stage.Cluster.WithDbAsync(db => db.Set<CaseRetention>().Where(one => one.CaseId == CaseId && one.FilesErasedAt != null).Select(one => one.ErasedAt).FirstOrDefaultAsync());

    public async Task UntilErasedAsync()
    {
        for (var end = DateTime.UtcNow.AddSeconds(30); await ErasedAtAsync() is null; await Task.Delay(100)) Assert.True(DateTime.UtcNow < end, "Not erased within 30 s.");
    }

    public OdrDb Owner()
    {
        var options = new DbContextOptionsBuilder<OdrDb>();
        options.UseOdr(TestStores.Owner(stage.Cluster.Database).ConnectionString);
        return new(options.Options);
    }

    public ValueTask DisposeAsync() => stage.DisposeAsync();
}

/// <summary>A node that looks for what is due all the time, and a court that answers at once.</summary>
public sealed class ArchiveCluster : IAsyncLifetime
{
    public OdrCluster Cluster { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Cluster = await OdrCluster.StartAsync(adjust: Quick);

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();

    private static void Quick(WebApplicationBuilder builder)
    {
        ConfirmationStage.Quick(builder);
        builder.Configuration["Odr:Archive:EraseSweep"] = "00:00:00.300";
    }
}
