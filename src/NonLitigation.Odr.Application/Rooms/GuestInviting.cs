using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>The message by which a guest is invited: who asks, how to check it, a link for him alone. Names no party and nothing of the dispute.</summary>
public sealed class GuestInviting(IOneUseLinks links, IDeliveries deliveries, PublicAddress address)
{
    public const string Purpose = "guest";
    private static readonly TimeSpan Life = TimeSpan.FromDays(14);

    /// <summary>Adds a link and a message to the transaction; they leave after the commit.</summary>
    public async Task SendAsync(OdrDb db, RoomGuest guest, RoomRow room, CancellationToken cancellation)
    {
        var organisation = await OrganisationAsync(db, guest.CaseId, cancellation);
        var token = await links.IssueAsync(db, Purpose, guest.Id, guest.Contact, Life, cancellation);
        // The fragment never reaches a server, so the token is in no request line and no log.
        var link = new Uri(address.Root, $"g#{token}").AbsoluteUri;
        var (zh, en) = CapacityWords(guest.Capacity);
        deliveries.Add(db, new Delivery(
            guest.Contact,
            $"【{organisation.Name}】{guest.Name}：经当事人同意，调解员邀请您作为{zh}参加一次在线调解（{room.CaseNumber}）。点开链接可先阅读再决定：{link} 核实电话：{organisation.Phone}。链接14日内有效，请勿转发。",
            $"{organisation.Name}: with the parties' consent the mediator asks you to take part in an online mediation as {en} ({room.CaseNumber}). Read first, then decide: {link} To check this message call {organisation.Phone}. Valid for 14 days; do not forward.",
            link));
    }

    internal static Task<Organisation> OrganisationAsync(OdrDb db, Guid caseId, CancellationToken cancellation) =>
        db.Set<Organisation>().AsNoTracking().FirstAsync(one => db.Set<Case>().Any(file => file.Id == caseId && file.OrganisationId == one.Id), cancellation);

    private static (string Zh, string En) CapacityWords(GuestCapacity capacity) => capacity switch
    {
        GuestCapacity.Interpreter => ("译员", "an interpreter"),
        GuestCapacity.Expert => ("专业人员", "an expert"),
        GuestCapacity.Companion => ("亲友", "a relative or friend"),
        _ => ("旁听人员", "an observer"),
    };
}
