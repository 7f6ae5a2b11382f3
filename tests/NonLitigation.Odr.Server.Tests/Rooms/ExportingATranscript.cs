using System.Net;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Documents.Rooms;
using NonLitigation.Odr.Documents.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

public sealed class ExportingATranscript(TwoNodes cluster) : IClassFixture<TwoNodes>
{
    private static Uri Of(Guid room) => new($"api/rooms/{room}/transcript", UriKind.Relative);

    private static async Task<TranscriptVerifier> VerifierAsync(TestPage page) =>
        new(Trust.Read(await page.Http.GetByteArrayAsync(new Uri("api/keys", UriKind.Relative))));

    [Fact]
    public async Task Gives_every_party_the_same_genuine_file()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        for (var i = 0; i < 9; i++) await stage.Applicant.PostAsync(stage.Id, $"第 {i} 句 😀");
        var his = await stage.Applicant.Http.GetByteArrayAsync(Of(stage.Id));
        var hers = await stage.Respondent.Http.GetByteArrayAsync(Of(stage.Id));
        Assert.Equal(his, hers);
        Assert.Equal(VerdictKind.Genuine, (await VerifierAsync(stage.Mediator)).Verify(his).Kind);
    }

    [Fact]
    public async Task Is_found_altered_after_any_change()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        await stage.Applicant.PostAsync(stage.Id, "一千六百元");
        var file = await stage.Applicant.Http.GetByteArrayAsync(Of(stage.Id));
        var verifier = await VerifierAsync(stage.Mediator);
        for (var at = 0; at < file.Length; at += 37)
        {
            var changed = (byte[])file.Clone();
            changed[at] ^= 1;
            Assert.NotEqual(VerdictKind.Genuine, verifier.Verify(changed).Kind);
        }
    }

    [Fact]
    public async Task Starts_for_a_late_comer_at_his_admission_and_still_proves()
    {
        await using var stage = await RoomStage.ConnectedAsync(cluster.Cluster);
        await stage.Mediator.EnterAsync(stage.Id);
        await stage.Mediator.OpenSessionAsync(stage.Id);
        await stage.Mediator.PostAsync(stage.Id, "在他来之前");
        await stage.Applicant.EnterAsync(stage.Id);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stage.Applicant.Http.GetAsync(Of(stage.Id))).StatusCode);
        await stage.Mediator.AdmitAsync(stage.Id, stage.Room.Applicant);
        await stage.Applicant.PostAsync(stage.Id, "我来了");
        var file = await stage.Applicant.Http.GetByteArrayAsync(Of(stage.Id));
        Assert.Equal(VerdictKind.Genuine, (await VerifierAsync(stage.Mediator)).Verify(file).Kind);
        Assert.DoesNotContain("在他来之前", System.Text.Encoding.UTF8.GetString(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_found_by_strangers_and_the_removed()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        await stage.Mediator.ActAsync(nameof(IRoomHub.RemoveFromRoom), new RemoveFromRoomRequest(stage.Id, stage.Room.Respondent, ""));
        await using var stranger = await TestPage.OpenAsync(cluster.Cluster, Guid.CreateVersion7());
        foreach (var page in new[] { stage.Respondent, stranger })
            Assert.Equal(HttpStatusCode.NotFound, (await page.Http.GetAsync(Of(stage.Id))).StatusCode);
    }
}
