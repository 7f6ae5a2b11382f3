using NonLitigation.Odr.Contracts.Rooms;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>An interpreter's rendering: an entry of its own under the original, by an interpreter only, of what he was there for.</summary>
public sealed class RenderingAnEntry
{
    [Fact]
    public async Task Stands_under_the_original_in_his_name_is_found_and_exported_and_is_refused_to_everybody_else()
    {
        await using var stage = await GuestStage.OpenAsync(2);
        var town = stage.Town;
        var before = await stage.Li.PostAsync(stage.Joint, "他来之前说的");
        var guest = await stage.ProposeAsync(stage.Joint);
        var page = await stage.BringInAsync(stage.Joint, guest, town.Li, town.Zhou, town.Wu);
        var said = await stage.Li.PostAsync(stage.Joint, "我要三个月的工资。");
        await page.UntilAsync(p => p.Has(said.Sequence));

        var interpreter = Assert.Single((await town.Zhou.GetAsync($"api/rooms/{stage.Joint}/interpreters")).As<InterpreterView[]>());
        Assert.Equal((stage.Lin.Id, "zh en"), (interpreter.PersonId, string.Join(' ', interpreter.Languages)));
        Assert.InRange(interpreter.Since, before.Sequence + 1, said.Sequence - 1);

        foreach (var other in new[] { town.Li, town.Wang, town.Zhou }) Assert.Equal("rooms.interpreter-renders", (await GuestStage.RenderAsync(other, stage.Joint, said.Sequence)).Code);
        Assert.Equal("rooms.reply-missing", (await GuestStage.RenderAsync(stage.Lin, stage.Joint, before.Sequence)).Code);
        Assert.Equal("rooms.reply-missing", (await GuestStage.RenderAsync(stage.Lin, stage.Joint, 10_000)).Code);
        Assert.Equal("rooms.not-your-language", (await GuestStage.RenderAsync(stage.Lin, stage.Joint, said.Sequence, language: "ja")).Code);
        Assert.Equal("shared.text-empty", (await GuestStage.RenderAsync(stage.Lin, stage.Joint, said.Sequence, text: " ")).Code);
        (await GuestStage.RenderAsync(town.Ma, stage.Joint, said.Sequence)).IsRefused(404, "shared.not-found");

        var id = Guid.CreateVersion7();
        var receipt = (await GuestStage.RenderAsync(stage.Lin, stage.Joint, said.Sequence, id: id)).As<MessageReceipt>();
        Assert.Equal(receipt, (await GuestStage.RenderAsync(stage.Lin, stage.Joint, said.Sequence, id: id)).As<MessageReceipt>());
        Assert.Equal("rooms.id-reused", (await GuestStage.RenderAsync(stage.Lin, stage.Joint, said.Sequence, text: "other", id: id)).Code);
        await stage.Zhou.UntilAsync(p => p.Has(receipt.Sequence));
        var entry = stage.Zhou.Posted.Single(e => e.Sequence == receipt.Sequence);
        Assert.Equal((said.Sequence, RoomRole.Interpreter, "林译员"), (entry.ReplyTo, entry.AuthorRole, entry.AuthorName));
        Assert.Equal(("rendering", "en", "I am owed three months of wages."), (entry.Body.GetProperty("type").GetString(), entry.Body.GetProperty("language").GetString(), entry.Body.GetProperty("text").GetString()));
        Assert.Equal("rooms.nothing-to-render", (await GuestStage.RenderAsync(stage.Lin, stage.Joint, receipt.Sequence)).Code);

        Assert.Equal(receipt.Sequence, (await town.Zhou.PostAsync($"api/rooms/{stage.Joint}/search", new SearchRoomRequest("three months"))).As<SearchHitsView>().Hits.Single().Sequence);
        Assert.Contains("I am owed three months", (await town.Zhou.GetAsync($"api/rooms/{stage.Joint}/transcript")).Text, StringComparison.Ordinal);
        // An interpreter speaks, and nothing more: no proposal is his.
        await page.PostAsync(stage.Joint, "请说慢一点。");
        await stage.Wang.ActAsync(nameof(IRoomHub.RemoveFromRoom), new RemoveFromRoomRequest(stage.Joint, stage.Lin.Id, "结束"));
        (await GuestStage.RenderAsync(stage.Lin, stage.Joint, said.Sequence)).IsRefused(404, "shared.not-found");
    }
}
