using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Server.Shared;
using NonLitigation.Odr.Server.Tests.Documents;

namespace NonLitigation.Odr.Server.Tests.Shared;

/// <summary>Failure-mode row R4: what is set up so that it could lose or change what was confirmed does not serve.</summary>
public sealed class RefusingToStart(OwnPostgres own) : IClassFixture<OwnPostgres>
{
    private readonly PostgresServer _postgres = own.Server;

    [Fact]
    public async Task Happens_for_every_way_in_which_the_record_could_forget_or_be_changed_and_not_for_a_sound_one()
    {
        await SoundAsync();
        foreach (var (code, spoil, mend) in new (string Code, string[] Spoil, string[] Mend)[]
        {
            ("start.fsync-off", ["alter system set fsync = off", Reload], ["alter system reset fsync", Reload]),
            ("start.full-page-writes-off", ["alter system set full_page_writes = off", Reload], ["alter system reset full_page_writes", Reload]),
            ("start.synchronous-commit-off", ["alter system set synchronous_commit = off", Reload], ["alter system reset synchronous_commit", Reload]),
            ("start.synchronous-commit-off", ["alter role odr_service set synchronous_commit = local"], ["alter role odr_service reset synchronous_commit"]),
            ("start.synchronous-commit-off", ["alter database odr set synchronous_commit = off"], ["alter database odr reset synchronous_commit"]),
            ("start.record-read-only", ["alter role odr_service set default_transaction_read_only = on"], ["alter role odr_service reset default_transaction_read_only"]),
            ("start.role-too-mighty", ["grant update on room_entries to odr_service"], ["revoke update on room_entries from odr_service"]),
            ("start.role-too-mighty", ["grant update (body) on room_entries to public"], ["revoke update (body) on room_entries from public"]),
            ("start.role-too-mighty", ["grant delete on room_entries to odr_service"], ["revoke delete on room_entries from odr_service"]),
            ("start.role-too-mighty", ["grant truncate on room_entries to odr_service"], ["revoke truncate on room_entries from odr_service"]),
            ("start.role-too-mighty", ["alter role odr_service superuser"], ["alter role odr_service nosuperuser"]),
            ("start.role-too-mighty", ["alter role odr_service createrole"], ["alter role odr_service nocreaterole"]),
            ("start.role-too-mighty", ["alter role odr_service noinherit", "grant odr_owner to odr_service"], ["revoke odr_owner from odr_service", "alter role odr_service inherit"]),
            ("start.role-too-mighty", ["grant pg_write_all_data to odr_service"], ["revoke pg_write_all_data from odr_service"]),
            ("start.role-too-mighty", ["alter table room_entries owner to odr_service"], ["alter table room_entries owner to odr_owner", "revoke update, delete, truncate on room_entries from odr_service", "grant select, insert on room_entries to odr_service"]),
            ("start.transcript-unguarded", ["alter table room_entries disable trigger room_entries_only_grow"], ["alter table room_entries enable trigger room_entries_only_grow"]),
            ("start.transcript-unguarded", ["alter table room_entries disable trigger room_entries_are_kept"], ["alter table room_entries enable trigger room_entries_are_kept"]),
            ("start.schema-newer", ["insert into \"__EFMigrationsHistory\" values ('29990101000000_Later', '99')"], ["delete from \"__EFMigrationsHistory\" where migration_id like '2999%'"]),
            ("start.schema-older", ["update \"__EFMigrationsHistory\" set migration_id = 'x' || migration_id"], ["update \"__EFMigrationsHistory\" set migration_id = substr(migration_id, 2)"]),
        })
        {
            await _postgres.SayAsync(spoil);
            Assert.True((await RefusedAsync()).Contains(code), $"{string.Join("; ", spoil)}: {code} expected");
            await _postgres.SayAsync(mend);
        }
        Assert.Contains("start.synchronous-commit-off", await RefusedAsync(connection: _postgres.Address("odr_service", more: ";Options=-c synchronous_commit=off")));
        await SoundAsync();
    }

    [Fact]
    public async Task Happens_on_a_read_replica()
    {
        await using var replica = await _postgres.ReplicaAsync();
        Assert.Equal(["start.record-read-only"], await RefusedAsync(connection: replica.Address("odr_service")));
    }

    [Fact]
    public async Task Has_its_like_later_no_new_connection_is_used_that_promises_less()
    {
        await using var node = Build();
        await node.StartAsync();
        var health = new Uri($"{node.Urls.First()}/health/ready");
        using var http = new HttpClient();
        Assert.True((await http.GetAsync(health)).IsSuccessStatusCode);
        await _postgres.SayAsync("alter role odr_service set synchronous_commit = off");
        Assert.Equal(503, (int)(await http.GetAsync(health)).StatusCode);
        await _postgres.SayAsync("alter role odr_service reset synchronous_commit");
        Assert.True((await http.GetAsync(health)).IsSuccessStatusCode);
        await node.StopAsync();
    }

    [Theory]
    [InlineData("start.outbox-in-production", "Odr:Delivery", "outbox")]
    [InlineData("start.no-carrier", "Odr:Sms:Gateway", "")]
    [InlineData("start.cookie-keys-open", "Odr:CookieKeys:Certificate", "")]
    [InlineData("start.cookie-keys-open", "Odr:CookieKeys:Certificate", "short")]
    [InlineData("start.volatile-outside-tests", "Odr:Record:MayBeVolatile", "true")]
    [InlineData("start.keys-of-development", "Odr:Keys:Name", "")]
    [InlineData("start.keys-of-development", "Odr:Keys:Directory", "development")]
    [InlineData("start.keys-missing", "Odr:Keys:MayCreate", "false")]
    [InlineData("start.keys-readable", "Odr:Keys:Directory", "readable")]
    [InlineData("start.keys-weak", "Odr:Keys:Directory", "weak")]
    [InlineData("start.seal-lapsed", "Odr:Keys:Directory", "lapsed")]
    [InlineData("start.bid-keys-unsafe", "Odr:Negotiation:BidKeys", "/proc/bids")]
    public async Task Happens_in_Production_for_what_only_Development_may_do(string code, string setting, string value)
    {
        await _postgres.SayAsync("delete from data_protection_keys"); // what a Development node of another test left
        Assert.Equal([code], await RefusedAsync("Production", builder =>
        {
            if (code == "start.keys-missing") builder.Configuration["Odr:Keys:Directory"] = OutsideTool.NewFolder();
            builder.Configuration[setting] = setting.EndsWith("Directory", StringComparison.Ordinal) ? ProductionSettings.Keys(value) : value == "short" ? ProductionSettings.Certificate(1_024) : value;
        }));
    }

    [Fact]
    public async Task Happens_in_Production_while_keys_of_cookies_lie_open_and_not_once_they_are_encrypted()
    {
        await using (var development = Build())
        {
            await development.StartAsync(); // makes a key, open
            await development.StopAsync();
        }
        Assert.Equal(["start.cookie-keys-left-open"], await RefusedAsync("Production"));
        await _postgres.SayAsync("delete from data_protection_keys");
        await using (var production = Build("Production"))
        {
            await production.StartAsync();
            await production.StopAsync();
        }
        await SoundAsync("Production"); // with a key of its own in the database
    }

    private const string Reload = "select pg_reload_conf(), pg_sleep(0.2)";

    private async Task SoundAsync(string environment = "Development") => Assert.Empty(await RefusedAsync(environment));

    /// <summary>What the verb <c>check</c> finds, which must be what keeps the node from starting.</summary>
    private async Task<IReadOnlyList<string>> RefusedAsync(string environment = "Development", Action<WebApplicationBuilder>? adjust = null, string? connection = null)
    {
        await using var node = Build(environment, adjust, connection);
        var found = (await node.Services.GetRequiredService<SafeStart>().LookAsync(default)).Select(refusal => refusal.Code).ToList();
        if (found.Count == 0) return found;
        Assert.Equal(found, (await Assert.ThrowsAsync<UnsafeStartException>(() => node.StartAsync())).Refusals.Select(refusal => refusal.Code));
        return found;
    }

    private WebApplication Build(string environment = "Development", Action<WebApplicationBuilder>? adjust = null, string? connection = null) => OdrApplication.Build([$"--environment={environment}"], builder =>
    {
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Odr:Record:MayBeVolatile"] = "false",
            ["ConnectionStrings:Odr"] = connection ?? _postgres.Address("odr_service"),
            ["Odr:Files:Directory"] = OutsideTool.NewFolder(),
            ["Odr:Keys:Directory"] = TestKeys.ForDevelopment(),
        });
        if (environment == "Production") ProductionSettings.Apply(builder);
        adjust?.Invoke(builder);
    });
}
