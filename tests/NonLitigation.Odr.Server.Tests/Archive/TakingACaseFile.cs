using System.IO.Compression;
using System.Text;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Documents.Archive;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Server.Tests.Negotiation;
using NonLitigation.Odr.Server.Tests.Rooms;
using NonLitigation.Odr.Verifier;

namespace NonLitigation.Odr.Server.Tests.Archive;

public sealed class TakingACaseFile(ArchiveCluster cluster) : IClassFixture<ArchiveCluster>
{
    [Fact]
    public async Task Gives_each_his_own_part_which_verifies_offline()
    {
        await using var archive = await ArchiveStage.OpenAsync(cluster.Cluster);
        var (trust, files) = await FilesAsync(archive);
        foreach (var (who, file) in files)
        {
            var verdict = new CaseFileVerifier(trust).Verify(new MemoryStream(file));
            Assert.True(verdict.Kind == VerdictKind.Genuine, $"{who}: {verdict.Why.En} {string.Join(' ', verdict.Details.Select(one => one.En))}");
        }
        var names = files.ToDictionary(one => one.Key, one => Names(one.Value));
        Assert.All(names.Values, list => Assert.Superset(new HashSet<string> { "index.html", "verify.txt", "01 application/application.json", "04 agreement/outcome.pdf", "05 afterwards/performance.json" }, list.ToHashSet()));
        Assert.Equal(2, names["Zhou"].Count(name => name.EndsWith("/transcript.json", StringComparison.Ordinal)));
        Assert.Equal(1, names["Li"].Count(name => name.EndsWith("/transcript.json", StringComparison.Ordinal)));
        Assert.DoesNotContain(names["Keeper"], name => name.StartsWith("03 rooms", StringComparison.Ordinal));
        Assert.False(Holds(files["Li"], "只对调解员说") || Holds(files["Keeper"], "只对调解员说"));
        // What was held and given back: its author's and the mediator's, apart from the transcript.
        Assert.True(Holds(files["Li"], "李海生一时的气话") && Holds(files["Zhou"], "周永顺一时的气话") && !Holds(files["Li"], "周永顺一时的气话") && !Holds(files["Zhou"], "李海生一时的气话"));
        Assert.True(Holds(files["Mediator"], "李海生一时的气话") && Holds(files["Mediator"], "周永顺一时的气话") && !Holds(files["Keeper"], "一时的气话"));
        foreach (var who in files.Values)
            Assert.All(Contents(who).Where(one => one.Text.Contains("一时的气话", StringComparison.Ordinal)), one => Assert.EndsWith("/never-said.json", one.Name, StringComparison.Ordinal));
        Assert.Contains("从未在调解室说出", Contents(files["Li"]).Single(one => one.Name.EndsWith("/never-said.json", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
        Assert.All(new[] { "Li", "Zhou", "Mediator" }, who => Assert.Contains(Contents(files[who]), one => one.Name.EndsWith("transcript.json", StringComparison.Ordinal) && one.Text.Contains("想好了再说的话", StringComparison.Ordinal)));
        Assert.True(Holds(files["Zhou"], "只对调解员说") && Holds(files["Mediator"], "只对调解员说"));
        Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(async () => await (await archive.Stage.PageAsync(Guid.CreateVersion7())).AskAsync<object>($"api/cases/{archive.CaseId}/file")));
        Assert.Single((await archive.ReadAsync(archive.Stage.Li)).Copies);

        var folder = Directory.CreateTempSubdirectory("odr-case-file-").FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "trust.json"), trust.ToJson());
        await File.WriteAllBytesAsync(Path.Combine(folder, "file.zip"), files["Zhou"]);
        await using var said = new StringWriter();
        Assert.Equal(VerifyCommand.Genuine, VerifyCommand.Run(["--trust", Path.Combine(folder, "trust.json"), "--lang", "zh", Path.Combine(folder, "file.zip")], said, said));
        Assert.Contains("卷宗完整", said.ToString(), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Shows_each_byte_that_was_changed_and_each_file_that_is_missing_or_does_not_belong()
    {
        await using var archive = await ArchiveStage.OpenAsync(cluster.Cluster);
        var (trust, files) = await FilesAsync(archive);
        var (file, verifier, random) = (files["Zhou"], new CaseFileVerifier(trust), new Random(4));
        var original = Contents(file);
        var ranges = ContentRanges(file);
        for (var n = 0; n < 100; n++)
        {
            var (start, length) = ranges[random.Next(ranges.Count)];
            var at = start + random.Next(length);
            var flipped = file.ToArray();
            flipped[at] ^= (byte)(1 << random.Next(8));
            var verdict = verifier.Verify(new MemoryStream(flipped));
            Assert.True(verdict.Kind == VerdictKind.Altered, $"byte {at}: {verdict.Kind}");
        }
        // Anywhere in the container: found, or not a byte of any content or name is another one.
        for (var n = 0; n < 300; n++)
        {
            var flipped = file.ToArray();
            flipped[random.Next(file.Length)] ^= (byte)(1 << random.Next(8));
            if (verifier.Verify(new MemoryStream(flipped)).Kind == VerdictKind.Genuine) Assert.Equal(original, Contents(flipped));
        }
        Assert.Contains("missing: 04 agreement/agreement.json", Found(verifier, Changed(file, zip => zip.GetEntry("04 agreement/agreement.json")!.Delete())), StringComparison.Ordinal);
        Assert.Contains("does not belong: 02 exhibits/extra.txt", Found(verifier, Changed(file, zip => zip.CreateEntry("02 exhibits/extra.txt"))), StringComparison.Ordinal);
        Assert.Contains("index", Found(verifier, Changed(file, zip => zip.GetEntry("index.note")!.Delete())), StringComparison.Ordinal);
        Assert.Equal(VerdictKind.Unknown, verifier.Verify(new MemoryStream(Changed(file, zip => { foreach (var entry in zip.Entries.ToList()) entry.Delete(); }))).Kind);
    }

    private static async Task<(Trust Trust, Dictionary<string, byte[]> Files)> FilesAsync(ArchiveStage archive)
    {
        var stage = archive.Stage;
        var room = await stage.SitAsync();
        await stage.Li.PostAsync(room, "大家都听见");
        await SendAsync(stage.Mediator, $"api/rooms/{room}/hold", new StartHoldRequest("先冷静"));
        foreach (var (who, words) in new[] { (stage.Li, "李海生一时的气话"), (stage.Zhou, "周永顺一时的气话"), (stage.Zhou, "想好了再说的话") }) await who.PostAsync(room, words);
        foreach (var held in (await stage.Mediator.AskAsync<HeldMessagesView>($"api/rooms/{room}/held")).Messages)
            await SendAsync(stage.Mediator, $"api/rooms/{room}/held/{held.Id}/{(held.Text.Contains("气话", StringComparison.Ordinal) ? "return" : "release")}", new ReturnHeldRequest("请只说事实"));
        await SendAsync(stage.Mediator, $"api/rooms/{room}/hold/end", new EndHoldRequest(true, null));
        var caucus = await stage.Mediator.AskAsync<RoomView>(nameof(IRoomHub.OpenCaucus), new OpenCaucusRequest(archive.CaseId, stage.ZhouParty));
        await stage.Zhou.EnterAsync(caucus.Id);
        await stage.Zhou.PostAsync(caucus.Id, "只对调解员说");
        await archive.AgreedAsync();
        await archive.PerformedAsync();
        var trust = Trust.Read(await stage.Li.Http.GetByteArrayAsync(new Uri("api/keys", UriKind.Relative)));
        return (trust, new()
        {
            ["Li"] = await archive.FileAsync(stage.Li), ["Zhou"] = await archive.FileAsync(stage.Zhou), ["Mediator"] = await archive.FileAsync(stage.Mediator), ["Keeper"] = await archive.FileAsync(archive.Keeper),
        });
    }

    private static Task<HeldMessagesView> SendAsync(TestPage page, string path, object request) => page.SendAsync<HeldMessagesView>(path, request);

    private static string Found(CaseFileVerifier verifier, byte[] file)
    {
        var verdict = verifier.Verify(new MemoryStream(file));
        Assert.Equal(VerdictKind.Altered, verdict.Kind);
        return verdict.Where!.En;
    }

    private static byte[] Changed(byte[] file, Action<ZipArchive> change)
    {
        var stream = new MemoryStream();
        stream.Write(file);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true)) change(zip);
        return stream.ToArray();
    }

    private static List<string> Names(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }

    private static bool Holds(byte[] file, string word) => Contents(file).Any(one => one.Text.Contains(word, StringComparison.Ordinal));

    private static List<(string Name, string Text)> Contents(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return [.. zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.Latin1);
            return (entry.FullName, Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(reader.ReadToEnd())));
        })];
    }

    /// <summary>Where the bytes of each entry lie, from the central directory.</summary>
    private static List<(int Start, int Length)> ContentRanges(byte[] file)
    {
        var ranges = new List<(int, int)>();
        for (var at = 0; (at = file.AsSpan(at).IndexOf("PK\u0001\u0002"u8) is var next && next >= 0 ? at + next : -1) >= 0; at += 4)
        {
            var length = BitConverter.ToInt32(file, at + 20);
            var header = BitConverter.ToInt32(file, at + 42);
            var start = header + 30 + BitConverter.ToUInt16(file, header + 26) + BitConverter.ToUInt16(file, header + 28);
            if (length > 0) ranges.Add((start, length));
        }
        Assert.True(ranges.Count > 10);
        return ranges;
    }
}
