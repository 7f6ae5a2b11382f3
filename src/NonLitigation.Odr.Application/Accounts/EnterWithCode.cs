using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Accounts;

/// <summary>Lets a party in by a code sent to his contact, together with a one-use link when he was invited.</summary>
public sealed class EnterWithCode(
    OdrDb db, CodeChecks codes, IEnumerable<ILinkEntered> reactions, IEnumerable<IContactEntered> contactReactions, UserManager<Account> accounts, AccountOfAContact newcomers, SignInManager<Account> signIn, ReadMe me, TimeProvider time)
{
    public async Task<MeView> Handle(EnterWithCodeRequest request, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var link = await LockLinkAsync(request.LinkToken, cancellation);
        var challenge = await codes.UseAsync(request.ChallengeId, request.Code, null, cancellation);
        AccountsRules.CodeWrong.When(challenge.LinkId != link?.Id);
        // Two codes to one new contact, entered at once, make one account.
        await newcomers.LockAsync(challenge.Contact, cancellation);
        var account = await accounts.FindByNameAsync(challenge.Contact);
        // Only who holds the code learns whether the contact is known; the code is not used up by this refusal.
        AccountsRules.NameNeeded.When(account is null && string.IsNullOrWhiteSpace(request.DisplayName));
        AccountsRules.NameInvalid.When(account is null && !PersonNames.IsPlain(request.DisplayName!.Trim()));
        account ??= await newcomers.MakeAsync(challenge.Contact, request.DisplayName!.Trim(), proven: true);
        AccountsRules.SignInFailed.When(account.SuspendedAt is not null);
        Prove(account, challenge.Contact);
        if (link is not null)
        {
            var facts = OneUseLinks.Facts(link, time.GetUtcNow());
            link.Use(account.Id, time.GetUtcNow());
            foreach (var reaction in reactions) await reaction.EnteredAsync(db, facts, account.Id, account.DisplayName, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        foreach (var reaction in contactReactions) await reaction.EnteredAsync(db, challenge.Contact, account.Id, cancellation);
        await transaction.CommitAsync(cancellation);
        await signIn.SignInAsync(account, isPersistent: true, "code");
        return await me.Of(account, cancellation);
    }

    /// <summary>An account that somebody else made for this contact: its holder has now shown that it is his.</summary>
    private static void Prove(Account account, string contact)
    {
        account.PhoneNumberConfirmed |= account.PhoneNumber == contact;
        account.EmailConfirmed |= account.Email == contact;
    }

    private async Task<OneUseLink?> LockLinkAsync(string? token, CancellationToken cancellation)
    {
        if (token is null) return null;
        var hash = OneUseLink.HashOf(token);
        var link = await db.Set<OneUseLink>().FromSql($"select * from one_use_links where token_hash = {hash} for update").SingleOrDefaultAsync(cancellation)
            ?? throw AccountsRules.LinkNotFound.Refused();
        AccountsRules.LinkUsedUp.When(link.UsedAt is not null);
        AccountsRules.LinkExpired.When(time.GetUtcNow() >= link.ExpiresAt);
        return link;
    }
}
