using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace NonLitigation.Odr.Domain.Shared;

/// <summary>Writes canonical JSON (RFC 8785, JCS) as UTF-8: no white space, sorted names, one spelling for each value.</summary>
public static class CanonicalJson
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="RefusalException"><see cref="SharedRules.TextIsNotUnicode"/> for a lone surrogate.</exception>
    public static byte[] Serialize(CanonicalValue value)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        Write(buffer, value);
        return buffer.WrittenSpan.ToArray();
    }

    /// <inheritdoc cref="Serialize"/>
    public static void Write(IBufferWriter<byte> target, CanonicalValue value)
    {
        switch (value)
        {
            case CanonicalString text: WriteString(target, text.Value); break;
            case CanonicalInteger number: WriteInteger(target, number.Value); break;
            case CanonicalBoolean flag: target.Write(flag.Value ? "true"u8 : "false"u8); break;
            case CanonicalObject members: WriteObject(target, members); break;
            case CanonicalArray items: WriteArray(target, items); break;
            default: target.Write("null"u8); break;
        }
    }

    /// <summary>The quoted, escaped string (RFC 8785, 3.2.2.2).</summary>
    /// <inheritdoc cref="Serialize"/>
    public static void WriteString(IBufferWriter<byte> target, ReadOnlySpan<char> text)
    {
        target.Write("\""u8);
        for (int next; (next = text.IndexOfAny(Escaped)) >= 0; text = text[(next + 1)..])
        {
            WriteUnicode(target, text[..next]);
            WriteEscape(target, text[next]);
        }
        WriteUnicode(target, text);
        target.Write("\""u8);
    }

    public static void WriteInteger(IBufferWriter<byte> target, long number)
    {
        var span = target.GetSpan(20);
        Utf8Formatter.TryFormat(number, span, out var written);
        target.Advance(written);
    }

    private static void WriteObject(IBufferWriter<byte> target, CanonicalObject members)
    {
        target.Write("{"u8);
        var first = true;
        foreach (var (name, value) in members)
        {
            if (!first) target.Write(","u8);
            first = false;
            WriteString(target, name);
            target.Write(":"u8);
            Write(target, value);
        }
        target.Write("}"u8);
    }

    private static void WriteArray(IBufferWriter<byte> target, CanonicalArray items)
    {
        target.Write("["u8);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) target.Write(","u8);
            Write(target, items[i]);
        }
        target.Write("]"u8);
    }

    private static void WriteUnicode(IBufferWriter<byte> target, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        try
        {
            StrictUtf8.GetBytes(text, target);
        }
        catch (EncoderFallbackException lonely)
        {
            throw new RefusalException(SharedRules.TextIsNotUnicode, lonely);
        }
    }

    private static void WriteEscape(IBufferWriter<byte> target, char c)
    {
        target.Write(c switch
        {
            '"' => "\\\""u8, '\\' => "\\\\"u8, '\b' => "\\b"u8, '\t' => "\\t"u8, '\n' => "\\n"u8, '\f' => "\\f"u8, '\r' => "\\r"u8,
            _ => "\\u00"u8,
        });
        if (c is '"' or '\\' or '\b' or '\t' or '\n' or '\f' or '\r') return;
        var span = target.GetSpan(2);
        span[0] = (byte)('0' + (c >> 4));
        span[1] = "0123456789abcdef"u8[c & 15];
        target.Advance(2);
    }
}
