using System.Globalization;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>Messages to parties who have not answered a joint application yet; they say where to read on and nothing of the content.</summary>
internal static class ConfirmationNotices
{
    public static Saying Begun(string by) => new($"{by}已申请对调解协议进行司法确认，需要您共同申请", $"{by} has applied for judicial confirmation of the agreement; it needs you to apply together");

    public static readonly Saying Reminder = new("司法确认的共同申请还在等您答复", "The joint application for judicial confirmation still waits for your answer");

    public static void Add(OdrDb db, IDeliveries deliveries, PublicAddress address, ConfirmationFile file, Saying what)
    {
        var link = new Uri(address.Root, $"cases/{file.Case.Id}").AbsoluteUri;
        var last = Deadline.DayOf(file.Confirmation!.Term.DueAt.AddTicks(-1)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var (party, _) in file.Parties.Where(one => file.Confirmation.SeatOf(one.Party.Id) is { HasAnswered: false } && Contact.TryParse(one.Party.Contact, out _)))
        {
            deliveries.Add(db, new Delivery(
                party.Contact,
                $"【{file.Organisation.Name}】{party.Name}：{what.Zh}（{file.Case.Number}）。截止日{last}，同意或者不同意请在案件页面答复：{link} 核实电话：{file.Organisation.Phone}。",
                $"{file.Organisation.Name}: {party.Name}, {char.ToLowerInvariant(what.En[0])}{what.En[1..]} ({file.Case.Number}). Last day {last}; agree or decline on the case page: {link} To check this message call {file.Organisation.Phone}.",
                link));
        }
    }
}
