using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Accounts;

public static class AccountsEndpoints
{
    public static void MapAccounts(this WebApplication app)
    {
        var open = app.MapGroup("/api/accounts").WithTags("Accounts").WithMetadata(new ShowsAttribute(SecuredObject.Public));
        open.MapPost("code", (SendCodeRequest request, SendCode send, CancellationToken cancellation) => send.Handle(request, cancellation)).WithName("SendCode");
        open.MapPost("enter", (EnterWithCodeRequest request, EnterWithCode enter, CancellationToken cancellation) => enter.Handle(request, cancellation)).WithName("EnterWithCode");
        open.MapPost("staff/sign-in", (StaffSignInRequest request, StaffSignIn signIn, CancellationToken cancellation) => signIn.Handle(request, cancellation)).WithName("StaffSignIn");
        open.MapPost("passkeys/options/sign-in", (Passkeys passkeys) => passkeys.SignInOptions()).WithName("PasskeySignInOptions");
        open.MapPost("passkeys/sign-in", (CompletePasskeyRequest request, Passkeys passkeys, CancellationToken cancellation) => passkeys.SignIn(request, cancellation)).WithName("PasskeySignIn");

        var own = app.MapGroup("/api/accounts").WithTags("Accounts").RequireAuthorization().WithMetadata(new ShowsAttribute(SecuredObject.Own));
        own.MapGet("me", (HttpContext http, ReadMe me, CancellationToken cancellation) => me.Handle(http.ToCaller(), cancellation)).WithName("ReadMe");
        own.MapPost("time-zone", async (SetTimeZoneRequest request, HttpContext http, SetTimeZone set, CancellationToken cancellation) =>
        {
            await set.Handle(http.ToCaller(), request, cancellation);
            return TypedResults.NoContent();
        }).WithName(nameof(SetTimeZone));
        own.MapPost("sign-out", async (HttpContext http, SignOut signOut, CancellationToken cancellation) =>
        {
            await signOut.Handle(http.ToCaller(), http.User, cancellation);
            return TypedResults.NoContent();
        }).WithName("SignOut");
        own.MapPost("passkeys/options/register", (HttpContext http, Passkeys passkeys) => passkeys.RegisterOptions(http.ToCaller())).WithName("PasskeyRegisterOptions");
        own.MapPost("passkeys/register", (CompletePasskeyRequest request, HttpContext http, Passkeys passkeys, CancellationToken cancellation) =>
            passkeys.Register(http.ToCaller(), request, cancellation)).WithName("RegisterPasskey");
        own.MapPost("passkeys/options/reauthenticate", (ReauthenticationOptionsRequest request, HttpContext http, Passkeys passkeys, CancellationToken cancellation) =>
            passkeys.ReauthenticateOptions(http.ToCaller(), request, cancellation)).WithName("PasskeyReauthenticateOptions");
        own.MapPost("reauthenticate/code", (HttpContext http, SendCode send, CancellationToken cancellation) => send.ToOwnContact(http.ToCaller().PersonId!.Value, cancellation)).WithName("SendReauthenticationCode");
        own.MapPost("reauthenticate", (ReauthenticateRequest request, HttpContext http, Reauthenticate reauthenticate, CancellationToken cancellation) =>
            reauthenticate.Handle(http.ToCaller(), request, cancellation)).WithName("Reauthenticate");

        if (app.Environment.IsDevelopment())
        {
            app.MapGet("/api/outbox", (string? to, ReadOutbox outbox, CancellationToken cancellation) => outbox.Handle(to, cancellation))
                .ExcludeFromDescription() // of this installation alone: no part of the published protocol
                .WithName("ReadOutbox").WithMetadata(new ShowsAttribute(SecuredObject.Development));
        }
    }
}
