namespace NonLitigation.Odr.Domain.Network;

/// <summary>A node of the network: centre, sub-centre, studio, station … It has one place on each of the two axes.</summary>
public sealed class Organisation
{
    private Organisation() { }

    public Organisation(Guid id, Organisation? parent, string name, OrganisationKind kind, OrganisationTier tier, OrganisationField field, string areaCode, string phone)
    {
        (Id, ParentId, Name, Kind, Tier, Field, AreaCode, Phone) = (id, parent?.Id, name, kind, tier, field, areaCode, phone);
        Path = (parent?.Path ?? "/") + id.ToString("N") + "/";
    }

    public Guid Id { get; private set; }
    public Guid? ParentId { get; private set; }
    public string Name { get; private set; } = "";
    public OrganisationKind Kind { get; private set; }
    public OrganisationTier Tier { get; private set; }
    public OrganisationField Field { get; private set; }
    /// <summary>Six-digit administrative area code, e.g. 320703.</summary>
    public string AreaCode { get; private set; } = "";
    public string Phone { get; private set; } = "";
    /// <summary>Ids of all organisations from the root to this one, each followed by a slash: a prefix is a subtree.</summary>
    public string Path { get; private set; } = "";
    /// <summary>Whether it has a seal of its own and has authorised the platform to affix it after all signatures.</summary>
    public bool HoldsSeal { get; private set; }
    public bool ChargesFee { get; private set; }
    /// <summary>职责清单: the kinds of dispute that are routed here.</summary>
    public List<DisputeKind> DutyList { get; private set; } = [];

    public Organisation WithSeal()
    {
        HoldsSeal = true;
        return this;
    }

    /// <summary>Changes the next routing, never a past one.</summary>
    public Organisation Takes(params IEnumerable<DisputeKind> kinds)
    {
        DutyList = [.. kinds.Distinct()];
        return this;
    }
}
