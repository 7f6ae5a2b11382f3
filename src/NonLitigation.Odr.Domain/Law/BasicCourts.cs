using System.Text.RegularExpressions;

namespace NonLitigation.Odr.Domain.Law;

/// <summary>A basic people's court.</summary>
/// <param name="Code">Its area code when it is listed, else its name.</param>
/// <param name="Listed">False when the name was only derived from an address: it has to be checked before anything is sent there.</param>
public sealed record BasicCourt(string Code, string Name, bool Listed);

/// <summary>Which basic court a place belongs to: the city's own ones from <c>basic-courts.json</c>, others by the county or district that an address names.</summary>
public static partial class BasicCourts
{
    /// <param name="Place">The county or district as addresses write it.</param>
    /// <param name="Areas">Area codes that belong to it; the city's own organisations sit in one of its districts.</param>
    private sealed record Entry(string Code, string Name, string Place, IReadOnlyList<string> Areas)
    {
        public BasicCourt Court => new(Code, Name, Listed: true);
    }

    private static readonly List<Entry> Known = EmbeddedJson.Read<List<Entry>>("basic-courts.json");

    /// <summary>Null when the area is not one of the city's.</summary>
    public static BasicCourt? OfArea(string areaCode) => Known.Find(one => one.Areas.Contains(areaCode))?.Court;

    /// <summary>The county or district of an area code; the city for the city's own code; null for another city's.</summary>
    public static string? PlaceOf(string areaCode) => Known.Find(one => one.Code == areaCode)?.Place ?? (Known.Exists(one => one.Areas.Contains(areaCode)) ? "连云港市" : null);

    /// <summary>Null when the address names no county or district.</summary>
    public static BasicCourt? OfPlace(string? place)
    {
        if (string.IsNullOrWhiteSpace(place)) return null;
        if (Known.Find(one => place.Contains(one.Place, StringComparison.Ordinal)) is { } known) return known.Court;
        if (County().Match(place) is not { Success: true } county) return null;
        var (city, name) = (county.Groups["city"].Value, county.Groups["county"].Value);
        var court = (name.EndsWith('区') ? city : "") + name + "人民法院";
        return new(court, court, Listed: false);
    }

    [GeneratedRegex(@"(?<city>[^省市州盟区县旗]{1,6}市|[^省市盟区县旗]{1,5}州市)(?<county>[^省市州盟区县旗]{1,7}[县区旗]|[^省市州盟区县旗]{1,6}市)|^(?<county>[^省市州盟区县旗]{1,7}县)")]
    private static partial Regex County();
}
