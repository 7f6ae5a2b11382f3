using System.Net;
using System.Text;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Documents.Rooms;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Server.Tests.Documents;

namespace NonLitigation.Odr.Server.Tests.Rooms;

public sealed class ExportingChosenEntries(TwoNodes cluster) : IClassFixture<TwoNodes>
{
    private static Uri Of(Guid room, string entries) => new($"api/rooms/{room}/transcript?entries={entries}", UriKind.Relative);

    [Fact]
    public async Task Proves_them_and_shows_nothing_of_the_others()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        for (var i = 0; i < 9; i++) await (i % 2 == 0 ? stage.Applicant : stage.Mediator).PostAsync(stage.Id, $"第 {i} 句 😀");
        var chosen = (await stage.Applicant.ReadAsync(stage.Id)).Entries.Where(e => e.Body.TryGetProperty("text", out var text) && text.GetString()![2] is '2' or '6').ToList();
        var file = await stage.Respondent.Http.GetByteArrayAsync(Of(stage.Id, string.Join(',', chosen.Select(e => e.Sequence))));
        var trust = Trust.Read(await stage.Mediator.Http.GetByteArrayAsync(new Uri("api/keys", UriKind.Relative)));
        var verdict = new TranscriptVerifier(trust).Verify(file);
        Assert.Equal((VerdictKind.Genuine, "excerpt"), (verdict.Kind, verdict.DocumentKind));
        var text = Encoding.UTF8.GetString(file);
        Assert.Equal(2, text.Split("\"entry\":").Length - 1);
        // No other text, and nobody's name who did not say what was chosen.
        Assert.All(Enumerable.Range(0, 9).Where(i => i is not (2 or 6)), i => Assert.DoesNotContain($"第 {i} 句", text, StringComparison.Ordinal));
        Assert.DoesNotContain("王调解员", text, StringComparison.Ordinal);
        Assert.DoesNotContain("周永顺", text, StringComparison.Ordinal);
        var folder = OutsideTool.NewFolder();
        File.WriteAllBytes(Path.Combine(folder, "excerpt.json"), file);
        Assert.Equal(["excerpt.json: genuine"], PythonVerifier.Verdicts(folder, trust));
    }

    [Fact]
    public async Task Is_for_those_alone_who_may_see_each_of_them()
    {
        await using var stage = await RoomStage.ConnectedAsync(cluster.Cluster);
        await stage.Mediator.EnterAsync(stage.Id);
        await stage.Mediator.OpenSessionAsync(stage.Id);
        var before = await stage.Mediator.PostAsync(stage.Id, "在他来之前");
        await stage.Applicant.EnterAsync(stage.Id);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stage.Applicant.Http.GetAsync(Of(stage.Id, "1"))).StatusCode);
        await stage.Mediator.AdmitAsync(stage.Id, stage.Room.Applicant);
        var mine = await stage.Applicant.PostAsync(stage.Id, "我来了");
        var trust = Trust.Read(await stage.Mediator.Http.GetByteArrayAsync(new Uri("api/keys", UriKind.Relative)));
        Assert.Equal(VerdictKind.Genuine, new TranscriptVerifier(trust).Verify(await stage.Applicant.Http.GetByteArrayAsync(Of(stage.Id, $"{mine.Sequence}"))).Kind);
        foreach (var refused in new[] { $"{before.Sequence}", $"{mine.Sequence},{before.Sequence}", "0", "-1", "x", "", "999" })
        {
            using var answer = await stage.Applicant.Http.GetAsync(Of(stage.Id, refused));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("rooms.entry-missing", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        await stage.Mediator.ActAsync(nameof(IRoomHub.RemoveFromRoom), new RemoveFromRoomRequest(stage.Id, stage.Room.Applicant, ""));
        Assert.Equal(HttpStatusCode.NotFound, (await stage.Applicant.Http.GetAsync(Of(stage.Id, $"{mine.Sequence}"))).StatusCode);
    }
}
