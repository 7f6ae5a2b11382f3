using BenchmarkDotNet.Attributes;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Benchmarks.Micro;

/// <summary>What numbering, committing and chaining one message costs, without the database.</summary>
[MemoryDiagnoser]
public class HashingAnEntry
{
    private readonly Guid _author = Guid.CreateVersion7(), _id = Guid.CreateVersion7();
    private readonly Guid[] _audience = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];
    private readonly CanonicalObject _body = RoomsRules.TextBody("我三月份的工资一直没有发，船东说要等卖了鱼才有钱，我想知道什么时候能给。");
    private readonly TranscriptHead _head = TranscriptHead.Empty(Guid.CreateVersion7());

    [Benchmark]
    public byte[] CanonicalBody() => CanonicalJson.Serialize(_body);

    [Benchmark]
    public Digest Commitment() => BodyCommitment.Of(BodyCommitment.NewSalt(), CanonicalJson.Serialize(_body));

    [Benchmark]
    public TranscriptHead ChainedEntry() => TranscriptHead.After(_head.Next(new(
        TranscriptKind.Message, _author, "李海生", "Applicant", DateTimeOffset.UnixEpoch, _id, null, _audience, Commitment())));
}
