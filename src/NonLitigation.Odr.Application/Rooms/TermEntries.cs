using System.Globalization;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>What was done about the term, as entries of the joint room's record.</summary>
internal static class TermEntries
{
    public static CanonicalObject Of(TermMoved moved) => moved.Act switch
    {
        TermAct.ExtensionProposed => new() { ["type"] = "extension-proposed", ["lastDay"] = Day(moved) },
        TermAct.ExtensionAnswered => new() { ["type"] = "extension-answered", ["lastDay"] = Day(moved), ["agrees"] = moved.Agrees == true, ["agreed"] = moved.Agreed == true },
        TermAct.Suspended => new() { ["type"] = "term-suspended", ["reason"] = moved.Reason },
        TermAct.Resumed => new() { ["type"] = "term-resumed" },
        _ => throw new ArgumentOutOfRangeException(nameof(moved)),
    };

    private static string? Day(TermMoved moved) => moved.LastDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
