using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Network;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>
/// Messages about somebody who waits. They say the number of the case and nothing more: not who, not in which room, not whether he sits in a lobby or has written,
/// so that not even a private talk can be guessed from them.
/// </summary>
public sealed class WaitNotices(IDeliveries deliveries, PublicAddress address)
{
    public async Task TellMediatorAsync(OdrDb db, Case file, CancellationToken cancellation)
    {
        var page = new Uri(address.Root, "console").AbsoluteUri;
        foreach (var to in await ContactsAsync(db, [file.MediatorPersonId!.Value], cancellation))
            deliveries.Add(db, new(to, $"【连云港非诉】案件{file.Number}：有人在等候您。请打开调解工作台：{page}", $"[Lianyungang ODR] Case {file.Number}: somebody is waiting for you. Open your desk: {page}"));
    }

    public async Task TellOperatorsAsync(OdrDb db, Case file, TimeSpan waited, CancellationToken cancellation)
    {
        var page = new Uri(address.Root, $"board?case={file.Id}").AbsoluteUri;
        var minutes = Math.Max(1, (int)waited.TotalMinutes).ToString(CultureInfo.InvariantCulture);
        foreach (var to in await ContactsAsync(db, await OperatorsAsync(db, file.OrganisationId, cancellation), cancellation))
            deliveries.Add(db, new(to, $"【连云港非诉】案件{file.Number}：有人已等候{minutes}分钟，调解员尚未回应，请协调：{page}",
                $"[Lianyungang ODR] Case {file.Number}: somebody has waited {minutes} minutes and the mediator has not answered. Please see to it: {page}"));
    }

    /// <summary>Those of the organisation; where it has none, of the nearest one above it that has.</summary>
    internal static async Task<List<Guid>> OperatorsAsync(OdrDb db, Guid organisationId, CancellationToken cancellation)
    {
        for (Guid? at = organisationId; at is { } here; at = await db.Set<Organisation>().Where(one => one.Id == here).Select(one => one.ParentId).SingleAsync(cancellation))
        {
            var found = await db.Set<OperatorSeat>().Where(seat => seat.OrganisationId == here).Select(seat => seat.PersonId).ToListAsync(cancellation);
            if (found.Count > 0) return found;
        }
        return [];
    }

    private static async Task<List<string>> ContactsAsync(OdrDb db, IReadOnlyCollection<Guid> people, CancellationToken cancellation)
    {
        var given = await db.Set<Account>().Where(one => people.Contains(one.Id) && one.SuspendedAt == null).Select(one => one.PhoneNumber ?? one.Email).ToListAsync(cancellation);
        return [.. given.Select(one => Contact.TryParse(one, out var contact) ? contact.Value : null).OfType<string>().Distinct()];
    }
}
