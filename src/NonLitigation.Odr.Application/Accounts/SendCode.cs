using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Accounts;

/// <summary>
/// Sends a six-digit code. No account is looked up for it: known, unknown and over-budget contacts get the same answer. Past a
/// budget (per contact, per address, in all) nothing leaves and there is no code that could be guessed. Failure-mode row K10.
/// </summary>
public sealed class SendCode(OdrDb db, IDeliveries deliveries, IOneUseLinks links, CodeBudget budget, TimeProvider time, IHttpContextAccessor http)
{
    public async Task<CodeSentView> Handle(SendCodeRequest request, CancellationToken cancellation)
    {
        if (request.LinkToken is not { } token)
        {
            AccountsRules.ContactInvalid.When(!Contact.TryParse(request.Contact, out var contact));
            return await SendAsync(contact, null, null, cancellation);
        }

        var link = await links.PeekAsync(db, token, cancellation) ?? throw AccountsRules.LinkNotFound.Refused();
        AccountsRules.LinkUsedUp.When(link.UsedUp);
        AccountsRules.LinkExpired.When(link.Expired);
        AccountsRules.ContactInvalid.When(!Contact.TryParse(link.Contact, out var bound));
        return await SendAsync(bound, null, link.Id, cancellation);
    }

    /// <summary>To the signed-in person's own contact, before a sensitive act.</summary>
    public async Task<CodeSentView> ToOwnContact(Guid personId, CancellationToken cancellation)
    {
        var own = await db.Users.Where(account => account.Id == personId).Select(account => account.PhoneNumber ?? account.Email).SingleOrDefaultAsync(cancellation);
        AccountsRules.ContactMissing.When(!Contact.TryParse(own, out var contact));
        return await SendAsync(contact, personId, null, cancellation);
    }

    private async Task<CodeSentView> SendAsync(Contact contact, Guid? personId, Guid? linkId, CancellationToken cancellation)
    {
        var address = http.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "";
        var (challenge, code) = OneTimeCode.Make(contact.Value, personId, linkId, address, time.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await budget.AllowsAsync(challenge, cancellation))
        {
            db.Add(challenge);
            deliveries.Add(db, new Delivery(contact.Value,
                $"【连云港非诉】您的验证码是 {code}，10 分钟内有效。工作人员不会向您索要验证码。",
                $"[Lianyungang ODR] Your code is {code}, valid for 10 minutes. Nobody from our side will ever ask you for it.", Code: code));
            await db.SaveChangesAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return new CodeSentView(challenge.Id, contact.Masked, (int)OneTimeCode.Life.TotalSeconds);
    }
}
