using Microsoft.AspNetCore.Identity;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Persistence.Accounts;

namespace NonLitigation.Odr.Application.Accounts;

/// <summary>Staff sign in by user name and password; five wrong ones lock the account for a quarter of an hour.</summary>
public sealed class StaffSignIn(UserManager<Account> accounts, SignInManager<Account> signIn, ReadMe me)
{
    private static readonly Account Nobody = new() { UserName = "nobody", PasswordHash = new PasswordHasher<Account>().HashPassword(new Account(), Guid.NewGuid().ToString()) };

    public async Task<MeView> Handle(StaffSignInRequest request, CancellationToken cancellation)
    {
        var account = await accounts.FindByNameAsync(request.UserName);
        if (account?.PasswordHash is null)
        {
            accounts.PasswordHasher.VerifyHashedPassword(Nobody, Nobody.PasswordHash!, request.Password);
            throw AccountsRules.SignInFailed.Refused();
        }

        var checkedPassword = await signIn.CheckPasswordSignInAsync(account, request.Password, lockoutOnFailure: true);
        AccountsRules.SignInFailed.When(!checkedPassword.Succeeded || account.SuspendedAt is not null);
        await signIn.SignInAsync(account, isPersistent: false, "password");
        return await me.Of(account, cancellation);
    }
}

/// <summary>Ends the person's session in this browser and every open socket.</summary>
public sealed class SignOut(SignInManager<Account> signIn, IConnections connections)
{
    public async Task Handle(Caller caller)
    {
        await signIn.SignOutAsync();
        if (caller.PersonId is { } person) await connections.DropAsync(person);
    }
}
