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
        services.AddDataProtection().SetApplicationName("NonLitigation.Odr").PersistKeysToDbContext<OdrDb>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<Account>(identity =>
        {
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            identity.Password.RequiredLength = 12;
            identity.Lockout.MaxFailedAccessAttempts = 5;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            identity.User.RequireUniqueEmail = false;
        }).AddEntityFrameworkStores<OdrDb>().AddSignInManager().AddClaimsPrincipalFactory<AccountClaims>();
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromSeconds(30));
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "odr";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = builder.Environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.SlidingExpiration = true;
            cookie.Events.OnRedirectToLogin = context => Answer(context.HttpContext, RefusalTranslation.NotSignedIn, StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = context => Answer(context.HttpContext, RefusalTranslation.NotFound, StatusCodes.Status404NotFound);
        });
        services.AddAuthorization();
        services.AddAccounts();
        AddCarriers(builder);
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
