using System.Text;
using CsCheck;
using NonLitigation.Odr.Domain.Shared;
using Xunit;

namespace NonLitigation.Odr.Domain.Tests.Shared;

public class WritingCanonicalJson
{
    internal static readonly Gen<string> Text = Gen.OneOf(
            Gen.Char[' ', '~'].Select(c => c.ToString()),
            Gen.Char['\0', '\u001f'].Select(c => c.ToString()),
            Gen.Char['一', '龥'].Select(c => c.ToString()),
            Gen.Int[0x1F300, 0x1F5FF].Select(char.ConvertFromUtf32),
            Gen.Const("\""), Gen.Const("\\"), Gen.Const("\u2028"))
        .Array[0, 12].Select(string.Concat);

    internal static readonly Gen<CanonicalValue> Value = Gen.Recursive<CanonicalValue>((depth, inner) =>
    {
        var leaf = Gen.OneOf(
            Text.Select(t => CanonicalValue.From(t)),
            Gen.Long[-CanonicalInteger.Largest, CanonicalInteger.Largest].Select(n => CanonicalValue.From(n)),
            Gen.Bool.Select(CanonicalValue.From),
            Gen.Const(CanonicalValue.Null));
        return depth > 3 ? leaf : Gen.OneOf(
            leaf,
            inner.Array[0, 4].Select(items => (CanonicalValue)new CanonicalArray(items)),
            Gen.Select(Text, inner).Array[0, 4].Select(pairs =>
            {
                var members = new CanonicalObject();
                foreach (var (name, value) in pairs) members[name] = value;
                return (CanonicalValue)members;
            }));
    });

    [Fact]
    public void Sorts_and_escapes_as_the_example_of_RFC_8785_does()
    {
        var value = new CanonicalObject
        {
            ["\u20ac"] = "Euro Sign",
            ["\r"] = "Carriage Return",
            ["\ufb33"] = "Hebrew Letter Dalet With Dagesh",
            ["1"] = "One",
            ["\ud83d\ude00"] = "Emoji: Grinning Face",
            ["\u0080"] = "Control",
            ["\u00f6"] = "Latin Small Letter O With Diaeresis",
        };
        Assert.Equal(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
            + "\"\U0001f600\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
            Encoding.UTF8.GetString(CanonicalJson.Serialize(value)));
    }

    [Fact]
    public void Spells_strings_as_RFC_8785_does() =>
        Assert.Equal("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"", Encoding.UTF8.GetString(CanonicalJson.Serialize("\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\u002f")));

    [Fact]
    public void Is_read_back_to_the_same_bytes() =>
        Value.Sample(value =>
        {
            var bytes = CanonicalJson.Serialize(value);
            return CanonicalJson.Serialize(CanonicalJsonReader.Parse(bytes)).AsSpan().SequenceEqual(bytes);
        });

    [Fact] // not a theory: attribute arguments are kept as UTF-8, which cannot hold these
    public void Refuses_a_lone_surrogate() =>
        Assert.All(["\ud800", "a\udc00b", "\udc00\ud800"], text =>
            Assert.Same(SharedRules.TextIsNotUnicode, Assert.Throws<RefusalException>(() => CanonicalJson.Serialize(text)).Reason));

    [Theory]
    [InlineData("")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("1.5")]
    [InlineData("9007199254740993")]
    [InlineData("{\"a\":1}x")]
    [InlineData("\"\\ud800\"")]
    [InlineData("[1,]")]
    [InlineData("[")]
    public void Does_not_read_what_is_outside_the_format(string json) =>
        Assert.Throws<FormatException>(() => CanonicalJsonReader.Parse(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Does_not_read_bytes_that_are_not_UTF8() =>
        Assert.Throws<FormatException>(() => CanonicalJsonReader.Parse([(byte)'"', 0xff, (byte)'"']));

    [Fact]
    public void Does_not_read_very_deep_nesting() =>
        Assert.Throws<FormatException>(() => CanonicalJsonReader.Parse(Encoding.UTF8.GetBytes(new string('[', 100_000))));
}
