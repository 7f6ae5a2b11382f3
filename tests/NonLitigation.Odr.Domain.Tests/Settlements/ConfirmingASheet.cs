using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Settlements;

public sealed class ConfirmingASheet
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly Guid Li = Guid.NewGuid(), Zhou = Guid.NewGuid(), Person = Guid.NewGuid();

    private static Sheet Asked(string text = "双方认可：三月份出海二十天。")
    {
        var sheet = Sheet.Begin(Guid.NewGuid(), SheetKind.UndisputedFacts, 1, Now);
        sheet.Revise(0, text, Now);
        sheet.Ask(1, [Li, Zhou], Now);
        return sheet;
    }

    private static string Refusal(Action act) => Assert.Throws<RefusalException>(act).Code;

    [Fact]
    public void Stands_when_everybody_asked_has_confirmed_the_same_bytes()
    {
        var sheet = Asked();
        Assert.Equal(Digest.Of(sheet.CanonicalBytes()).ToString(), sheet.Hash);
        sheet.Answer(Li, Person, sheet.Hash!, true, null, Now);
        Assert.Equal(SheetState.Asked, sheet.State);
        sheet.Answer(Zhou, Person, sheet.Hash!, true, null, Now.AddMinutes(1));
        Assert.Equal((SheetState.Confirmed, Now.AddMinutes(1)), (sheet.State, sheet.ConfirmedAt!.Value));
        Assert.Equal("settlements.sheet-not-draft", Refusal(() => sheet.Revise(1, "别的", Now)));
        Assert.Equal("settlements.sheet-not-asked", Refusal(() => sheet.Answer(Li, Person, sheet.Hash!, true, null, Now)));
    }

    [Fact]
    public void Becomes_a_draft_again_by_a_correction_and_earlier_confirmations_count_no_more()
    {
        var sheet = Asked();
        var first = sheet.Hash!;
        sheet.Answer(Li, Person, first, true, null, Now);
        sheet.Answer(Zhou, Person, first, false, " 是十九天 ", Now);
        Assert.Equal((SheetState.Draft, 2, null), (sheet.State, sheet.Version, sheet.Hash));
        Assert.Equal("是十九天", Assert.Single(sheet.Answers).Correction);
        sheet.Revise(2, "双方认可：三月份出海十九天。", Now);
        sheet.Ask(3, [Li, Zhou], Now);
        Assert.Empty(sheet.Answers);
        Assert.NotEqual(first, sheet.Hash);
        Assert.Equal("settlements.text-conflict", Refusal(() => sheet.Answer(Li, Person, first, true, null, Now)));
    }

    [Fact]
    public void Is_for_those_who_were_asked_once_and_with_a_reason()
    {
        var sheet = Asked();
        Assert.Equal("settlements.sheet-not-asked", Refusal(() => sheet.Answer(Guid.NewGuid(), Person, sheet.Hash!, true, null, Now)));
        Assert.Equal("settlements.correction-missing", Refusal(() => sheet.Answer(Li, Person, sheet.Hash!, false, " ", Now)));
        sheet.Answer(Li, Person, sheet.Hash!, true, null, Now);
        Assert.Equal("settlements.sheet-answered", Refusal(() => sheet.Answer(Li, Person, sheet.Hash!, false, "不对", Now)));
    }

    [Fact]
    public void Needs_words_somebody_to_ask_and_the_version_seen()
    {
        var sheet = Sheet.Begin(Guid.NewGuid(), SheetKind.Minutes, 1, Now);
        Assert.Equal("shared.text-empty", Refusal(() => sheet.Ask(0, [Li], Now)));
        sheet.Revise(0, "笔录", Now);
        sheet.Revise(0, " 笔录 ", Now); // the same again
        Assert.Equal(1, sheet.Version);
        Assert.Equal("settlements.version-conflict", Refusal(() => sheet.Revise(0, "另一份", Now)));
        Assert.Equal("settlements.sheet-asks-nobody", Refusal(() => sheet.Ask(1, [], Now)));
        Assert.Equal("settlements.sheet-not-asked", Refusal(() => sheet.Answer(Li, Person, "", true, null, Now)));
    }
}
