using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Network;

/// <summary>结对: an organisation that mediates and a body of the law whose people guide its mediators (庭所共建, 所所共建). Its end is written down, nothing is taken away.</summary>
public sealed class Pairing
{
    private readonly List<LegalGuide> guides = [];

    private Pairing() { }

    /// <param name="madeBy">The operator who keeps this part of the network.</param>
    /// <exception cref="RefusalException">With itself, or with a body that gives no guidance.</exception>
    public Pairing(Organisation organisation, Organisation partner, Guid madeBy, DateTimeOffset now)
    {
        PairingRules.WithItself.When(organisation.Id == partner.Id);
        PairingRules.GivesNoGuidance.When(!Guides(partner.Kind));
        PairingRules.OnlyMediating.When(Guides(organisation.Kind));
        (Id, OrganisationId, PartnerId, MadeBy, From) = (Guid.CreateVersion7(now), organisation.Id, partner.Id, madeBy, now);
    }

    public Guid Id { get; private set; }
    /// <summary>Whose mediators may ask.</summary>
    public Guid OrganisationId { get; private set; }
    /// <summary>Whose people answer.</summary>
    public Guid PartnerId { get; private set; }
    public Guid MadeBy { get; private set; }
    public DateTimeOffset From { get; private set; }
    public Guid? EndedBy { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public IReadOnlyList<LegalGuide> AllGuides => guides;

    /// <summary>Courts, police stations, justice offices, law firms, legal-service stations.</summary>
    public static bool Guides(OrganisationKind kind) =>
        kind is OrganisationKind.Court or OrganisationKind.PoliceStation or OrganisationKind.JusticeOffice or OrganisationKind.LawFirm or OrganisationKind.LegalService;

    public LegalGuide Name(Guid personId, string? name, GuideBackground background, Guid by, DateTimeOffset now)
    {
        PairingRules.Ended.When(EndedAt is not null);
        var said = name?.Trim() ?? "";
        PairingRules.GuideNeedsName.When(said.Length is 0 or > LegalGuide.LongestName || !PlainText.IsClean(said, severalLines: false));
        PairingRules.AlreadyGuide.When(guides.Exists(one => one.PersonId == personId && one.EndedAt is null));
        var guide = new LegalGuide(Id, personId, said, background, by, now);
        guides.Add(guide);
        return guide;
    }

    public void Release(Guid guideId, Guid by, DateTimeOffset now)
    {
        var guide = guides.Find(one => one.Id == guideId) ?? throw SharedRules.NotFound.Refused();
        guide.End(by, now);
    }

    /// <summary>Its guides end with it. A repeat is the same act.</summary>
    public void End(Guid by, DateTimeOffset now)
    {
        if (EndedAt is not null) return;
        (EndedBy, EndedAt) = (by, now);
        foreach (var guide in guides) guide.End(by, now);
    }
}
