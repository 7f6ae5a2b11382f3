using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Network;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Domain.Enterprises;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Enterprises;

/// <summary>The demo's enterprise of the free trade zone: made up, like its credit code.</summary>
public sealed class EnterpriseDemoSeed(RegisterEnterprise register, UserManager<Account> accounts, TimeProvider time) : IDemoSeed
{
    private const string CreditCode = "91320703MA1HK88X0W";

    public int Order => 20;

    public async Task SeedAsync(OdrDb db, CancellationToken cancellation)
    {
        if (await db.Set<Enterprise>().AnyAsync(one => one.CreditCode == CreditCode, cancellation)) return;
        var now = time.GetUtcNow();
        var first = MandateGrant.Check("陈海鲲", "13900000101", MandateScope.Full, Deadline.DayOf(now).AddYears(3), now);
        var team = new[] { await SeatAsync("sun.butler", lead: true), await SeatAsync("qian.butler", lead: false) };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await register.Handle(db, EnterpriseEntry.Check("连云港海鲲供应链有限公司", CreditCode, "江苏自贸试验区连云港片区"), team, first, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task<ButlerSeat> SeatAsync(string user, bool lead)
    {
        var account = await accounts.FindByNameAsync(user) ?? throw new InvalidOperationException($"{user} is seeded before the enterprise.");
        return new(account.Id, account.DisplayName, DemoNetwork.IdOf(DemoNetwork.FreeTradeZone), lead);
    }
}
