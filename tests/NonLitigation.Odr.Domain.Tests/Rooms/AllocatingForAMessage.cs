using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Rooms;

/// <summary>What is made and thrown away for every message: deciding it, binding its body, chaining it. In a room of thirty the audience is all that grows.</summary>
public sealed class AllocatingForAMessage
{
    [Theory]
    [InlineData(3, 2_600)]
    [InlineData(30, 8_000)]
    public void Stays_below_a_bound(int people, long bound)
    {
        var id = Guid.CreateVersion7();
        var roster = Roster.Of([.. Enumerable.Range(0, people).Select(at => RoomMember.Admitted(Guid.CreateVersion7(), null, "李海生", at == 0 ? RoomRole.Mediator : RoomRole.Applicant) with { FromSequence = 1, Joined = true })]);
        var speak = new Speak(TranscriptKind.Message, new() { ["text"] = "我三月份的工资一直没有发。", ["type"] = "text" }, null);
        var body = CanonicalJson.Serialize(speak.Body);
        var chain = TranscriptHead.Empty(id);
        void Say()
        {
            var plan = new RoomState(id, RoomKind.Joint, SessionState.Open, true, chain.Sequence, roster).Apply(speak, roster[1].PersonId)!;
            var commitment = BodyCommitment.Of(BodyCommitment.NewSalt(), body);
            chain = TranscriptHead.After(chain.Next(new(plan.Kind, plan.AuthorId, plan.AuthorName, plan.AuthorRole.ToString(), DateTimeOffset.UnixEpoch, id, null, plan.Audience, commitment)));
        }
        for (var i = 0; i < 200; i++) Say();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++) Say();
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / 1_000;
        Assert.InRange(each, 1, bound);
    }
}
