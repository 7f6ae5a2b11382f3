using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Law;
using NonLitigation.Odr.Contracts.Law;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Server.Tests.Negotiation;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>Statutes taken over from a folder, searched, and shown as a card whose words stay.</summary>
public sealed class ShowingAnArticle(OneNode cluster) : IClassFixture<OneNode>
{
    private async Task<StatutesImported> ImportAsync(params (string Name, string Text)[] files)
    {
        var folder = Directory.CreateTempSubdirectory("odr-statutes");
        foreach (var (name, text) in files) await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), text);
        var imported = await cluster.Cluster.WithDbAsync(db => ImportStatutes.HandleAsync(db, folder.FullName, DateTimeOffset.UtcNow, default));
        folder.Delete(recursive: true);
        return imported;
    }

    [Fact]
    public async Task Finds_the_newest_version_and_keeps_the_words_that_were_shown()
    {
        var imported = await ImportAsync(
            ("示范条例(2020-01-02).md", "# 示范条例\n第一条 旧的第一条。\n第二十九条 协议载明事实。"), ("示范条例(2024-05-06).md", "# 示范条例\n第一条 新的第一条。\n第二十九条 协议载明事实和期限。"), ("坏的.md", "没有"));
        Assert.Equal((2, 4, 1), (imported.Statutes, imported.Articles, imported.Faults.Count));
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        Task<ArticlesFoundView> SearchAsync(string q) => stage.Applicant.AskAsync<ArticlesFoundView>($"api/articles?q={Uri.EscapeDataString(q)}");
        var article = Assert.Single((await SearchAsync("示范条例 29")).Articles);
        Assert.Equal((new DateOnly(2024, 5, 6), "第二十九条", "协议载明事实和期限。"), (article.VersionOf, article.Label, article.Text));
        Assert.Equal("第一条", Assert.Single((await SearchAsync("新的")).Articles).Label);
        Assert.Empty((await SearchAsync("旧的")).Articles);
        Assert.Empty((await SearchAsync("100%_")).Articles);

        var card = new SendLawCardRequest(Guid.CreateVersion7(), article.Id);
        var receipt = await stage.Mediator.SendAsync<MessageReceipt>($"api/rooms/{stage.Id}/law-cards", card);
        Assert.Equal(receipt.Sequence, (await stage.Mediator.SendAsync<MessageReceipt>($"api/rooms/{stage.Id}/law-cards", card)).Sequence);
        await stage.Respondent.UntilAsync(p => p.Has(receipt.Sequence));
        Assert.Equal("rooms.mediator-shows-law", await ProposalWire.RefusedAsync(() => stage.Applicant.SendAsync<MessageReceipt>($"api/rooms/{stage.Id}/law-cards", card)));

        // The statute changes afterwards; what was shown does not.
        await ImportAsync(("示范条例(2024-05-06).md", "# 示范条例\n第一条 改过的第一条。"));
        Assert.Equal(1, await cluster.Cluster.WithDbAsync(db => db.Set<StatuteArticle>().CountAsync(a => a.VersionOf == new DateOnly(2024, 5, 6))));
        var shown = (await stage.Respondent.ReadAsync(stage.Id)).Entries.Single(e => e.Sequence == receipt.Sequence).Body;
        Assert.Equal(("law-card", "第二十九条", "协议载明事实和期限。"), (shown.GetProperty("type").GetString(), shown.GetProperty("article").GetString(), shown.GetProperty("text").GetString()));
    }
}
