namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>Names for people who only hold a code: enough to recognise, not enough to learn.</summary>
public static class MaskedName
{
    /// <summary>First and last character stay, one asterisk for each between; of two characters the last goes: 李*生, 王*.</summary>
    public static string Of(string name) => name.Length switch
    {
        0 => "",
        1 => "*",
        2 => name[..1] + "*",
        _ => name[..1] + new string('*', Math.Min(name.Length - 2, 6)) + name[^1..],
    };
}
