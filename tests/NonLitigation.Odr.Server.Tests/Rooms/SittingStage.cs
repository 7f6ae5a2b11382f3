using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>A case in mediation whose sittings are arranged over HTTP.</summary>
public sealed class SittingStage(CaseTown town, Guid caseId, TimeProvider time)
{
    public Guid CaseId => caseId;

    public DateTimeOffset In(double hours)
    {
        var at = time.GetUtcNow().AddHours(hours);
        return at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute));
    }

    public Task<Answer> ProposeAsync(params double[] hours) =>
        town.Wang.PostAsync($"api/cases/{caseId}/sittings", new ProposeSittingRequest([.. hours.Select(one => new SittingTimeDraft(In(one), 60, null))]));

    /// <summary>Proposed and fixed; so many hours from now.</summary>
    public async Task<SittingView> FixedAsync(double hours)
    {
        var proposed = (await ProposeAsync(hours)).As<CaseSittingsView>().Sittings.Single(one => one.State == SittingState.Proposed);
        return (await ActAsync(town.Wang, proposed.Id, "fix", new FixSittingRequest(1))).As<CaseSittingsView>().Sittings.Single(one => one.Id == proposed.Id);
    }

    public Task<Answer> ActAsync(Visitor who, Guid sitting, string act, object request) => who.PostAsync($"api/cases/{caseId}/sittings/{sitting}/{act}", request);

    public async Task<CaseSittingsView> ReadAsync(Visitor who) => (await who.GetAsync($"api/cases/{caseId}/sittings")).As<CaseSittingsView>();

    /// <summary>What was put into the outbox about sittings, in order.</summary>
    public Task<List<DeliveryMessage>> SentAsync(string contains) => town.Cluster.WithDbAsync(db =>
        db.Set<DeliveryMessage>().AsNoTracking().Where(one => one.TextZh.Contains(contains)).OrderBy(one => one.CreatedAt).ThenBy(one => one.To).ToListAsync());

    /// <summary>What the joint room's record says.</summary>
    public async Task<List<string>> EntriesAsync()
    {
        var room = (await ReadAsync(town.Wang)).RoomId;
        var entries = (await town.Wang.GetAsync($"api/rooms/{room}/entries")).As<EntriesPage>().Entries;
        return [.. entries.Select(one => one.Body.GetProperty("type").GetString()!).Where(type => type.StartsWith("sitting-", StringComparison.Ordinal))];
    }
}
