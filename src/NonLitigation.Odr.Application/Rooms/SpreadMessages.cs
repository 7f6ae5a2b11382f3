using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>Messages about taking part at different times: the number of the case and what to do, no name and no subject.</summary>
public sealed class SpreadMessages(IDeliveries deliveries, PublicAddress address)
{
    public void Asked(OdrDb db, Case file, Guid room, IEnumerable<Party> parties) =>
        Tell(db, file, room, parties, "有人提议各方在不同时间参加调解，请答复是否同意", "it is proposed that the parties take part at different times; please say whether you consent");

    public void Turn(OdrDb db, Case file, Guid room, IEnumerable<Party> parties) =>
        Tell(db, file, room, parties, "轮到您发言了，请在约定的时间内进入调解室", "it is your turn to write; please come to the room in the time agreed");

    public void Reminder(OdrDb db, Case file, Guid room, IEnumerable<Party> parties) =>
        Tell(db, file, room, parties, "提醒：各方在等您发言，约定的时间快到了", "reminder: the others wait for what you write; the time agreed is almost over");

    public async Task OverdueAsync(OdrDb db, Case file, CancellationToken cancellation)
    {
        if (file.MediatorPersonId is not { } mediator || await db.Set<Account>().FindAsync([mediator], cancellation) is not { } account) return;
        if (!Contact.TryParse(account.PhoneNumber ?? account.Email, out var to)) return;
        var page = new Uri(address.Root, "console").AbsoluteUri;
        deliveries.Add(db, new(to.Value, $"【连云港非诉】案件{file.Number}：不同时间参加的一方到时还没有发言，请查看：{page}", $"[Lianyungang ODR] Case {file.Number}: the party whose turn it is has not written in time. See: {page}", page));
    }

    private void Tell(OdrDb db, Case file, Guid room, IEnumerable<Party> parties, string zh, string en)
    {
        var page = new Uri(address.Root, $"rooms/{room}").AbsoluteUri;
        foreach (var to in parties.Select(party => Contact.TryParse(party.Contact, out var contact) ? contact.Value : null).OfType<string>().Distinct())
            deliveries.Add(db, new(to, $"【连云港非诉】案件{file.Number}：{zh}。{page}", $"[Lianyungang ODR] Case {file.Number}: {en}. {page}", page));
    }
}
