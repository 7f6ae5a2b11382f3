using NonLitigation.Odr.Domain.Negotiation;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Negotiation;

/// <summary>A counter-proposal read as what it changes.</summary>
public sealed class CounteringAPackage
{
    private static readonly Guid Li = Guid.NewGuid(), Zhou = Guid.NewGuid(), Wu = Guid.NewGuid();
    private static readonly DateOnly Due = new(2026, 12, 1);

    private static Term Pays(Guid who, long? yuan, string text = "工资", int days = 0) => Term.Of(who, Li, yuan * 100, text, Due.AddDays(days), "银行转账");

    [Fact]
    public void Shows_the_sum_that_moved_and_by_how_much()
    {
        var changes = PackageDifference.Between([Pays(Zhou, 1_600), Pays(Wu, 1_800)], [Pays(Zhou, 1_600), Pays(Wu, 1_500, days: 14)]);
        Assert.Equal([(ChangeKind.Same, 0L), (ChangeKind.Changed, -30_000L)], changes.Select(one => (one.Kind, one.AmountByFen!.Value)));
        Assert.Equal((Due, Due.AddDays(14)), (changes[1].Was!.DueOn, changes[1].Is!.DueOn));
    }

    [Fact]
    public void Shows_what_was_added_and_what_was_dropped()
    {
        var changes = PackageDifference.Between([Pays(Zhou, 1_600), Pays(Zhou, null, "出具离职证明")], [Pays(Zhou, 1_600), Pays(Zhou, null, "归还行李", days: 3)]);
        Assert.Equal([ChangeKind.Same, ChangeKind.Removed, ChangeKind.Added], changes.Select(one => one.Kind).OrderBy(kind => kind == ChangeKind.Same ? 0 : kind == ChangeKind.Removed ? 1 : 2));
        Assert.All(changes, one => Assert.True(one.Kind == ChangeKind.Same || one.AmountByFen is null));
    }

    [Fact]
    public void Takes_another_obligor_for_another_term()
    {
        var changes = PackageDifference.Between([Pays(Zhou, 1_600)], [Pays(Wu, 1_600)]);
        Assert.Equal([ChangeKind.Removed, ChangeKind.Added], changes.Select(one => one.Kind));
    }

    [Fact]
    public void Of_the_same_package_is_all_the_same() =>
        Assert.All(PackageDifference.Between([Pays(Zhou, 1), Pays(Wu, 2)], [Pays(Zhou, 1), Pays(Wu, 2)]), one => Assert.Equal(ChangeKind.Same, one.Kind));
}
