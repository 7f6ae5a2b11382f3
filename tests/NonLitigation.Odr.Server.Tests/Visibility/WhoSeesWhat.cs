using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Enterprises;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Domain.Enterprises;
using NonLitigation.Odr.Server.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Visibility;

public sealed class WhoSeesWhat
{
    private static readonly Type[] Hubs = [.. typeof(RoomHub).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Hub)) && !type.IsAbstract)];

    [Fact]
    public async Task Is_what_the_policy_says_for_every_endpoint_and_hub_method_and_fourteen_callers()
    {
        await using var world = await VisibilityWorld.BuildAsync(await OdrCluster.StartAsync());
        var endpoints = VisibilityWalk.Endpoints(world.Town.Cluster.Services).ToList();
        var probes = Probes.Of(world).ToList();
        Assert.True(endpoints.Count > 30 && Hubs.Length > 0);
        Assert.Equal(14, world.Callers.Count);
        Assert.Empty(VisibilityWalk.Undeclared(endpoints, Hubs));
        Assert.Empty(VisibilityWalk.Unprobed(endpoints, Hubs, probes));
        var differences = await VisibilityWalk.DifferencesAsync(world, probes);
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public async Task Is_found_wrong_when_one_check_is_removed()
    {
        await using var world = await VisibilityWorld.BuildAsync(await OdrCluster.StartAsync(adjust: builder => builder.Services.AddSingleton<CaseAccess, NoGuard>()));
        var probes = Probes.Of(world).Where(probe => probe.Operation is "ReadCase" or "ReadExhibit" or "ListExhibits");
        var differences = await VisibilityWalk.DifferencesAsync(world, probes);
        foreach (var operation in new[] { "ReadCase", "ReadExhibit", "ListExhibits" })
            Assert.Contains(differences, difference => difference.StartsWith($"SHOWN   {operation} ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_found_wrong_when_the_check_of_mandates_is_removed()
    {
        await using var world = await VisibilityWorld.BuildAsync(await OdrCluster.StartAsync(adjust: builder => builder.Services.AddSingleton<EnterpriseAccess, NoMandates>()));
        var differences = await VisibilityWalk.DifferencesAsync(world, Probes.Of(world).Where(probe => probe.Operation is "ReadEnterprise" or "GrantMandate"));
        foreach (var operation in new[] { "ReadEnterprise", "GrantMandate" })
            Assert.Contains(differences, difference => difference.StartsWith($"SHOWN   {operation} ", StringComparison.Ordinal));
    }

    [Fact]
    public void Is_found_undeclared_when_an_endpoint_or_a_hub_method_says_nothing()
    {
        var silent = new Endpoint(_ => Task.CompletedTask, new EndpointMetadataCollection(), "silent");
        var empty = new Endpoint(_ => Task.CompletedTask, new EndpointMetadataCollection(new ShowsAttribute()), "empty");
        Assert.Equal(["silent", "empty", nameof(SilentHub.Tell)], VisibilityWalk.Undeclared([silent, empty], typeof(SilentHub)));
        var guarded = new Endpoint(_ => Task.CompletedTask, new EndpointMetadataCollection(new ShowsAttribute(SecuredObject.CaseFile)), "guarded");
        Assert.Equal(["guarded: CaseFile"], VisibilityWalk.Unprobed([guarded], [], []));
    }

    [Fact]
    public void Is_declared_for_every_object_and_nothing_guarded_is_shown_to_nobody_or_to_the_anonymous()
    {
        foreach (var what in Enum.GetValues<SecuredObject>())
        {
            Assert.Contains(Enum.GetValues<CallerKind>(), kind => VisibilityPolicy.Sees(what, kind));
            if (what is not (SecuredObject.Public or SecuredObject.Telemetry or SecuredObject.Development)) Assert.False(VisibilityPolicy.Sees(what, CallerKind.Anonymous));
        }
    }

    private sealed class NoGuard : CaseAccess
    {
        protected override bool Allows(CaseFacts facts, IReadOnlyList<SecuredObject> what) => true;
    }

    private sealed class NoMandates(TimeProvider time) : EnterpriseAccess(time)
    {
        protected override bool Allows(EnterpriseFacts facts, SecuredObject what, MandateScope scope) => true;
    }

    private sealed class SilentHub : Hub
    {
        public Task Tell() => Clients.All.SendAsync("Told");
    }
}
