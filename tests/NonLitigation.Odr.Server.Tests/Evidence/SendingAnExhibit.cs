using System.Security.Cryptography;
using System.Text;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Evidence;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;
using SkiaSharp;

namespace NonLitigation.Odr.Server.Tests.Evidence;

public sealed class SendingAnExhibit : IAsyncLifetime
{
    private CaseTown town = null!;

    public async ValueTask InitializeAsync() => town = await CaseTown.BuildAsync(await OdrCluster.StartAsync());

    public ValueTask DisposeAsync() => town.DisposeAsync();

    public static TheoryData<string, string> Good => new()
    {
        { "jpeg", "image/jpeg" }, { "png", "image/png" }, { "webp", "image/webp" }, { "pdf", "application/pdf" }, { "text", "text/plain; charset=utf-8" },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public async Task Keeps_what_the_content_is_whatever_the_name_says(string kind, string mediaType)
    {
        var bytes = kind switch
        {
            "jpeg" => SampleFiles.Image(SKEncodedImageFormat.Jpeg), "png" => SampleFiles.Image(SKEncodedImageFormat.Png),
            "webp" => SampleFiles.Image(SKEncodedImageFormat.Webp), "pdf" => SampleFiles.Pdf(), _ => SampleFiles.Text(),
        };
        var sent = (await town.Li.UploadAsync(bytes, "证据.html")).As<ExhibitView>();
        Assert.Equal(mediaType, sent.MediaType);
        Assert.StartsWith("证据.html.", sent.Name, StringComparison.Ordinal);
        var back = await town.Li.Http.GetAsync(new Uri($"api/exhibits/{sent.Id}", UriKind.Relative));
        var content = await back.Content.ReadAsByteArrayAsync();
        Assert.Equal(sent.Sha256, Convert.ToHexStringLower(SHA256.HashData(content)));
        Assert.Equal((sent.Size, "attachment", "nosniff"), (content.Length, back.Content.Headers.ContentDisposition!.DispositionType, back.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal(sent.Name, back.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Contains("sandbox", back.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(back.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Draws_photos_anew_upright_and_without_what_hid_in_them()
    {
        byte[] polyglot = [.. SampleFiles.TurnedJpeg(), .. "PK\u0003\u0004<script>alert(1)</script>"u8];
        var sent = (await town.Li.UploadAsync(polyglot, "photo.jpg")).As<ExhibitView>();
        var kept = await town.Li.Http.GetByteArrayAsync(new Uri($"api/exhibits/{sent.Id}", UriKind.Relative));
        using var image = SKBitmap.Decode(kept);
        Assert.Equal((20, 40), (image.Width, image.Height));
        var text = Encoding.Latin1.GetString(kept);
        foreach (var hidden in new[] { "SECRET", "script", "PK\u0003\u0004", "Exif" }) Assert.DoesNotContain(hidden, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_hostile_files()
    {
        var hostile = new Dictionary<string, (byte[] Bytes, string Code)>
        {
            ["page.txt"] = (SampleFiles.Text("<html><script>alert(1)</script>"), "evidence.kind-not-allowed"),
            ["drawing.jpg"] = (SampleFiles.Text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), "evidence.kind-not-allowed"),
            ["hidden.txt"] = (SampleFiles.Text("正常文字 <ScRiPt src=x>"), "evidence.kind-not-allowed"),
            ["zeros.txt"] = ([0x41, 0, 0x42], "evidence.kind-not-allowed"),
            ["latin.txt"] = ([0xC4, 0xE3, 0xBA, 0xC3], "evidence.kind-not-allowed"),
            ["turned.txt"] = (SampleFiles.Text("金额\u202e001"), "evidence.kind-not-allowed"),
            ["program.pdf"] = ([.. "MZ"u8, 0x90, 0, 3], "evidence.kind-not-allowed"),
            ["archive.pdf"] = ([.. "PK\u0003\u0004"u8, 1, 2, 3, 4], "evidence.kind-not-allowed"),
            ["moving.gif"] = (SampleFiles.Text("GIF89a;alert(1)"), "evidence.kind-not-allowed"),
            ["empty.txt"] = ([], "evidence.empty"),
            ["cut.pdf"] = (SampleFiles.Pdf()[..^10], "evidence.pdf-incomplete"),
            ["tail.pdf"] = ([.. SampleFiles.Pdf(), .. "PK\u0003\u0004"u8], "evidence.pdf-incomplete"),
            ["script.pdf"] = (SampleFiles.Pdf("/OpenAction<</S/JavaScript/JS(app.alert(1))>>"), "evidence.pdf-active"),
            ["launch.pdf"] = (SampleFiles.Pdf("/AA<</S/Launch/F(cmd.exe)>>"), "evidence.pdf-active"),
            ["broken.png"] = (SampleFiles.Image(SKEncodedImageFormat.Png)[..40], "evidence.image-broken"),
            ["flood.png"] = (SampleFiles.PixelFlood(), "evidence.image-too-large"),
            ["huge.txt"] = (new byte[20 * 1024 * 1024 + 1], "evidence.file-too-large"),
        };
        foreach (var (name, (bytes, code)) in hostile)
        {
            var answer = await town.Li.UploadAsync(bytes, name);
            Assert.True(answer.Code == code, $"{name}: {answer.Status} {answer.Code}");
        }
    }

    [Fact]
    public async Task Is_read_by_those_of_the_case_and_by_nobody_else()
    {
        var ahead = (await town.Li.UploadAsync(SampleFiles.Text(), "记录.txt")).As<ExhibitView>();
        (await town.Zhou.GetAsync($"api/exhibits/{ahead.Id}")).IsRefused(404, "shared.not-found");
        (await town.Zhou.PostAsync("api/cases", CaseTown.Request() with { ExhibitIds = [ahead.Id] })).IsRefused(404, "shared.not-found");
        var id = await town.MediateAsync(CaseTown.Request() with { ExhibitIds = [ahead.Id] });
        foreach (var inside in new[] { town.Li, town.Zhou, town.Wu, town.Wang })
        {
            Assert.Equal(200, (await inside.GetAsync($"api/exhibits/{ahead.Id}")).Status);
            Assert.Equal(ahead.Id, (await inside.GetAsync($"api/cases/{id}/exhibits")).As<ExhibitView[]>().Single().Id);
        }
        foreach (var outside in new[] { town.Ma, town.Zhao, town.UnionOperator, town.CityOperator })
        {
            (await outside.GetAsync($"api/exhibits/{ahead.Id}")).IsRefused(404, "shared.not-found");
            (await outside.UploadAsync(SampleFiles.Text(), "x.txt", ("caseId", id))).IsRefused(404, "shared.not-found");
        }
        Assert.Equal(401, (await town.Nobody.GetAsync($"api/exhibits/{ahead.Id}")).Status);
        (await town.Wu.PostAsync($"api/cases/{id}/answer", new AnswerInvitationRequest(false, null))).As<CaseView>();
        (await town.Wu.GetAsync($"api/exhibits/{ahead.Id}")).IsRefused(404, "shared.not-found");
        (await town.Li.PostAsync($"api/cases/{id}/close", new CloseCaseRequest(ClosingReason.Withdrawn, null))).As<CaseView>();
        (await town.Li.UploadAsync(SampleFiles.Text(), "late.txt", ("caseId", id))).IsRefused(422, "evidence.case-ended");
    }

    [Fact]
    public async Task In_a_caucus_is_in_that_transcript_with_its_hash_and_for_that_side_alone()
    {
        var id = await town.MediateAsync();
        var zhouParty = (await town.Zhou.GetAsync($"api/cases/{id}")).As<CaseView>().Parties.Single(party => party.IsMe).Id;
        await using var wang = await TestPage.OpenAsync(town.Cluster, town.Wang.Id);
        await using var zhou = await TestPage.OpenAsync(town.Cluster, town.Zhou.Id);
        var caucus = await wang.AskAsync<RoomView>(nameof(IRoomHub.OpenCaucus), new OpenCaucusRequest(id, zhouParty));
        await wang.EnterAsync(caucus.Id);
        await zhou.EnterAsync(caucus.Id);
        await wang.AdmitAsync(caucus.Id, town.Zhou.Id);
        await wang.OpenSessionAsync(caucus.Id);

        var message = Guid.CreateVersion7();
        (await town.Zhou.UploadAsync(SampleFiles.Text(), "底线.txt", ("roomId", caucus.Id))).IsRefused(422, "evidence.id-missing");
        var sent = (await town.Zhou.UploadAsync(SampleFiles.Text(), "底线.txt", ("roomId", caucus.Id), ("clientMessageId", message))).As<ExhibitView>();
        Assert.Equal(sent, (await town.Zhou.UploadAsync(SampleFiles.Text(), "底线.txt", ("roomId", caucus.Id), ("clientMessageId", message))).As<ExhibitView>());
        (await town.Zhou.UploadAsync(SampleFiles.Text("另一份"), "底线.txt", ("roomId", caucus.Id), ("clientMessageId", message))).IsRefused(409, "evidence.id-reused");
        var entry = (await zhou.ReadAsync(caucus.Id)).Entries.Single(one => one.Kind == EntryKind.Exhibit);
        Assert.Equal((sent.Sha256, sent.Id.ToString()), (entry.Body.GetProperty("sha256").GetString(), entry.Body.GetProperty("exhibitId").GetString()));

        Assert.Equal(200, (await town.Wang.GetAsync($"api/exhibits/{sent.Id}")).Status);
        foreach (var other in new[] { town.Li, town.Wu, town.UnionOperator, town.Ma })
        {
            (await other.GetAsync($"api/exhibits/{sent.Id}")).IsRefused(404, "shared.not-found");
            (await other.UploadAsync(SampleFiles.Text(), "x.txt", ("roomId", caucus.Id), ("clientMessageId", Guid.CreateVersion7()))).IsRefused(404, "shared.not-found");
        }
        Assert.Empty((await town.Li.GetAsync($"api/cases/{id}/exhibits")).As<ExhibitView[]>());
        (await town.Wu.PostAsync($"api/cases/{id}/answer", new AnswerInvitationRequest(false, null))).As<CaseView>();
    }

    [Fact]
    public async Task Is_refused_in_a_room_that_is_not_open_and_leaves_nothing()
    {
        var id = await town.MediateAsync();
        var room = (await town.Li.GetAsync("api/rooms")).As<RoomView[]>().Single();
        Assert.Equal(id, room.CaseId);
        var answer = await town.Li.UploadAsync(SampleFiles.Text(), "x.txt", ("roomId", room.Id), ("clientMessageId", Guid.CreateVersion7()));
        Assert.StartsWith("rooms.not-", answer.Code, StringComparison.Ordinal);
        Assert.Empty(await town.Cluster.WithDbAsync(db => Task.FromResult(db.Set<Domain.Evidence.Exhibit>().ToList())));
    }
}
