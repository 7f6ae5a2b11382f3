using NonLitigation.Odr.Domain.Law;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>Why a court may confirm an agreement (民事诉讼法 205).</summary>
public enum CourtGround { Domicile, OrganisationPlace }

/// <param name="Of">The party, or the organisation, whose place it is.</param>
public sealed record CourtReason(CourtGround Ground, string Of);

public sealed record CourtCandidate(BasicCourt Court, IReadOnlyList<CourtReason> Reasons);

/// <summary>The courts among which the parties choose one together.</summary>
/// <param name="Unclear">Parties whose address names no county or district, so that their court cannot be told.</param>
public sealed record CourtChoice(IReadOnlyList<CourtCandidate> Candidates, IReadOnlyList<string> Unclear)
{
    /// <param name="parties">Name and place of each.</param>
    public static CourtChoice Of(IEnumerable<(string Name, string? Place)> parties, string organisationName, string areaCode)
    {
        var found = new List<(BasicCourt Court, CourtReason Reason)>();
        var unclear = new List<string>();
        if (BasicCourts.OfArea(areaCode) is { } near) found.Add((near, new(CourtGround.OrganisationPlace, organisationName)));
        foreach (var (name, place) in parties)
        {
            if (BasicCourts.OfPlace(place) is { } court) found.Add((court, new(CourtGround.Domicile, name)));
            else unclear.Add(name);
        }
        return new([.. found.GroupBy(one => one.Court).Select(one => new CourtCandidate(one.Key, [.. one.Select(reason => reason.Reason)]))], unclear);
    }

    public BasicCourt? Find(string code) => Candidates.FirstOrDefault(one => one.Court.Code == code)?.Court;
}
