using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Accounts;

/// <summary>
/// Staff sign in by user name and password; five wrong ones lock the password for a quarter of an hour. Unknown, locked and
/// wrong get the same answer for the same work.
/// </summary>
public sealed class StaffSignIn(OdrDb db, UserManager<Account> accounts, SignInManager<Account> signIn, ReadMe me)
{
    private static readonly Account Nobody = new() { UserName = "nobody", PasswordHash = new PasswordHasher<Account>().HashPassword(new Account(), Guid.NewGuid().ToString()) };

    public async Task<MeView> Handle(StaffSignInRequest request, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var account = await LockAsync(request.UserName, cancellation);
        var right = await HoldsAsync(account, request.Password ?? "");
        await transaction.CommitAsync(cancellation);
        AccountsRules.SignInFailed.When(!right || account!.SuspendedAt is not null);
        await signIn.SignInAsync(account!, isPersistent: false, "password");
        return await me.Of(account!, cancellation);
    }

    /// <summary>One try after the other: many that come at once are counted like many in a row.</summary>
    private async Task<Account?> LockAsync(string? userName, CancellationToken cancellation)
    {
        var name = accounts.NormalizeName(userName) ?? "";
        return await db.Users.FromSql($"""select * from "AspNetUsers" where normalized_user_name = {name} for update""").SingleOrDefaultAsync(cancellation);
    }

    private async Task<bool> HoldsAsync(Account? account, string password)
    {
        if (account?.PasswordHash is not null && !await accounts.IsLockedOutAsync(account))
            return (await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true)).Succeeded;
        accounts.PasswordHasher.VerifyHashedPassword(Nobody, Nobody.PasswordHash!, password);
        return false;
    }
}

/// <summary>Ends the session of this browser for good, a copy of its cookie too, and every open socket of the person; his other browsers come back by themselves.</summary>
public sealed class SignOut(OdrDb db, SignInManager<Account> signIn, EndedSessions sessions, IConnections connections)
{
    public async Task Handle(Caller caller, ClaimsPrincipal user, CancellationToken cancellation)
    {
        var session = Session.Of(user);
        if (session?.Id is { } id)
        {
            await sessions.EndAsync(id, cancellation);
            await db.Set<PushDevice>().Where(one => one.SessionId == id).ExecuteDeleteAsync(cancellation);
        }
        await signIn.SignOutAsync();
        if (caller.PersonId is { } person) await connections.DropAsync(person, session?.Id);
    }
}
