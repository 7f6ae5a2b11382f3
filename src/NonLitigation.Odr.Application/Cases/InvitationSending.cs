using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>The message by which somebody is invited: who asks, how to check it, a link for him alone.</summary>
public sealed class InvitationSending(IOneUseLinks links, IDeliveries deliveries, PublicAddress address)
{
    public const string Purpose = "invitation";
    private static readonly TimeSpan Life = TimeSpan.FromDays(14);

    /// <summary>Adds a link and a message for each of them to the transaction; they leave after the commit.</summary>
    public async Task SendAsync(OdrDb db, Case file, IEnumerable<Party> invited, CancellationToken cancellation)
    {
        var organisation = await db.Set<Organisation>().AsNoTracking().FirstAsync(one => one.Id == file.OrganisationId, cancellation);
        foreach (var one in invited) await SendAsync(db, file, organisation, one, cancellation);
    }

    private async Task SendAsync(OdrDb db, Case file, Organisation organisation, Party invited, CancellationToken cancellation)
    {
        var token = await links.IssueAsync(db, Purpose, invited.Id, invited.Contact, Life, cancellation);
        // The fragment never reaches a server, so the token is in no request line and no log.
        var link = new Uri(address.Root, $"i#{token}").AbsoluteUri;
        deliveries.Add(db, new Delivery(
            invited.Contact,
            $"【{organisation.Name}】{invited.Name}：{file.Applicant.Name}{(invited.IsApplicant ? "邀请您作为共同申请人参加在线调解" : "申请与您在线调解")}（{file.Number}）。调解免费、自愿，点开链接可先阅读再决定：{link} 核实电话：{organisation.Phone}。链接14日内有效，请勿转发。",
            $"{organisation.Name}: {file.Applicant.Name} asks {(invited.IsApplicant ? "you to apply together for online mediation" : "to settle a dispute with you online")} ({file.Number}). It is free and voluntary; read first, then decide: {link} To check this message call {organisation.Phone}. Valid for 14 days; do not forward.",
            link));
    }
}
