using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Documents.Settlements;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static NonLitigation.Odr.Server.Tests.Negotiation.ProposalWire;

namespace NonLitigation.Odr.Server.Tests.Rooms;

public abstract class TakingBackAMessage(RoomCluster cluster)
{
    [Fact]
    public async Task Takes_the_text_away_for_good_and_keeps_that_it_was_there_and_every_proof()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var said = await stage.Applicant.PostAsync(stage.Id, "我说错了：收到过八百元");
        var (id, path) = (Guid.CreateVersion7(), $"api/rooms/{stage.Id}/entries/{said.Sequence}/withdrawal");
        var taken = await stage.Applicant.SendAsync<MessageReceipt>(path, new WithdrawMessageRequest(id));
        Assert.Equal(taken, await stage.Applicant.SendAsync<MessageReceipt>(path, new WithdrawMessageRequest(id)));
        foreach (var page in new[] { stage.Applicant, stage.Respondent, stage.Mediator })
        {
            var entries = (await page.ReadAsync(stage.Id)).Entries;
            Assert.Equal("erased", Type(entries.Single(e => e.Sequence == said.Sequence)));
            var last = entries[^1];
            Assert.Equal((taken.Sequence, "message-withdrawn", said.Sequence, stage.Applicant.Person), (last.Sequence, Type(last), last.Body.GetProperty("of").GetInt64(), last.AuthorId));
            await page.UntilAsync(p => p.Has(taken.Sequence));
        }
        Assert.Equal(0, await cluster.Cluster.WithDbAsync(db => db.Database
            .SqlQuery<int>($"select count(*)::int as \"Value\" from room_entries where room_id = {stage.Id} and position('八百元' in convert_from(body, 'UTF8')) > 0").SingleAsync()));
        var file = await stage.Mediator.Http.GetByteArrayAsync(new Uri($"api/rooms/{stage.Id}/transcript", UriKind.Relative));
        Assert.DoesNotContain("八百元", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        Assert.Equal(VerdictKind.Genuine, new DocumentVerifier(cluster.Cluster.Services.GetRequiredService<Lazy<KeyStore>>().Value.Trust).Verify(file).Kind);
    }

    [Fact]
    public async Task Is_refused_once_anybody_else_has_read_it_and_for_what_others_said()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var said = await stage.Applicant.PostAsync(stage.Id, "请对方说明");
        await stage.Applicant.ActAsync(nameof(IRoomHub.MarkRead), new MarkReadRequest(stage.Id, said.Sequence));
        Assert.Equal("rooms.nothing-to-withdraw", await RefusedAsync(() => WithdrawAsync(stage.Mediator, said.Sequence)));
        Assert.Equal("rooms.nothing-to-withdraw", await RefusedAsync(() => WithdrawAsync(stage.Applicant, 1)));
        Assert.Equal("rooms.nothing-to-withdraw", await RefusedAsync(() => WithdrawAsync(stage.Applicant, said.Sequence + 50)));
        await stage.Respondent.ActAsync(nameof(IRoomHub.MarkRead), new MarkReadRequest(stage.Id, said.Sequence));
        Assert.Equal("rooms.read-already", await RefusedAsync(() => WithdrawAsync(stage.Applicant, said.Sequence)));
        Assert.Equal("text", Type((await stage.Mediator.ReadAsync(stage.Id)).Entries.Single(e => e.Sequence == said.Sequence)));
        Task<MessageReceipt> WithdrawAsync(TestPage page, long sequence) =>
            page.SendAsync<MessageReceipt>($"api/rooms/{stage.Id}/entries/{sequence}/withdrawal", new WithdrawMessageRequest(Guid.CreateVersion7()));
    }

    /// <summary>
    /// Who commits first has it. Once a reader's mark is acknowledged, what he reads then stays: the impossible pair is a text that was read with the mark in the record, and
    /// was taken back as unread. Half of the readers have no position yet: there is no row of theirs to wait for.
    /// </summary>
    [Fact]
    public async Task At_the_moment_it_is_read_ends_in_one_of_the_two_and_never_in_both()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var (withdrawn, kept) = (0, 0);
        for (var turn = 0; turn < 60; turn++)
        {
            if (turn % 2 == 0)
                await cluster.Cluster.WithDbAsync(db => db.Database.ExecuteSqlAsync($"delete from read_positions where room_id = {stage.Id}"));
            var said = await stage.Applicant.PostAsync(stage.Id, $"第{turn}句");
            var (first, second) = turn switch { 0 => (0, 200), 1 => (200, 0), _ => (Random.Shared.Next(6), Random.Shared.Next(6)) };
            var taking = TakeAsync(said.Sequence, first);
            var reading = Task.WhenAll(new[] { stage.Respondent, stage.Mediator }.Select(page => ReadAsync(page, said.Sequence, second)));
            var (refusal, texts) = (await taking, await reading);
            Assert.True(refusal is null or "rooms.read-already", refusal);
            if (refusal is null)
            {
                withdrawn++;
                Assert.All(texts, text => Assert.Equal("erased", text));
            }
            else
            {
                kept++;
                Assert.All(texts, text => Assert.Equal("text", text));
            }
        }
        Assert.True(withdrawn > 0 && kept > 0, $"{withdrawn} taken back, {kept} kept: the two never met");

        async Task<string?> TakeAsync(long sequence, int after)
        {
            await Task.Delay(after);
            using var answer = await stage.Applicant.Http.PostAsJsonAsync(new Uri($"api/rooms/{stage.Id}/entries/{sequence}/withdrawal", UriKind.Relative), new WithdrawMessageRequest(Guid.CreateVersion7()));
            return answer.IsSuccessStatusCode ? null : (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
        }

        async Task<string> ReadAsync(TestPage page, long sequence, int after)
        {
            await Task.Delay(after);
            await page.ActAsync(nameof(IRoomHub.MarkRead), new MarkReadRequest(stage.Id, sequence));
            return Type(Assert.Single((await page.ReadAsync(stage.Id, sequence - 1, 1)).Entries));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Under_way_makes_a_reader_wait_who_has_read_before_or_never(bool before)
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        if (before) await stage.Respondent.ActAsync(nameof(IRoomHub.MarkRead), new MarkReadRequest(stage.Id, 1));
        var said = await stage.Applicant.PostAsync(stage.Id, "一句话");
        await using var connection = await cluster.Cluster.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("select withdraw_message($1, $2, $3, now())", connection, transaction);
        foreach (var value in new object[] { stage.Id, said.Sequence, stage.Applicant.Person }) command.Parameters.Add(new() { Value = value });
        Assert.Equal("withdrawn", await command.ExecuteScalarAsync());
        var mark = stage.Respondent.ActAsync(nameof(IRoomHub.MarkRead), new MarkReadRequest(stage.Id, said.Sequence));
        Assert.NotSame(mark, await Task.WhenAny(mark, Task.Delay(700)));
        await transaction.CommitAsync();
        await mark;
        Assert.Equal("erased", Type(Assert.Single((await stage.Respondent.ReadAsync(stage.Id, said.Sequence - 1, 1)).Entries)));
    }

    /// <summary>The service's role has no other way to a text, and this one looks for itself.</summary>
    [Fact]
    public async Task Cannot_be_done_by_the_services_role_to_what_was_read_or_said_by_others()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var said = await stage.Applicant.PostAsync(stage.Id, "一句话");
        await stage.Mediator.ActAsync(nameof(IRoomHub.MarkRead), new MarkReadRequest(stage.Id, said.Sequence));
        await using var command = cluster.Cluster.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select withdraw_message($1, $2, $3, now())");
        foreach (var value in new object[] { stage.Id, said.Sequence, stage.Applicant.Person }) command.Parameters.Add(new() { Value = value });
        Assert.Equal("read", await command.ExecuteScalarAsync());
        command.Parameters[2].Value = stage.Respondent.Person;
        Assert.Equal(DBNull.Value, await command.ExecuteScalarAsync());
        Assert.NotNull(await cluster.Cluster.WithDbAsync(db => db.Set<RoomEntryRow>().Where(e => e.RoomId == stage.Id && e.Sequence == said.Sequence).Select(e => e.Body).SingleAsync()));
    }

    private static string Type(EntryView entry) => entry.Body.GetProperty("type").GetString()!;
}

public sealed class TakingBackAMessageOnOneNode(OneNode cluster) : TakingBackAMessage(cluster), IClassFixture<OneNode>;

public sealed class TakingBackAMessageOnTwoNodes(TwoNodes cluster) : TakingBackAMessage(cluster), IClassFixture<TwoNodes>;
