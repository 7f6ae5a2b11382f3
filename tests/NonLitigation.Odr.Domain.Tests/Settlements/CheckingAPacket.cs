using System.Text;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Domain.Tests.Settlements;

/// <summary>Each item of 民诉解释 353, missing in turn.</summary>
public sealed class CheckingAPacket
{
    private static readonly PresidingProof Presiding = new("市总工会非诉讼服务分中心", "王和", SigningBench.Now, "市总工会非诉讼服务分中心", SigningBench.Now, SigningBench.Code.ToString());
    private static readonly PropertyProof Proof = new(Guid.NewGuid(), "不动产权证.pdf", "application/pdf", new string('a', 64));

    private static PacketFacts Complete(ConfirmationBench bench) => new(bench.Joined().Seats, new string('b', 64), Presiding, NeedsProofOfRight: true, [Proof]);

    private static PacketItem[] Missing(PacketFacts facts) => [.. PacketCheck.Examine(facts).Where(item => !item.IsThere)];

    [Fact]
    public void Finds_nothing_missing_in_a_complete_one()
    {
        var items = PacketCheck.Examine(Complete(new()));
        Assert.All(items, item => Assert.True(item.IsThere));
        Assert.Equal(Enum.GetValues<PacketPart>(), items.Select(item => item.Part).Distinct().Order());
    }

    [Fact]
    public void Names_whoever_has_not_applied_yet()
    {
        var bench = new ConfirmationBench();
        bench.LiJoins();
        var item = Missing(Complete(new()) with { Seats = bench.Confirmation.Seats }).First();
        Assert.Equal((PacketPart.Application, "周永顺", PacketSupplier.Party), (item.Part, item.PartyName, item.Supplier));
    }

    [Fact]
    public void Names_the_sealed_agreement_and_the_proof_of_presiding()
    {
        var paper = Assert.Single(Missing(Complete(new()) with { SealedSha256 = null }));
        Assert.Equal((PacketPart.Agreement, PacketSupplier.Platform), (paper.Part, paper.Supplier));
        var proof = Assert.Single(Missing(Complete(new()) with { Presiding = null }));
        Assert.Equal((PacketPart.Presiding, PacketSupplier.Organisation), (proof.Part, proof.Supplier));
    }

    [Fact]
    public void Names_the_proof_of_a_right_only_where_property_moves()
    {
        var proof = Assert.Single(Missing(Complete(new()) with { PropertyProofs = [] }));
        Assert.Equal((PacketPart.PropertyRight, PacketSupplier.Party), (proof.Part, proof.Supplier));
        Assert.Empty(Missing(Complete(new()) with { PropertyProofs = [], NeedsProofOfRight = false }));
        Obligation boat = new(null, null, null, "将渔船过户至李海生名下", "办理登记", null), wages = new(null, null, 1, "工资", "转账", null);
        Assert.True(EnforcementWords.NeedsProofOfRight(AgreementContent.Of("", [], [boat])));
        Assert.False(EnforcementWords.NeedsProofOfRight(AgreementContent.Of("在渔船上工作。", [], [wages])));
    }

    [Theory]
    [InlineData(PacketPart.Identity)]
    [InlineData(PacketPart.Address)]
    [InlineData(PacketPart.Contact)]
    public void Names_what_a_party_has_not_said_of_itself(PacketPart part)
    {
        var seat = new ConfirmationSeat(Guid.NewGuid(), "吴建国", null, new(
            part == PacketPart.Identity ? " " : "E12345678", part == PacketPart.Address ? null : "响水县一号", part == PacketPart.Contact ? "" : "13900000003"));
        var item = Missing(Complete(new()) with { Seats = [seat] }).Single(one => one.Part != PacketPart.Application);
        Assert.Equal((part, "吴建国", seat.PartyId, PacketSupplier.Party), (item.Part, item.PartyName, item.PartyId, item.Supplier));
    }

    [Fact]
    public void Writes_the_same_facts_as_the_same_bytes_with_every_file_under_its_hash()
    {
        var bench = new ConfirmationBench();
        ConfirmationPacket Packet(string pdf) => new(
            bench.Confirmation.Id, 1, bench.Confirmation.Court, "连非诉〔2026〕000123号", "协议文本", new string('c', 64), bench.Outcome.EffectiveAt, bench.Confirmation.Seats, Presiding,
            new("调解协议书.pdf", "application/pdf", Encoding.UTF8.GetBytes(pdf)), []);
        bench.Joined();
        var packet = Packet("%PDF");
        Assert.Equal(packet.CanonicalBytes(), Packet("%PDF").CanonicalBytes());
        Assert.NotEqual(packet.CanonicalBytes(), Packet("%PDF-2").CanonicalBytes());
        var read = (CanonicalObject)CanonicalJsonReader.Parse(packet.CanonicalBytes());
        Assert.Equal(Digest.Of("%PDF"u8).ToString(), ((CanonicalObject)read["agreement"]!).Text("sha256"));
        Assert.Null(((CanonicalObject)((CanonicalObject)CanonicalJsonReader.Parse(packet.ManifestBytes()))["agreement"]!).Text("base64"));
        foreach (var words in new[] { "李海生", "周永顺", "340321199001011234", "13900000002", "连云港市连云区人民法院", "第二百零五条" })
            Assert.Contains(words, packet.ApplicationText, StringComparison.Ordinal);
        Assert.Contains("王和", packet.PresidingText, StringComparison.Ordinal);
    }
}
