using System.Globalization;

namespace NonLitigation.Odr.Domain.Shared;

/// <summary>An amount of yuan (CNY) counted in fen, so that sums are exact.</summary>
public readonly record struct Money(long Fen) : IComparable<Money>
{
    /// <summary>9,999,999,999,999.99 yuan.</summary>
    public const long LargestFen = 999_999_999_999_999;

    public static Money FromYuan(long yuan) => new(checked(yuan * 100));

    public bool InRange => Fen is >= 0 and <= LargestFen;

    /// <summary>For documents: <c>¥1,600.00</c>.</summary>
    public string ToFigures() => (Fen < 0 ? "-¥" : "¥") + (Math.Abs((decimal)Fen) / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>For running text: <c>1600.00元</c>.</summary>
    public string ToYuanText() => (Fen / 100m).ToString("0.00", CultureInfo.InvariantCulture) + "元";

    /// <summary>The amount in words, as cheques and agreements write it: <c>壹仟陆佰元整</c> (支付结算办法, annex 1).</summary>
    /// <exception cref="RefusalException"><see cref="SharedRules.AmountOutOfRange"/>.</exception>
    public string ToCapitals()
    {
        SharedRules.AmountOutOfRange.When(!InRange);
        return MoneyCapitals.Write(Fen);
    }

    /// <summary>Reads an amount in words, with or without 人民币 before it and with either way of writing optional 零.</summary>
    public static bool TryParseCapitals(string? text, out Money amount)
    {
        var read = MoneyCapitals.Read(text);
        amount = new(read ?? 0);
        return read is not null;
    }

    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    public static Money operator +(Money a, Money b) => new(checked(a.Fen + b.Fen));

    public static Money operator -(Money a, Money b) => new(checked(a.Fen - b.Fen));

    public static bool operator <(Money a, Money b) => a.Fen < b.Fen;

    public static bool operator >(Money a, Money b) => a.Fen > b.Fen;

    public static bool operator <=(Money a, Money b) => a.Fen <= b.Fen;

    public static bool operator >=(Money a, Money b) => a.Fen >= b.Fen;

    public override string ToString() => ToFigures();
}
