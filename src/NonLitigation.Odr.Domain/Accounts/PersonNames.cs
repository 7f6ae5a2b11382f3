using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Accounts;

/// <summary>A name as it stands on rosters and under agreements: one line of ordinary text.</summary>
public static class PersonNames
{
    public const int Longest = 80;

    public static bool IsPlain(string text) => PlainText.Length(text) <= Longest && PlainText.IsClean(text, severalLines: false);
}
