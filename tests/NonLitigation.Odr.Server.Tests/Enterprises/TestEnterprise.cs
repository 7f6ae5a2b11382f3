using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Application.Enterprises;
using NonLitigation.Odr.Domain.Enterprises;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Persistence.Shared;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Enterprises;

/// <summary>Enterprises put into a running service by its own parts.</summary>
public static class TestEnterprise
{
    public const string Kun = "连云港海鲲供应链有限公司", KunCode = "91320703MA1HK88X0W", Port = "连云港远帆港口有限公司", PortCode = "91320703MA2QY55T1K";

    public static readonly DateOnly Today = Deadline.DayOf(DateTimeOffset.UtcNow);

    /// <param name="contact">Of the first representative, who has full scope; he still has to enter.</param>
    /// <param name="butlers">The first one leads.</param>
    public static Task<Enterprise> RegisterAsync(OdrCluster cluster, string name, string creditCode, string contact, Guid organisation, params (Guid Person, string Name)[] butlers) =>
        InTransactionAsync(cluster, (services, db) => services.GetRequiredService<RegisterEnterprise>().Handle(db, EnterpriseEntry.Check(name, creditCode, "连云港片区"),
            [.. butlers.Select((one, at) => new ButlerSeat(one.Person, one.Name, organisation, at == 0))],
            MandateGrant.Check("陈海鲲", contact, MandateScope.Full, Today.AddYears(1), DateTimeOffset.UtcNow), default));

    /// <summary>As if the person had entered with the contact by a code.</summary>
    public static Task<bool> EnteredAsync(OdrCluster cluster, Guid enterprise, string contact, Guid person) => InTransactionAsync(cluster, async (services, _) =>
        await services.GetRequiredService<EnterpriseChange>().FollowAsync(enterprise, (one, now) => one.Entered(contact, person, now), default) is not null);

    /// <summary>A mandate given ten days ago for five days, and nobody has looked since: its holder still has his seat in the room.</summary>
    public static Task<bool> OverdueAsync(OdrCluster cluster, Guid enterprise, string contact, Guid person) => InTransactionAsync(cluster, async (services, db) =>
    {
        var given = DateTimeOffset.UtcNow.AddDays(-10);
        var one = await db.Set<Enterprise>().AsSplitQuery().SingleAsync(e => e.Id == enterprise);
        one.Grant(MandateGrant.Check("旧助理", contact, MandateScope.Disputes, Today.AddDays(-5), given), person, one.Mandates[0].PersonId!.Value, given);
        await services.GetRequiredService<MandateEffects>().ApplyAsync(db, one, given, null, default);
        return true;
    });

    private static async Task<T> InTransactionAsync<T>(OdrCluster cluster, Func<IServiceProvider, OdrDb, Task<T>> work)
    {
        await using var scope = cluster.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OdrDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var done = await work(scope.ServiceProvider, db);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return done;
    }
}
