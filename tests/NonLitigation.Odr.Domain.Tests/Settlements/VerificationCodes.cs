using CsCheck;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Domain.Tests.Settlements;

public sealed class VerificationCodes
{
    [Fact]
    public void Are_read_as_a_person_would_type_them() =>
        Gen.Byte.Array[VerificationCode.EntropyBytes].Sample(entropy =>
        {
            var code = VerificationCode.From(entropy);
            var typed = code.ToString().ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal).Replace('0', 'o').Replace('1', 'l');
            return VerificationCode.TryParse(typed, out var read) && read == code && code.ToString().Length == 19;
        }, iter: 2_000);

    [Fact]
    public void Differ_whenever_one_bit_differs() =>
        Gen.Select(Gen.Byte.Array[VerificationCode.EntropyBytes], Gen.Int[0, 79]).Sample((entropy, bit) =>
        {
            var other = entropy.ToArray();
            other[bit / 8] ^= (byte)(1 << (bit % 8));
            return VerificationCode.From(entropy) != VerificationCode.From(other);
        }, iter: 2_000);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7K2M-9QXA-0T4B")]
    [InlineData("7K2M-9QXA-0T4B-HJ6RX")]
    [InlineData("7K2M-9QXA-0T4B-HJ6U")]
    public void Are_refused_when_they_cannot_be_one(string? typed) => Assert.False(VerificationCode.TryParse(typed, out _));

    [Theory]
    [InlineData("李海生", "李*生")]
    [InlineData("王正", "王*")]
    [InlineData("连云港海鲲供应链有限公司", "连******司")]
    public void Come_with_masked_names(string name, string masked) => Assert.Equal(masked, MaskedName.Of(name));
}
