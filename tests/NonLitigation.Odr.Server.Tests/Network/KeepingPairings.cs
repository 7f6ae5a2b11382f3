using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Contracts.Network;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Network;

/// <summary>Operators pair the organisations of their part of the network and name the guides; everything stays in the list.</summary>
public sealed class KeepingPairings : IAsyncLifetime
{
    private CaseTown _town = null!;
    private Guid _court;

    public async ValueTask InitializeAsync()
    {
        _town = await CaseTown.BuildAsync(await OdrCluster.StartAsync());
        _court = await GuideStage.BodyAsync(_town.Cluster, Domain.Network.OrganisationKind.Court, "法院");
    }

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    private static async Task<PairingView[]> ListAsync(Visitor who) => (await who.GetAsync("api/pairings")).As<PairingView[]>();

    [Fact]
    public async Task Is_for_the_operator_of_the_organisation_and_of_those_above_it()
    {
        var request = new MakePairingRequest(_town.Union, _court);
        foreach (var who in new[] { _town.HarbourOperator, _town.Wang, _town.Li }) Assert.Equal(404, (await who.PostAsync("api/pairings", request)).Status);
        var made = (await _town.CityOperator.PostAsync("api/pairings", request)).As<PairingView>();
        Assert.Equal(("总工会非诉分中心", "法院", "市中心", OrganisationKind.Court), (made.OrganisationName, made.PartnerName, made.MadeByName, made.PartnerKind));
        Assert.Equal(made.Id, (await ListAsync(_town.UnionOperator)).Single().Id);
        foreach (var who in new[] { _town.HarbourOperator, _town.Wang, _town.Li }) Assert.Empty(await ListAsync(who));
        (await _town.UnionOperator.PostAsync("api/pairings", request)).IsRefused(409, "pairings.already-paired");
        (await _town.UnionOperator.PostAsync("api/pairings", new MakePairingRequest(_town.Union, _town.Harbour))).IsRefused(422, "pairings.gives-no-guidance");
        Assert.Equal(404, (await _town.UnionOperator.PostAsync("api/pairings", new MakePairingRequest(_town.Harbour, _court))).Status);
        Assert.Equal(404, (await _town.HarbourOperator.PostAsync($"api/pairings/{made.Id}/end", new { })).Status);
    }

    [Fact]
    public async Task Names_guides_who_are_guides_at_once_and_no_more_after_the_end_and_keeps_the_past()
    {
        var pairing = (await _town.UnionOperator.PostAsync("api/pairings", new MakePairingRequest(_town.Union, _court))).As<PairingView>();
        var chen = await GuideStage.PersonAsync(_town, "陈法官", "13900000071");
        NameGuideRequest Guide(string name, string contact) => new(name, contact, GuideBackground.Judge);
        Task<Answer> NameAsync(NameGuideRequest request) => _town.UnionOperator.PostAsync($"api/pairings/{pairing.Id}/guides", request);
        (await NameAsync(Guide("", "13900000071"))).IsRefused(422, "pairings.guide-needs-name");
        (await NameAsync(Guide("陈法官", "没有"))).IsRefused(422, "pairings.guide-needs-contact");
        var named = (await NameAsync(Guide("陈法官", "139 0000 0071"))).As<PairingView>().Guides.Single();
        Assert.Equal("139****0071", named.MaskedContact);
        (await NameAsync(Guide("陈法官", "13900000071"))).IsRefused(409, "pairings.already-guide");
        var me = (await chen.GetAsync("api/accounts/me")).As<MeView>();
        Assert.Equal((true, "法院"), (me.Roles.Contains(AccountRole.Guide), me.OrganisationName));
        // Somebody whom the service did not know has an account that he enters by a code.
        (await NameAsync(Guide("新法官", "13900000079"))).As<PairingView>();
        Assert.Equal("新法官", await _town.Cluster.WithDbAsync(db => db.Set<Account>().Where(one => one.UserName == "13900000079").Select(one => one.DisplayName).SingleAsync()));

        var ended = (await _town.UnionOperator.PostAsync($"api/pairings/{pairing.Id}/end", new { })).As<PairingView>();
        Assert.Equal(("总工会", true), (ended.EndedByName, ended.Guides.All(guide => guide.EndedAt is not null)));
        Assert.DoesNotContain(AccountRole.Guide, (await chen.GetAsync("api/accounts/me")).As<MeView>().Roles);
        (await NameAsync(Guide("晚到", "13900000078"))).IsRefused(422, "pairings.ended");
        var again = (await _town.UnionOperator.PostAsync("api/pairings", new MakePairingRequest(_town.Union, _court))).As<PairingView>();
        Assert.Equal([again.Id, pairing.Id], (await ListAsync(_town.UnionOperator)).Select(one => one.Id));
    }
}
