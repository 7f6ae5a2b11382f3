using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Documents.Rooms;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Shared;
using NonLitigation.Odr.Server.Tests.Documents;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

public sealed class ErasingAText(TwoNodes cluster) : IClassFixture<TwoNodes>
{
    [Fact]
    public async Task Leaves_every_proof_of_a_hundred_messages_and_nothing_of_their_words()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var words = Enumerable.Range(0, 100).Select(_ => $"秘密-{Guid.NewGuid():N}").ToList();
        var said = await Task.WhenAll(words.Select(word => stage.Applicant.PostAsync(stage.Id, $"我说：{word}")));
        await stage.Applicant.PostAsync(stage.Id, "留下的一句");
        await cluster.Cluster.Services.GetRequiredService<PublishCheckpoints>().RoundAsync(default);
        var dump = Dump();
        Assert.All(words, word => Assert.True(Holds(dump, word)));

        var records = cluster.Cluster.Services.GetRequiredService<CheckRecord>();
        var before = (await records.Handle(default)).Erased; // by the other test here
        await using var owner = Owner();
        foreach (var receipt in said) await EraseBody.HandleAsync(owner, stage.Id, receipt.Sequence, "当事人依个人信息保护法第四十七条要求删除", DateTimeOffset.UtcNow, default);
        dump = Dump();
        Assert.All(words, word => Assert.False(Holds(dump, word)));
        Assert.True(Holds(dump, "留下的一句"));
        Assert.True(Holds(dump, "第四十七条"));

        var trust = Trust.Read(await stage.Mediator.Http.GetByteArrayAsync(new Uri("api/keys", UriKind.Relative)));
        var folder = OutsideTool.NewFolder();
        foreach (var (name, query) in new[] { ("whole.json", ""), ("chosen.json", $"?entries={said[7].Sequence},{said[8].Sequence}") })
        {
            var file = await stage.Respondent.Http.GetByteArrayAsync(new Uri($"api/rooms/{stage.Id}/transcript{query}", UriKind.Relative));
            Assert.Equal(VerdictKind.Genuine, new TranscriptVerifier(trust).Verify(file).Kind);
            File.WriteAllBytes(Path.Combine(folder, name), file);
        }
        Assert.Equal(["chosen.json: genuine", "whole.json: genuine"], PythonVerifier.Verdicts(folder, trust));
        var report = await records.Handle(default);
        Assert.Equal((before + 100, 0), (report.Erased, report.Faults.Count));
        var seen = (await stage.Respondent.ReadAsync(stage.Id, said[0].Sequence - 1, 1)).Entries.Single();
        Assert.Equal("erased", seen.Body.GetProperty("type").GetString());
    }

    [Fact]
    public async Task Is_refused_for_what_is_no_message_and_a_second_time_and_leaves_the_rest_as_it_was()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var said = await stage.Applicant.PostAsync(stage.Id, "一句");
        await using var owner = Owner();
        Task Erase(long sequence) => EraseBody.HandleAsync(owner, stage.Id, sequence, "依法", DateTimeOffset.UtcNow, default);
        Assert.Equal("rooms.no-entry-to-erase", (await Assert.ThrowsAsync<RefusalException>(() => Erase(1))).Code); // the room's making
        Assert.Equal("rooms.no-entry-to-erase", (await Assert.ThrowsAsync<RefusalException>(() => Erase(said.Sequence + 1))).Code);
        await Erase(said.Sequence);
        Assert.Equal("rooms.no-entry-to-erase", (await Assert.ThrowsAsync<RefusalException>(() => Erase(said.Sequence))).Code);
        // With a reason on record the owner may take the text, and nothing else.
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => owner.Database.ExecuteSqlAsync($"update room_entries set author_name = 'x' where room_id = {stage.Id} and sequence = {said.Sequence}"));
    }

    private OdrDb Owner()
    {
        var options = new DbContextOptionsBuilder<OdrDb>();
        options.UseOdr(TestStores.Owner(cluster.Cluster.Database).ConnectionString);
        return new(options.Options);
    }

    /// <summary>Every row of every table, as text.</summary>
    private string Dump()
    {
        var (code, output) = OutsideTool.Run("pg_dump", "--data-only", TestStores.OwnerUri(cluster.Cluster.Database));
        Assert.True(code == 0, output);
        return output;
    }

    /// <summary>As text, or as the bytes of a bytea.</summary>
    private static bool Holds(string dump, string word) =>
        dump.Contains(word, StringComparison.Ordinal) || dump.Contains(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(word)), StringComparison.Ordinal);
}
