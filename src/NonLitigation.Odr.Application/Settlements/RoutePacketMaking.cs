using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>Puts the packet of one party's application together: his words, the agreement, its sealed PDF, how it was performed.</summary>
internal static class RoutePacketMaking
{
    /// <returns>Null while the sealed document is being prepared.</returns>
    public static async Task<RoutePacket?> MakeAsync(OdrDb db, RouteFile file, RouteApplication application, CancellationToken cancellation)
    {
        var agreed = file.Agreed;
        if (agreed.Outcome.Sha256 is null || agreed.Packet.Presiding is not { } presiding) return null;
        var pdf = await db.Set<OutcomeDocument>().AsNoTracking().SingleAsync(one => one.OutcomeId == agreed.Outcome.Id, cancellation);
        var text = AgreementTextReader.Read(agreed.Round.Text) ?? throw new InvalidOperationException($"The frozen bytes of round {agreed.Round.Id} cannot be read.");
        List<RoutePacketItem> items = [.. application.Items.Select(item => Item(file, text, item))];
        var debtors = application.Items.SelectMany(item => file.Obligation(item.Number).ObligorPartyIds).Distinct().ToList();
        var acceptances = application.Act is RouteAct.NotarialDeed or RouteAct.ExecutionCertificate
            ? agreed.Acceptances.Where(one => debtors.Contains(one.PartyId)).Select(one => (file.PartyOf(one.PartyId).Name, one)).ToList() : [];
        var deed = application.Act == RouteAct.ExecutionCertificate
            ? file.Applications.First(one => one is { Act: RouteAct.NotarialDeed, State: RouteState.Granted } && one.PartyId == application.PartyId).AnswerNumber : null;
        return new(
            application, application.Packets + 1, file.Case.Number, text.ToPlainText(), agreed.Round.Hash, agreed.Outcome.EffectiveAt, items, acceptances, deed, presiding,
            new("调解协议书.pdf", "application/pdf", pdf.Pdf));
    }

    private static RoutePacketItem Item(RouteFile file, AgreementText text, RouteItem item)
    {
        var owed = file.Obligation(item.Number);
        return new(
            item.Number, AgreementWording.Sentence(text, text.Obligations[item.Number - 1]), owed.DueOn, item.AmountFen, owed.ConfirmedFen, owed.RestFen,
            [.. owed.ObligorPartyIds.Select(one => Person(file.PartyOf(one)))], Person(file.PartyOf(owed.ObligeePartyId)));
    }

    private static RoutePerson Person(Party party) => new(party.Name, party.IdNumber, party.Place, party.Contact.Length > 0 ? party.Contact : null);
}
