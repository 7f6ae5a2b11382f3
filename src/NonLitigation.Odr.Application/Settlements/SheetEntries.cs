using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>Undisputed facts and minutes as entries of the joint room's record.</summary>
internal static class SheetEntries
{
    /// <summary>Facts stand there in full; minutes by their hash, for what they tell stands there already.</summary>
    public static CanonicalObject Asked(Sheet sheet) => new()
    {
        ["type"] = "sheet-asked", ["sheetId"] = sheet.Id.ToString("D"), ["kind"] = sheet.Kind.ToString(), ["number"] = sheet.Number, ["hash"] = sheet.Hash,
        ["text"] = sheet.Kind == SheetKind.UndisputedFacts ? sheet.Text : null,
    };

    public static CanonicalObject Answered(Sheet sheet, SheetAnswer answer, string party, string hash) => new()
    {
        ["type"] = "sheet-answered", ["sheetId"] = sheet.Id.ToString("D"), ["kind"] = sheet.Kind.ToString(), ["number"] = sheet.Number, ["hash"] = hash, ["partyId"] = answer.PartyId.ToString("D"),
        ["partyName"] = party, ["confirms"] = answer.Confirms, ["correction"] = answer.Correction, ["state"] = sheet.State.ToString(),
    };
}
