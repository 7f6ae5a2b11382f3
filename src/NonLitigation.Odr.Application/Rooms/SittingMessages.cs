using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>
/// What people are told about a sitting, in China time and in their own. Somebody else may see the phone: no name and no subject, only the number of the case.
/// A mailbox gets the calendar object too. Written into the outbox of the transaction that causes it.
/// </summary>
public sealed class SittingMessages(IDeliveries deliveries, SittingCalendar calendar, PublicAddress address)
{
    public Task ProposedAsync(OdrDb db, Case file, Sitting sitting, CancellationToken cancellation) => TellAsync(db, file, sitting, withMediator: false, withCalendar: false, _ =>
        ($"调解员提出了{sitting.Proposed.Count}个调解时间，请选择您方便的", $"the mediator proposes {sitting.Proposed.Count} time(s) for a sitting; please say which suit you"), cancellation);

    public Task FixedAsync(OdrDb db, Case file, Sitting sitting, CancellationToken cancellation) => TellAsync(db, file, sitting, withMediator: false, withCalendar: true, zone =>
        ($"调解时间定为{When(sitting, zone)}", $"the sitting is on {WhenEn(sitting, zone)}"), cancellation);

    public Task MovedAsync(OdrDb db, Case file, Sitting sitting, CancellationToken cancellation) => TellAsync(db, file, sitting, withMediator: false, withCalendar: true, zone =>
        ($"调解时间改为{When(sitting, zone)}", $"the sitting was moved to {WhenEn(sitting, zone)}"), cancellation);

    public Task CancelledAsync(OdrDb db, Case file, Sitting sitting, CancellationToken cancellation) => TellAsync(db, file, sitting, withMediator: false, withCalendar: sitting.StartsAt is not null, zone =>
        sitting.StartsAt is { } start
            ? ($"原定{TimeZones.Chinese(start, zone)}的调解取消", $"the sitting of {TimeZones.English(start, zone)} is cancelled")
            : ("调解员撤回了提出的调解时间", "the proposed times for a sitting were taken back"), cancellation);

    public Task RemindAsync(OdrDb db, Case file, Sitting sitting, SittingReminder which, CancellationToken cancellation) => TellAsync(db, file, sitting, withMediator: true, withCalendar: false, zone =>
        which == SittingReminder.HourBefore
            ? ($"提醒：调解即将开始，{When(sitting, zone)}", $"reminder: the sitting begins soon, {WhenEn(sitting, zone)}")
            : ($"提醒：调解在一天后，{When(sitting, zone)}", $"reminder: the sitting is in a day, {WhenEn(sitting, zone)}"), cancellation);

    private async Task TellAsync(OdrDb db, Case file, Sitting sitting, bool withMediator, bool withCalendar, Func<string?, (string Zh, string En)> words, CancellationToken cancellation)
    {
        var page = new Uri(address.Root, $"cases/{file.Id}").AbsoluteUri;
        foreach (var (to, zone) in await PeopleAsync(db, file, sitting, withMediator, cancellation))
        {
            var (zh, en) = words(zone);
            var invitation = withCalendar && to.Channel == ContactChannel.Email ? calendar.Invitation(sitting, file.Number, to.Value) : null;
            deliveries.Add(db, new(to.Value, $"【连云港非诉】案件{file.Number}：{zh}。查看：{page}", $"[Lianyungang ODR] Case {file.Number}: {en}. See: {page}", page, Calendar: invitation));
        }
    }

    /// <summary>Each contact once, with the zone of the person behind it: the party's own contact, else that of the account that stands for him.</summary>
    private static async Task<List<(Contact To, string? Zone)>> PeopleAsync(OdrDb db, Case file, Sitting sitting, bool withMediator, CancellationToken cancellation)
    {
        List<(Guid? Person, string Contact)> people = [.. file.TakingPart.Select(party => (party.PersonId, party.Contact))];
        if (withMediator) people.Add((sitting.MediatorPersonId, ""));
        var ids = people.Select(one => one.Person).OfType<Guid>().ToList();
        var accounts = await db.Set<Account>().AsNoTracking().Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellation);
        var found = new List<(Contact To, string? Zone)>();
        foreach (var (person, own) in people)
        {
            var account = person is { } id ? accounts.GetValueOrDefault(id) : null;
            if (Contact.TryParse(own.Length > 0 ? own : account?.PhoneNumber ?? account?.Email, out var to) && !found.Exists(other => other.To == to)) found.Add((to, account?.TimeZone));
        }
        return found;
    }

    private static string When(Sitting sitting, string? zone) => $"{TimeZones.Chinese(sitting.StartsAt!.Value, zone)}，约{sitting.Minutes}分钟，{sitting.Place ?? "在线进行"}";

    private static string WhenEn(Sitting sitting, string? zone) => $"{TimeZones.English(sitting.StartsAt!.Value, zone)}, about {sitting.Minutes} minutes, {sitting.Place ?? "online"}";
}
