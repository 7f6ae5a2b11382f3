using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Rooms;

public sealed class WritingACannedText
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("KC", "kc")]
    [InlineData(" 开场1 ", "开场1")]
    public void Keeps_the_shortcut_as_it_will_be_typed(string given, string kept) => Assert.Equal(kept, Write(given).Shortcut);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("k c")]
    [InlineData("/kc")]
    [InlineData("abcdefghijklmnopqrstu")]
    public void Refuses_a_shortcut_that_a_slash_could_not_find(string? shortcut) => Refuses(DeskRules.ShortcutInvalid, () => Write(shortcut));

    [Fact]
    public void Refuses_no_words_too_many_and_hidden_ones()
    {
        Refuses(SharedRules.TextIsEmpty, () => Write("kc", title: " "));
        Refuses(SharedRules.TextIsEmpty, () => Write("kc", text: null));
        Refuses(SharedRules.TextIsTooLong, () => Write("kc", text: new string('长', Snippet.LongestText + 1)));
        Refuses(SharedRules.TextIsNotUnicode, () => Write("kc", text: "你好\u202e"));
        Refuses(SharedRules.TextIsNotUnicode, () => Write("kc", title: "两\n行"));
    }

    [Fact]
    public void Knows_its_own_words_again()
    {
        var snippet = Write("KC", text: "大家好。\r\n请坐。 ");
        Assert.True(snippet.Says("kc", "开场", "大家好。\n请坐。"));
        Assert.False(snippet.Says("kc", "开场", "大家好。"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(61)]
    public void Is_beside_a_time_to_be_alerted_that_lies_within_an_hour(int minutes) =>
        Refuses(DeskRules.LimitOutOfRange, () => new AttentionLimit(Guid.NewGuid()).Set(minutes, Guid.NewGuid(), Now));

    private static Snippet Write(string? shortcut, string? title = "开场", string? text = "大家好。") => new(Guid.NewGuid(), 1, Guid.NewGuid(), null, shortcut, title, text, Guid.NewGuid(), Now);

    private static void Refuses(RefusalReason reason, Action act) => Assert.Equal(reason.Code, Assert.Throws<RefusalException>(act).Code);
}
