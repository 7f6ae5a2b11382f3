using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>The text of a reminder. Somebody else may see the phone: it says no amount and no name, only the number of the case.</summary>
public sealed class ReminderSending(IDeliveries deliveries, PublicAddress address, TimeProvider time)
{
    /// <summary>Adds to the transaction what is due and was not sent before.</summary>
    /// <returns>How many.</returns>
    internal async Task<int> SendAsync(OdrDb db, Performance performance, DateOnly today, CancellationToken cancellation)
    {
        var file = await CaseRows.FindAsync(db, performance.CaseId, cancellation) ?? throw new InvalidOperationException($"Performance {performance.Id} has no case.");
        var sent = await db.Set<Reminder>().AsNoTracking().Where(one => one.PerformanceId == performance.Id).ToListAsync(cancellation);
        var taking = file.TakingPart.ToList();
        Reminder[] due = [.. Reminders.DueOn(performance, [.. taking.Select(party => party.Id)], today, time.GetUtcNow()).Where(one => !sent.Exists(other => other with { At = one.At } == one))];
        var contacts = await PartyContacts.OfAsync(db, taking, cancellation);
        foreach (var one in due)
        {
            db.Add(one);
            if (contacts.GetValueOrDefault(one.PartyId) is { } to) deliveries.Add(db, Text(one, performance, file, to));
        }
        return due.Length;
    }

    private Delivery Text(Reminder one, Performance performance, Case file, string to)
    {
        var page = new Uri(address.Root, $"cases/{file.Id}").AbsoluteUri;
        var due = performance.Obligations.FirstOrDefault(other => other.Number == one.Number)?.DueOn ?? performance.FollowUpOn;
        var (zh, en) = one.Kind switch
        {
            ReminderKind.Before => ($"调解协议约定的一项义务将于{Chinese(due)}到期", string.Create(CultureInfo.InvariantCulture, $"something you agreed to do is due on {due:yyyy-MM-dd}")),
            ReminderKind.OnTheDay => ("调解协议约定的一项义务今天到期", "something you agreed to do is due today"),
            ReminderKind.DayAfter => ("调解协议约定的一项义务已过履行期限，还没有全部确认履行", "something that was agreed is past its day and not yet confirmed as performed"),
            _ => ("请您答复回访：协议履行得怎么样", "please tell us how the agreement was performed"),
        };
        return new(to, $"【连云港非诉】案件{file.Number}：{zh}。请登录查看：{page}", $"[Lianyungang ODR] Case {file.Number}: {en}. Sign in to see: {page}");
    }

    private static string Chinese(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日");
}
