using Microsoft.AspNetCore.Identity;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Persistence.Accounts;

namespace NonLitigation.Odr.Application.Accounts;

/// <summary>Passkeys (WebAuthn) of staff and parties, by ASP.NET Core Identity. The challenge waits in a short-lived cookie.</summary>
public sealed class Passkeys(UserManager<Account> accounts, SignInManager<Account> signIn, ReadMe me)
{
    public async Task<PasskeyOptionsView> RegisterOptions(Caller caller)
    {
        var account = await OwnAsync(caller);
        return new(await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.UserName!, DisplayName = account.DisplayName }));
    }

    public async Task Register(Caller caller, CompletePasskeyRequest request)
    {
        var account = await OwnAsync(caller);
        var attested = await PassAsync(() => signIn.PerformPasskeyAttestationAsync(request.CredentialJson));
        AccountsRules.PasskeyFailed.When(!attested.Succeeded || attested.UserEntity!.Id != account.Id.ToString());
        AccountsRules.NameInvalid.When(request.Name is not null && !PersonNames.IsPlain(request.Name));
        attested.Passkey!.Name = request.Name;
        AccountsRules.PasskeyFailed.When(!(await accounts.AddOrUpdatePasskeyAsync(account, attested.Passkey)).Succeeded);
    }

    public async Task<PasskeyOptionsView> SignInOptions(Caller caller) =>
        new(await signIn.MakePasskeyRequestOptionsAsync(caller.PersonId is null ? null : await OwnAsync(caller)));

    public async Task<MeView> SignIn(CompletePasskeyRequest request, CancellationToken cancellation)
    {
        var account = await AssertAsync(request.CredentialJson);
        // A locked password does not bar the passkey: otherwise anybody who knows a user name could lock its owner out for good.
        AccountsRules.SignInFailed.When(account.SuspendedAt is not null);
        await signIn.SignInAsync(account, isPersistent: false, "passkey");
        return await me.Of(account, cancellation);
    }

    /// <summary>The account whose passkey signed the challenge.</summary>
    internal async Task<Account> AssertAsync(string credentialJson)
    {
        var asserted = await PassAsync(() => signIn.PerformPasskeyAssertionAsync(credentialJson));
        AccountsRules.PasskeyFailed.When(!asserted.Succeeded);
        await accounts.AddOrUpdatePasskeyAsync(asserted.User!, asserted.Passkey!);
        return asserted.User!;
    }

    private async Task<Account> OwnAsync(Caller caller) =>
        (caller.PersonId is { } id ? await accounts.FindByIdAsync(id.ToString()) : null) ?? throw AccountsRules.NotSignedIn.Refused();

    /// <summary>Without a challenge in the cookie, or with text that is no credential, the framework throws: for us it is a failed passkey.</summary>
    private static async Task<T> PassAsync<T>(Func<Task<T>> ceremony)
    {
        try
        {
            return await ceremony();
        }
        catch (Exception broken) when (broken is InvalidOperationException or System.Text.Json.JsonException or FormatException or ArgumentException)
        {
            throw AccountsRules.PasskeyFailed.Refused();
        }
    }
}
