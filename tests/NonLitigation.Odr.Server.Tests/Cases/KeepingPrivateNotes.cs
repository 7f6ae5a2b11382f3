using System.Net.Http.Json;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Server.Shared;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Cases;

/// <summary>What the mediator writes for himself alone.</summary>
public sealed class KeepingPrivateNotes : IAsyncLifetime
{
    private CaseTown _town = null!;

    public async ValueTask InitializeAsync() => _town = await CaseTown.BuildAsync(await OdrCluster.StartAsync(2));

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task Brings_them_to_his_other_device_and_to_nobody_else()
    {
        var path = $"api/cases/{await _town.MediateAsync()}/notes";
        Assert.Equal(("", 0), (await _town.Wang.GetAsync(path)).As<CaseNotesView>() is var none ? (none.Text, none.Version) : default);
        var kept = (await PutAsync(_town.Wang, path, new WriteCaseNotesRequest(0, "周的底线大概一千五\n李想要当面道歉"))).As<CaseNotesView>();
        using var elsewhere = Visitor.With(_town.Cluster, _town.Wang.Id, _town.Wang.Cookie, 1);
        Assert.Equal((kept.Text, 1), (await elsewhere.GetAsync(path)).As<CaseNotesView>() is var read ? (read.Text, read.Version) : default);
        foreach (var other in new[] { _town.Li, _town.Zhou, _town.Wu, _town.Ma, _town.UnionOperator, _town.CityOperator })
        {
            (await other.GetAsync(path)).IsRefused(404, "shared.not-found");
            (await PutAsync(other, path, new WriteCaseNotesRequest(0, "x"))).IsRefused(404, "shared.not-found");
        }
    }

    [Fact]
    public async Task Loses_nothing_when_two_pages_write()
    {
        var path = $"api/cases/{await _town.MediateAsync()}/notes";
        await PutAsync(_town.Wang, path, new WriteCaseNotesRequest(0, "甲"));
        Assert.Equal(1, (await PutAsync(_town.Wang, path, new WriteCaseNotesRequest(0, "甲"))).As<CaseNotesView>().Version); // the answer was lost
        (await PutAsync(_town.Wang, path, new WriteCaseNotesRequest(0, "乙"))).IsRefused(422, "cases.notes-changed");
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(at => PutAsync(_town.Wang, path, new WriteCaseNotesRequest(1, $"第{at}页"))));
        Assert.Single(both, answer => answer.Status == 200);
        Assert.All(both.Where(answer => answer.Status != 200), answer => answer.IsRefused(422, "cases.notes-changed"));
        Assert.Equal(2, (await _town.Wang.GetAsync(path)).As<CaseNotesView>().Version);
        (await PutAsync(_town.Wang, path, new WriteCaseNotesRequest(2, new string('长', CaseNotes.LongestText + 1)))).IsRefused(422, "shared.text-too-long");
    }

    [Fact]
    public async Task Leaves_them_unreadable_in_the_database_and_out_of_every_export()
    {
        var id = await _town.MediateAsync();
        (await PutAsync(_town.Wang, $"api/cases/{id}/notes", new WriteCaseNotesRequest(0, "notescanary"))).As<CaseNotesView>();
        var row = await _town.Cluster.WithDbAsync(db => db.Set<CaseNotes>().AsNoTracking().SingleAsync(one => one.CaseId == id));
        Assert.DoesNotContain("notescanary", Encoding.Latin1.GetString(row.Sealed), StringComparison.Ordinal);
        foreach (var one in new[] { _town.Wang, _town.Li, _town.UnionOperator })
        {
            using var answer = await one.Http.GetAsync(new Uri($"api/cases/{id}/file", UriKind.Relative));
            if (!answer.IsSuccessStatusCode) continue;
            await using var archive = new System.IO.Compression.ZipArchive(await answer.Content.ReadAsStreamAsync());
            foreach (var entry in archive.Entries)
            {
                using var text = new StreamReader(await entry.OpenAsync());
                Assert.DoesNotContain("notescanary", await text.ReadToEndAsync(), StringComparison.Ordinal);
            }
        }
        // A row that was copied to somebody else opens for nobody.
        await _town.Cluster.WithDbAsync(db => db.Database.ExecuteSqlAsync($"update case_notes set person_id = {_town.Ma.Id} where case_id = {id}"));
        await _town.Cluster.WithDbAsync(db => db.Set<Case>().Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.MediatorPersonId, _town.Ma.Id)));
        (await _town.Ma.GetAsync($"api/cases/{id}/notes")).IsRefused(422, "cases.notes-unreadable");
    }

    internal static async Task<Answer> PutAsync(Visitor who, string path, object request)
    {
        using var answer = await who.Http.PutAsync(new Uri(path, UriKind.Relative), JsonContent.Create(request, request.GetType(), options: OdrJson.Options));
        return new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
