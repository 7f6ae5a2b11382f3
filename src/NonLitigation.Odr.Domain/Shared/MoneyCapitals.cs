using System.Text;

namespace NonLitigation.Odr.Domain.Shared;

/// <summary>Amounts in formal Chinese numerals. One 零 stands for any run of zeros inside; none where the rules leave it optional.</summary>
internal static class MoneyCapitals
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";
    private const long Wan = 10_000, Yi = 100_000_000;

    internal static string Write(long fen)
    {
        var (yuan, jiao, rest) = (fen / 100, (int)(fen / 10 % 10), (int)(fen % 10));
        var text = new StringBuilder();
        if (yuan > 0 || fen == 0) WriteNumber(text, yuan).Append('元');
        if (jiao > 0) text.Append(Digits[jiao]).Append('角');
        if (rest == 0) return text.Append('整').ToString();
        if (jiao == 0 && yuan > 0) text.Append('零');
        return text.Append(Digits[rest]).Append('分').ToString();
    }

    private static StringBuilder WriteNumber(StringBuilder text, long number) => number switch
    {
        0 => text.Append('零'),
        >= Yi => WriteParts(text, number, Yi, '亿'),
        >= Wan => WriteParts(text, number, Wan, '万'),
        _ => WriteThousands(text, (int)number),
    };

    private static StringBuilder WriteParts(StringBuilder text, long number, long unit, char name)
    {
        WriteNumber(text, number / unit).Append(name);
        var low = number % unit;
        if (low == 0) return text;
        if (low < unit / 10) text.Append('零');
        return WriteNumber(text, low);
    }

    private static StringBuilder WriteThousands(StringBuilder text, int number)
    {
        var zero = false;
        var begun = false;
        for (var (unit, place) = (1000, 0); unit > 0; unit /= 10, place++)
        {
            var digit = number / unit % 10;
            if (digit == 0)
            {
                zero = begun;
                continue;
            }
            if (zero) text.Append('零');
            (zero, begun) = (false, true);
            text.Append(Digits[digit]);
            if (place < 3) text.Append("仟佰拾"[place]);
        }
        return text;
    }

    /// <summary>Null when the text is no amount. Zeros carry no value, so the texts are compared without them.</summary>
    internal static long? Read(string? text)
    {
        if (text is null or { Length: > 60 }) return null;
        var words = (text.StartsWith("人民币", StringComparison.Ordinal) ? text[3..] : text).Replace('圆', '元');
        var fen = Sum(words);
        if (fen is null or > Money.LargestFen) return null;
        return Bare(words) == Bare(Write(fen.Value)) ? fen : null;
    }

    private static string Bare(string words) =>
        words is "零元整" or "零元正" ? "0" : words.Replace("零", "", StringComparison.Ordinal).TrimEnd('整', '正');

    private static long? Sum(string words)
    {
        long total = 0, section = 0, digit = 0, fraction = 0;
        foreach (var c in words)
        {
            if (Digits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var value) { digit = value; continue; }
            switch (c)
            {
                case '拾': section += digit * 10; break;
                case '佰': section += digit * 100; break;
                case '仟': section += digit * 1000; break;
                case '万': total += (section + digit) * Wan; section = 0; break;
                case '亿': total = (total + section + digit) * Yi; section = 0; break;
                case '元': total += section + digit; section = 0; break;
                case '角': fraction += digit * 10; break;
                case '分': fraction += digit; break;
                case '整' or '正': break;
                default: return null;
            }
            digit = 0;
            if (total > Money.LargestFen) return null;
        }
        return total * 100 + fraction;
    }
}
