using CsCheck;
using NonLitigation.Odr.Contracts.Rooms;

namespace NonLitigation.Odr.Server.Tests.Rooms;

public abstract class ReadingAlong(RoomCluster cluster)
{
    private static Task MarkAsync(TestPage page, Guid room, long sequence) => page.ActAsync(nameof(IRoomHub.MarkRead), new MarkReadRequest(room, sequence));

    [Fact]
    public async Task Never_goes_back_whatever_order_the_devices_report_in()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var phone = await stage.PageAsync(stage.Room.Applicant, 0);
        for (var i = 0; i < 5; i++) await stage.Respondent.PostAsync(stage.Id, $"第 {i} 句");
        var head = (await stage.Applicant.ReadAsync(stage.Id)).Head;
        await MarkAsync(stage.Applicant, stage.Id, head - 1);
        await MarkAsync(phone, stage.Id, head - 4);
        await MarkAsync(phone, stage.Id, -7);
        var snapshot = await stage.Applicant.EnterAsync(stage.Id);
        Assert.Equal(head - 1, snapshot.Room.MyRead);
        Assert.Equal(1, snapshot.Room.Unread);
        Assert.Equal(head - 1, (await phone.EnterAsync(stage.Id)).Room.MyRead);
    }

    [Fact]
    public async Task Goes_no_further_than_the_record()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        await MarkAsync(stage.Applicant, stage.Id, long.MaxValue);
        var snapshot = await stage.Applicant.EnterAsync(stage.Id);
        Assert.Equal(snapshot.Head, snapshot.Room.MyRead);
    }

    [Fact]
    public async Task Is_shown_to_everybody_in_the_room()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var receipt = await stage.Applicant.PostAsync(stage.Id, "一千六");
        await MarkAsync(stage.Respondent, stage.Id, receipt.Sequence);
        var expected = new ReadPositionView(stage.Id, stage.Room.Respondent, receipt.Sequence);
        await stage.Applicant.UntilAsync(p => p.Events<ReadPositionView>(nameof(IRoomClient.ReadPositionMoved)).Contains(expected));
        Assert.Contains(expected, (await stage.Mediator.EnterAsync(stage.Id)).ReadPositions);
    }

    [Fact]
    public async Task Shows_who_writes_to_the_others_only()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        await stage.Applicant.ActAsync(nameof(IRoomHub.SetTyping), new SetTypingRequest(stage.Id, true));
        await stage.Respondent.UntilAsync(p => p.Events<TypingView>(nameof(IRoomClient.TypingChanged)).Contains(new(stage.Id, stage.Room.Applicant, true)));
        await stage.Applicant.ActAsync(nameof(IRoomHub.SetTyping), new SetTypingRequest(stage.Id, false));
        await stage.Respondent.UntilAsync(p => p.Events<TypingView>(nameof(IRoomClient.TypingChanged)).Contains(new(stage.Id, stage.Room.Applicant, false)));
        Assert.Empty(stage.Applicant.Events<TypingView>(nameof(IRoomClient.TypingChanged)));
    }

    [Fact]
    public async Task Is_helped_by_a_heartbeat_that_tells_the_head()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var receipt = await stage.Applicant.PostAsync(stage.Id, "一千六");
        await stage.Respondent.UntilAsync(p => p.Events<HeadsView>(nameof(IRoomClient.HeadsMoved)).Any(h => h.Heads.Contains(new(stage.Id, receipt.Sequence))));
    }

    [Fact]
    public async Task Gives_the_same_transcript_wherever_it_is_cut()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        for (var i = 0; i < 30; i++) await (i % 2 == 0 ? stage.Applicant : stage.Respondent).PostAsync(stage.Id, $"第 {i} 句");
        var whole = (await stage.Mediator.ReadAsync(stage.Id)).Entries.Select(e => (e.Sequence, e.EntryHash)).ToList();
        await Gen.Int[1, 9].List[1, 60].SampleAsync(async cuts =>
        {
            var read = new List<(long, string)>();
            for (var i = 0; read.Count < whole.Count; i++)
                read.AddRange((await stage.Respondent.ReadAsync(stage.Id, read.Count, cuts[i % cuts.Count])).Entries.Select(e => (e.Sequence, e.EntryHash)));
            return read.SequenceEqual(whole);
        }, iter: 12);
    }
}

public sealed class ReadingAlongOnOneNode(OneNode cluster) : ReadingAlong(cluster), IClassFixture<OneNode>;

public sealed class ReadingAlongOnTwoNodes(TwoNodes cluster) : ReadingAlong(cluster), IClassFixture<TwoNodes>;
