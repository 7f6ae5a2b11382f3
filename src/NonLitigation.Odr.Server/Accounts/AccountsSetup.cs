using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Shared;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Accounts;

/// <summary>Identity, cookies, keys and carriers. Cookies only: no token ever stands in a URL.</summary>
public static class AccountsSetup
{
    public static void AddAccountsHost(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddHttpContextAccessor();
        CookieKeys.Encrypt(services.AddDataProtection().SetApplicationName("NonLitigation.Odr").PersistKeysToDbContext<OdrDb>(), builder.Configuration);
        services.AddSingleton<IStartCheck, DeliveryCheck>().AddSingleton<IStartCheck, CookieKeysCheck>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<Account>(identity =>
        {
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            identity.Password.RequiredLength = 12;
            identity.Lockout.MaxFailedAccessAttempts = 5;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            identity.User.RequireUniqueEmail = false;
            // A contact is a user name; what counts as a contact is decided where it is read.
            identity.User.AllowedUserNameCharacters = "";
        }).AddEntityFrameworkStores<OdrDb>().AddSignInManager<AccountSignIn>().AddClaimsPrincipalFactory<AccountClaims>();
        services.Configure<SecurityStampValidatorOptions>(stamp =>
        {
            stamp.ValidationInterval = TimeSpan.FromSeconds(30);
            stamp.OnRefreshingPrincipal = AccountSignIn.KeepSession;
        });
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // It stands for the person's signature: the device must have asked for finger, face or PIN, and it must find the account by itself.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
        });
        var secure = builder.Environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        services.ConfigureAll<CookieAuthenticationOptions>(cookie => (cookie.Cookie.HttpOnly, cookie.Cookie.SecurePolicy) = (true, secure));
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "odr";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.SlidingExpiration = true;
            var validate = cookie.Events.OnValidatePrincipal;
            cookie.Events.OnValidatePrincipal = context => ValidateAsync(context, validate);
            cookie.Events.OnRedirectToLogin = context => Answer(context.HttpContext, RefusalTranslation.NotSignedIn, StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = context => Answer(context.HttpContext, RefusalTranslation.NotFound, StatusCodes.Status404NotFound);
        });
        services.AddAuthorization();
        services.AddAccounts();
        AddCarriers(builder);
    }

    /// <summary>A cookie of a session that was signed out is worth nothing, also in the time until its stamp is looked at again.</summary>
    private static async Task ValidateAsync(CookieValidatePrincipalContext context, Func<CookieValidatePrincipalContext, Task> validate)
    {
        var ended = context.HttpContext.RequestServices.GetRequiredService<EndedSessions>();
        if (Session.Of(context.Principal)?.Id is { } id && await ended.HasAsync(id, context.HttpContext.RequestAborted)) context.RejectPrincipal();
        else await validate(context);
    }

    private static void AddCarriers(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        if (builder.Environment.IsDevelopment() && builder.Configuration["Odr:Delivery"] is null or "outbox")
        {
            services.AddScoped<IDeliveryCarrier, OutboxSmsCarrier>().AddScoped<IDeliveryCarrier, OutboxEmailCarrier>();
            return;
        }

        services.Configure<SmtpSettings>(builder.Configuration.GetSection("Odr:Smtp"));
        services.Configure<SmsGatewaySettings>(builder.Configuration.GetSection("Odr:Sms"));
        services.AddHttpClient<SmsGatewayCarrier>();
        services.AddScoped<IDeliveryCarrier>(provider => provider.GetRequiredService<SmsGatewayCarrier>());
        services.AddScoped<IDeliveryCarrier, SmtpCarrier>();
    }

    private static Task Answer(HttpContext context, RefusalView refusal, int status) =>
        Results.Problem(title: refusal.En, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = refusal.Code, ["zh"] = refusal.Zh, ["en"] = refusal.En }).ExecuteAsync(context);
}
