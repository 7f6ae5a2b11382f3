using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>A mediator's own texts and those of his organisation, replaced version by version.</summary>
public sealed class KeepingCannedTexts : IAsyncLifetime
{
    private CaseTown _town = null!;

    public async ValueTask InitializeAsync() => _town = await CaseTown.BuildAsync(await OdrCluster.StartAsync());

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task Shows_each_his_own_and_his_organisations_and_nobody_elses()
    {
        var (own, shared) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await WriteAsync(_town.Wang, own, new(0, false, "kc", "开场", "{申请人}、{被申请人}，大家好。"));
        (await PutAsync(_town.Wang, shared, new(0, true, "gz", "规则", "请依次发言。"))).IsRefused(404, "shared.not-found"); // the organisation's are its operators' to write
        await WriteAsync(_town.UnionOperator, shared, new(0, true, "gz", "规则", "请依次发言。"));
        Assert.Equal([("kc", false, true), ("gz", true, false)], (await ListAsync(_town.Wang)).Select(one => (one.Shortcut, one.Shared, one.MayEdit)));
        Assert.Equal([("gz", true, false)], (await ListAsync(_town.Ma)).Select(one => (one.Shortcut, one.Shared, one.MayEdit)));
        Assert.Empty(await ListAsync(_town.Zhao)); // another organisation's mediator
        Assert.Empty(await ListAsync(_town.Li));
        (await PutAsync(_town.Ma, own, new(1, false, "kc", "开场", "改"))).IsRefused(404, "shared.not-found");
        (await _town.Ma.PostAsync($"api/snippets/{own}/remove", new { })).IsRefused(404, "shared.not-found");
        (await _town.Wang.PostAsync($"api/snippets/{shared}/remove", new { })).IsRefused(404, "shared.not-found");
        (await PutAsync(_town.Li, Guid.CreateVersion7(), new(0, false, "x", "x", "x"))).IsRefused(404, "shared.not-found");
    }

    [Fact]
    public async Task Replaces_a_version_and_keeps_the_old_one()
    {
        var id = Guid.CreateVersion7();
        var first = new WriteSnippetRequest(0, false, "KC", "开场", "大家好。");
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => PutAsync(_town.Wang, id, first))); // a repeat is the same act
        var second = (await WriteAsync(_town.Wang, id, first with { BasedOn = 1, Text = "各位好。" })).Single();
        Assert.Equal((2, "kc", "各位好。"), (second.Version, second.Shortcut, second.Text));
        (await PutAsync(_town.Wang, id, first with { BasedOn = 1, Text = "您好。" })).IsRefused(409, "shared.already-changed");
        var versions = await _town.Cluster.WithDbAsync(db => db.Set<Snippet>().AsNoTracking().Where(one => one.SnippetId == id).OrderBy(one => one.Version).ToListAsync());
        Assert.Equal(["大家好。", "各位好。"], versions.Select(one => one.Text));
        (await PutAsync(_town.Wang, Guid.CreateVersion7(), first)).IsRefused(422, "rooms.snippet-shortcut-taken");
        (await PutAsync(_town.Wang, Guid.CreateVersion7(), first with { Shortcut = "k c" })).IsRefused(422, "rooms.snippet-shortcut");
        (await PutAsync(_town.Wang, Guid.CreateVersion7(), first with { Shortcut = "kd", Text = " " })).IsRefused(422, "shared.text-empty");
        Assert.Empty((await _town.Wang.PostAsync($"api/snippets/{id}/remove", new { })).As<SnippetView[]>());
        (await PutAsync(_town.Wang, id, first with { BasedOn = 2 })).IsRefused(409, "shared.already-changed");
        Assert.Single(await WriteAsync(_town.Wang, Guid.CreateVersion7(), first)); // the shortcut is free again
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => _town.Cluster.WithDbAsync(db => db.Database.ExecuteSqlAsync($"delete from snippets")));
    }

    private static async Task<SnippetView[]> ListAsync(Visitor who) => (await who.GetAsync("api/snippets")).As<SnippetView[]>();

    private static async Task<SnippetView[]> WriteAsync(Visitor who, Guid id, WriteSnippetRequest request) => (await PutAsync(who, id, request)).As<SnippetView[]>();

    private static Task<Answer> PutAsync(Visitor who, Guid id, WriteSnippetRequest request) => KeepingPrivateNotes.PutAsync(who, $"api/snippets/{id}", request);
}
