using NonLitigation.Odr.Domain.Cases;

namespace NonLitigation.Odr.Domain.Tests.Cases;

public sealed class CountingSatisfaction
{
    private static OpinionScores All(int score) => new(score, score, score, score);

    [Fact]
    public void Shows_nothing_of_fewer_than_five_and_moves_by_whole_groups_so_that_two_looks_tell_no_single_answer()
    {
        Assert.Null(OpinionFigures.Of([.. Enumerable.Repeat(All(5), 4)]));
        OpinionScores[] five = [All(1), All(2), All(3), All(4), All(5)];
        var shown = OpinionFigures.Of(five);
        Assert.Equal((5, 3.0m), (shown!.Count, shown.Overall));
        for (var more = 1; more < OpinionFigures.Group; more++) Assert.Equal(shown, OpinionFigures.Of([.. five, .. Enumerable.Repeat(All(1), more)]));
        Assert.Equal(new(10, 2.0m, 2.0m, 2.0m, 2.0m), OpinionFigures.Of([.. five, .. Enumerable.Repeat(All(1), 5)]));
    }
}
