using System.Net.Mail;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.Extensions.Configuration;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Domain.Rooms;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>
/// Sittings as calendar objects (RFC 5545). All times in UTC: no zone has to be described, and each calendar shows its owner's. The UID stays the same for
/// the life of a sitting, SEQUENCE counts its changes. No name and no subject: calendars are shared with colleagues and families.
/// </summary>
public sealed class SittingCalendar(PublicAddress address, IConfiguration configuration)
{
    private const string Product = "-//NonLitigation.Odr//Sittings//ZH";

    /// <summary>For a mailbox: METHOD:REQUEST while it stands, METHOD:CANCEL when it was called off (RFC 5546).</summary>
    public string Invitation(Sitting sitting, string caseNumber, string mailbox)
    {
        var one = Event(sitting, caseNumber);
        one.Organizer = new Organizer(Organizer);
        one.Attendees.Add(new Attendee($"mailto:{mailbox}") { Role = "REQ-PARTICIPANT", ParticipationStatus = "NEEDS-ACTION", Rsvp = false });
        Describe(one, sitting);
        return Text(sitting.State == SittingState.Cancelled ? "CANCEL" : "REQUEST", [one]);
    }

    /// <summary>One file to add to a calendar.</summary>
    public string File(Sitting sitting, string caseNumber)
    {
        var one = Event(sitting, caseNumber);
        Describe(one, sitting);
        return Text("PUBLISH", [one]);
    }

    /// <summary>What a subscription shows: the number of the case and that it is a mediation, nothing else.</summary>
    public string Feed(IEnumerable<(Sitting Sitting, string CaseNumber)> sittings) => Text("PUBLISH", sittings.Select(one => Event(one.Sitting, one.CaseNumber)));

    private string Organizer => MailAddress.TryCreate(configuration["Odr:Smtp:From"], out var from) ? $"mailto:{from.Address}" : $"mailto:odr@{address.Root.Host}";

    private CalendarEvent Event(Sitting sitting, string caseNumber)
    {
        var slot = sitting.Slot ?? throw new InvalidOperationException($"Sitting {sitting.Id} has no time.");
        return new CalendarEvent
        {
            Uid = $"{sitting.Id:D}@{address.Root.Host}", Sequence = sitting.Sequence, DtStamp = At(sitting.ChangedAt), LastModified = At(sitting.ChangedAt),
            DtStart = At(slot.StartsAt), DtEnd = At(slot.EndsAt), Summary = $"调解 {caseNumber}", Status = sitting.State == SittingState.Cancelled ? "CANCELLED" : "CONFIRMED",
        };
    }

    private void Describe(CalendarEvent one, Sitting sitting)
    {
        var page = new Uri(address.Root, $"cases/{sitting.CaseId}");
        one.Location = sitting.Place ?? "在线调解室 / Remote room";
        one.Url = page;
        one.Description = $"查看与进入 / See and enter: {page.AbsoluteUri}";
    }

    private static CalDateTime At(DateTimeOffset moment) => new(moment.UtcDateTime, CalDateTime.UtcTzId);

    private static string Text(string method, IEnumerable<CalendarEvent> events)
    {
        var calendar = new Calendar { Method = method, ProductId = Product };
        calendar.Events.AddRange(events);
        return new CalendarSerializer().SerializeToString(calendar) ?? throw new InvalidOperationException("A calendar could not be written.");
    }
}
