using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using static NonLitigation.Odr.Domain.Tests.Settlements.SigningBench;

namespace NonLitigation.Odr.Domain.Tests.Settlements;

public sealed class SigningOnPaper
{
    private const string Custody = "婚生女由女方抚养，男方每月探望两次。";

    private static Agreement WithCustody()
    {
        var agreement = Drafted();
        var content = agreement.Content;
        agreement.Revise(agreement.Version, AgreementContent.Of(content.Facts, [.. content.Clauses, new(Custody)], content.Obligations), Now);
        return agreement;
    }

    private static PaperPart Fixed()
    {
        var paper = PaperPart.Begin(Guid.NewGuid(), Now);
        paper.Take([Custody], Now);
        paper.Fix(Heading, Now);
        return paper;
    }

    private static PaperSigning Signed(DateOnly? on = null, string place = "连云港市海州区非诉服务站") => new(Guid.NewGuid(), new string('a', 64), on ?? Today, place);

    private static string Refusal(Action act) => Assert.Throws<RefusalException>(act).Code;

    [Fact]
    public void Frees_the_draft_from_what_cannot_be_signed_electronically()
    {
        var agreement = WithCustody();
        Assert.Contains(DraftCheck.Examine(agreement.Content, Roster, Today), f => f is { Code: "personal-status", Blocks: true });
        var taken = agreement.SplitOff(agreement.Version, [agreement.Content.Clauses.Count], [], Heading, Now);
        Assert.Equal([Custody], taken);
        Assert.DoesNotContain(DraftCheck.Examine(agreement.Content, Roster, Today), f => f.Code == "personal-status");
        Assert.Equal(AgreementState.Frozen, Frozen(agreement).State);
    }

    private static Agreement Frozen(Agreement agreement)
    {
        agreement.Freeze(agreement.Version, Roster, Heading, Today, Now);
        return agreement;
    }

    [Fact]
    public void Takes_obligations_along_as_sentences_with_figures_and_words()
    {
        var agreement = WithCustody();
        var before = agreement.Content.Obligations.Count;
        var taken = Assert.Single(agreement.SplitOff(agreement.Version, [], [1], Heading, Now));
        Assert.Contains("元", taken, StringComparison.Ordinal);
        Assert.EndsWith("。", taken, StringComparison.Ordinal);
        Assert.Equal(before - 1, agreement.Content.Obligations.Count);
    }

    [Fact]
    public void Is_refused_for_what_is_not_there_or_on_another_version()
    {
        var agreement = WithCustody();
        Assert.Equal("settlements.no-such-clause", Refusal(() => agreement.SplitOff(agreement.Version, [99], [], Heading, Now)));
        Assert.Equal("settlements.no-such-clause", Refusal(() => agreement.SplitOff(agreement.Version, [], [], Heading, Now)));
        Assert.Equal("settlements.version-conflict", Refusal(() => agreement.SplitOff(agreement.Version - 1, [1], [], Heading, Now)));
    }

    [Fact]
    public void Prints_exactly_what_was_fixed_and_names_the_article()
    {
        var paper = Fixed();
        Assert.Equal(paper.Text!.Hash().ToString(), paper.Hash);
        var words = paper.Text.ToPlainText();
        Assert.Contains(Custody, words, StringComparison.Ordinal);
        Assert.Contains("《中华人民共和国电子签名法》第三条", words, StringComparison.Ordinal);
        Assert.Equal("settlements.paper-is-fixed", Refusal(() => paper.Take(["再加一条"], Now)));
        Assert.Equal("settlements.paper-is-fixed", Refusal(() => paper.Drop(1, Now)));
    }

    [Fact]
    public void Ends_with_the_scan_the_day_and_the_place()
    {
        var paper = Fixed();
        Assert.Equal("settlements.place-missing", Refusal(() => paper.Record(Signed(place: " "), Today, Now)));
        Assert.Equal("settlements.not-signed-yet", Refusal(() => paper.Record(Signed(Today.AddDays(1)), Today, Now)));
        var signing = Signed(Today.AddDays(-1));
        paper.Record(signing, Today, Now);
        Assert.Equal((PaperState.SignedByHand, signing.SignedOn, signing.ScanSha256), (paper.State, paper.SignedOn, paper.ScanSha256));
        Assert.Equal("settlements.paper-is-signed", Refusal(() => paper.Record(Signed(), Today, Now)));
        Assert.Equal("settlements.paper-is-signed", Refusal(() => paper.Reopen(Now)));
    }

    [Fact]
    public void Is_not_possible_before_it_is_fixed_and_reopening_voids_the_print()
    {
        var paper = PaperPart.Begin(Guid.NewGuid(), Now);
        Assert.Equal("settlements.paper-is-empty", Refusal(() => paper.Fix(Heading, Now)));
        paper.Take([Custody, "另一条"], Now);
        Assert.Equal("settlements.paper-not-fixed", Refusal(() => paper.Record(Signed(), Today, Now)));
        paper.Drop(2, Now);
        Assert.Equal([Custody], paper.Clauses);
        paper.Fix(Heading, Now);
        paper.Reopen(Now);
        Assert.Equal((PaperState.Collecting, null, null), (paper.State, paper.Hash, paper.Text));
    }
}
