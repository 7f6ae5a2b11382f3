using NonLitigation.Odr.Domain.Partners;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Application.Partners;

/// <summary>Who is at which desk, and whether it is connected.</summary>
public sealed class PartnerDesks(ICourt court, INotary notary, CourtConnection courtConnection, NotaryConnection notaryConnection)
{
    public IPartner PartnerOf(PartnerDesk desk) => desk == PartnerDesk.Court ? court : notary;

    public PartnerConnection ConnectionOf(PartnerDesk desk) => desk == PartnerDesk.Court ? courtConnection : notaryConnection;

    public IEnumerable<PartnerDesk> Connected => Enum.GetValues<PartnerDesk>().Where(desk => ConnectionOf(desk).State != CourtLink.None);
}
