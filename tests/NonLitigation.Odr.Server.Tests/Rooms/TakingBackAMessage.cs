using System.Text;
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
