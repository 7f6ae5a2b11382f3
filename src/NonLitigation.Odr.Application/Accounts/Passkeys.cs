using System.Buffers.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Accounts;

/// <summary>
/// Passkeys (WebAuthn) of staff and parties, by ASP.NET Core Identity. For entering, the challenge waits in a short-lived cookie; for an act it is derived
/// from what the act is about and waits in the database.
/// </summary>
public sealed class Passkeys(
    UserManager<Account> accounts, SignInManager<Account> signIn, IPasskeyHandler<Account> handler, IHttpContextAccessor http, OdrDb own, ReadMe me, TimeProvider time)
{
    public async Task<PasskeyOptionsView> RegisterOptions(Caller caller)
    {
        var account = await OwnAsync(caller);
        return new(await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.UserName!, DisplayName = account.DisplayName }));
    }

    public async Task<MeView> Register(Caller caller, CompletePasskeyRequest request, CancellationToken cancellation)
    {
        var account = await OwnAsync(caller);
        var attested = await PassAsync(() => signIn.PerformPasskeyAttestationAsync(request.CredentialJson));
        AccountsRules.PasskeyFailed.When(!attested.Succeeded || attested.UserEntity!.Id != account.Id.ToString());
        AccountsRules.NameInvalid.When(request.Name is not null && !PersonNames.IsPlain(request.Name));
        attested.Passkey!.Name = request.Name;
        AccountsRules.PasskeyFailed.When(!(await accounts.AddOrUpdatePasskeyAsync(account, attested.Passkey)).Succeeded);
        return await me.Of(account, cancellation);
    }

    public async Task<PasskeyOptionsView> SignInOptions() => new(await signIn.MakePasskeyRequestOptionsAsync(null));

    public async Task<MeView> SignIn(CompletePasskeyRequest request, CancellationToken cancellation)
    {
        var asserted = await PassAsync(() => signIn.PerformPasskeyAssertionAsync(request.CredentialJson));
        AccountsRules.PasskeyFailed.When(!asserted.Succeeded);
        await accounts.AddOrUpdatePasskeyAsync(asserted.User!, asserted.Passkey!);
        // A locked password does not bar the passkey: otherwise anybody who knows a user name could lock its owner out for good.
        AccountsRules.SignInFailed.When(asserted.User!.SuspendedAt is not null);
        await signIn.SignInAsync(asserted.User, isPersistent: false, "passkey");
        return await me.Of(asserted.User, cancellation);
    }

    /// <summary>Options whose challenge is derived from the purpose, so that the device's signature is one over it.</summary>
    public async Task<PasskeyOptionsView> ReauthenticateOptions(Caller caller, ReauthenticationOptionsRequest request, CancellationToken cancellation)
    {
        var account = await OwnAsync(caller);
        AccountsRules.ProofNotValid.When(request.Purpose is not { Length: > 0 and <= 200 });
        var made = await handler.MakeRequestOptionsAsync(account, http.HttpContext!);
        var ceremony = new PasskeyCeremony(account.Id, request.Purpose, time.GetUtcNow());
        JsonNode options = JsonNode.Parse(made.RequestOptionsJson)!, state = JsonNode.Parse(made.AssertionState!)!;
        options["challenge"] = Base64Url.EncodeToString(ceremony.Challenge);
        state["challenge"] = Convert.ToBase64String(ceremony.Challenge);
        ceremony.Await(state.ToJsonString());
        own.Add(ceremony);
        await own.SaveChangesAsync(cancellation);
        return new(options.ToJsonString(), ceremony.Id);
    }

    /// <summary>Uses the ceremony up; what the device signed is kept with the proof.</summary>
    internal async Task<PasskeyEvidence> AssertAsync(OdrDb db, Guid? ceremonyId, Guid personId, string purpose, string credentialJson, CancellationToken cancellation)
    {
        var ceremony = await db.Set<PasskeyCeremony>().FromSql($"select * from passkey_ceremonies where id = {ceremonyId} for update").SingleOrDefaultAsync(cancellation)
            ?? throw AccountsRules.PasskeyFailed.Refused();
        ceremony.Use(personId, purpose, time.GetUtcNow());
        var asserted = await PassAsync(() => handler.PerformAssertionAsync(new() { HttpContext = http.HttpContext!, CredentialJson = credentialJson, AssertionState = ceremony.State }));
        AccountsRules.PasskeyFailed.When(!asserted.Succeeded || asserted.User!.Id != personId);
        await accounts.AddOrUpdatePasskeyAsync(asserted.User!, asserted.Passkey!);
        var response = JsonNode.Parse(credentialJson)!["response"]!;
        byte[] Bytes(string name) => Base64Url.DecodeFromChars((string)response[name]!);
        return new(purpose, ceremony.Nonce, Bytes("clientDataJSON"), Bytes("authenticatorData"), Bytes("signature"), asserted.Passkey!.PublicKey);
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
