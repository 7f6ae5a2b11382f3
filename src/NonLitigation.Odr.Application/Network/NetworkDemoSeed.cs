using System.Globalization;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Network;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Network;

/// <summary>Organisations, mediators and operators of the demo, and the file that lists their logins.</summary>
public sealed class NetworkDemoSeed(UserManager<Account> accounts, TimeProvider time, IConfiguration configuration) : IDemoSeed
{
    public int Order => 10;

    public async Task SeedAsync(OdrDb db, CancellationToken cancellation)
    {
        var known = await db.Set<Organisation>().Select(one => one.Id).ToHashSetAsync(cancellation);
        db.AddRange(DemoNetwork.Organisations().Where(one => !known.Contains(one.Id)));
        await db.SaveChangesAsync(cancellation);
        var logins = new StringBuilder();
        foreach (var one in DemoNetwork.Mediators()) await MediatorAsync(db, one, logins, cancellation);
        foreach (var one in DemoNetwork.Operators) await OperatorAsync(db, one, logins, cancellation);
        foreach (var one in DemoNetwork.Butlers) await ButlerAsync(one, logins);
        await db.SaveChangesAsync(cancellation);
        await PairingsAsync(db, logins, cancellation);
        if (configuration["Odr:DemoLogins"] is { Length: > 0 } file) await File.WriteAllTextAsync(file, Text(logins), cancellation);
    }

    private async Task MediatorAsync(OdrDb db, DemoNetwork.DemoMediator one, StringBuilder logins, CancellationToken cancellation)
    {
        var id = DemoNetwork.IdOf("mediator/" + one.User);
        var person = await PersonAsync(one.User!, one.Name, one.Phone, one.User!.EndsWith("butler", StringComparison.Ordinal) ? [AccountRole.Mediator, AccountRole.Butler] : [AccountRole.Mediator]);
        if (one.Phone is not null) logins.AppendLine(CultureInfo.InvariantCulture, $"{one.User,-16} {DemoNetwork.Password}   {one.Name} · {one.Organisation}");
        if (!await db.Set<Mediator>().AnyAsync(mediator => mediator.Id == id, cancellation))
            db.Add(new Mediator(id, person, DemoNetwork.IdOf(one.Organisation), one.Name, one.Pool, one.Grade, 60, one.Introduction, one.Skills));
    }

    private async Task OperatorAsync(OdrDb db, DemoNetwork.DemoOperator one, StringBuilder logins, CancellationToken cancellation)
    {
        var person = await PersonAsync(one.User, one.Name, one.Phone, [AccountRole.Operator]);
        logins.AppendLine(CultureInfo.InvariantCulture, $"{one.User,-16} {DemoNetwork.Password}   {one.Name} · {one.Organisation}");
        if (!await db.Set<OperatorSeat>().AnyAsync(seat => seat.PersonId == person, cancellation))
            db.Add(new OperatorSeat { PersonId = person, OrganisationId = DemoNetwork.IdOf(one.Organisation) });
    }

    /// <summary>Which enterprises he serves, the feature that knows enterprises says.</summary>
    private async Task ButlerAsync(DemoNetwork.DemoOperator one, StringBuilder logins)
    {
        await PersonAsync(one.User, one.Name, one.Phone, [AccountRole.Butler]);
        logins.AppendLine(CultureInfo.InvariantCulture, $"{one.User,-16} {DemoNetwork.Password}   {one.Name} · {one.Organisation}");
    }

    /// <summary>Pairings that were ended since stay ended.</summary>
    private async Task PairingsAsync(OdrDb db, StringBuilder logins, CancellationToken cancellation)
    {
        var keeper = await PersonAsync(DemoNetwork.Operators[^1].User, DemoNetwork.Operators[^1].Name, DemoNetwork.Operators[^1].Phone, [AccountRole.Operator]);
        var people = new List<(DemoNetwork.DemoGuide Guide, Guid Person)>();
        foreach (var one in DemoNetwork.Guides)
        {
            people.Add((one, await PersonAsync(one.User, one.Name, one.Phone, [])));
            logins.AppendLine(CultureInfo.InvariantCulture, $"{one.User,-16} {DemoNetwork.Password}   {one.Name} · {one.Organisation}");
        }

        foreach (var (organisation, partner) in DemoNetwork.Pairings)
        {
            var (mediating, guiding) = (DemoNetwork.IdOf(organisation), DemoNetwork.IdOf(partner));
            if (await db.Set<Pairing>().AnyAsync(one => one.OrganisationId == mediating && one.PartnerId == guiding, cancellation)) continue;
            var pairing = new Pairing(await db.Set<Organisation>().SingleAsync(one => one.Id == mediating, cancellation), await db.Set<Organisation>().SingleAsync(one => one.Id == guiding, cancellation), keeper, time.GetUtcNow());
            foreach (var (guide, person) in people.Where(one => one.Guide.Organisation == partner)) pairing.Name(person, guide.Name, guide.Background, keeper, time.GetUtcNow());
            db.Add(pairing);
        }

        await db.SaveChangesAsync(cancellation);
    }

    private async Task<Guid> PersonAsync(string user, string name, string? phone, IReadOnlyList<AccountRole> roles)
    {
        if (await accounts.FindByNameAsync(user) is { } known) return known.Id;
        var account = new Account { Id = Guid.CreateVersion7(), UserName = user, DisplayName = name, PhoneNumber = phone, PhoneNumberConfirmed = phone is not null, CreatedAt = time.GetUtcNow() };
        // Those without a phone are only in the directory: nobody can sign in as them.
        var made = phone is null ? await accounts.CreateAsync(account) : await accounts.CreateAsync(account, DemoNetwork.Password);
        if (!made.Succeeded) throw new InvalidOperationException($"{user}: {string.Join("; ", made.Errors.Select(error => error.Description))}");
        await accounts.AddClaimsAsync(account, roles.Select(role => new Claim(ClaimTypes.Role, role.ToString().ToLowerInvariant())));
        return account.Id;
    }

    private static string Text(StringBuilder logins) => $"""
        Staff sign in at /staff:
        {logins}Parties enter at /enter with any mobile number; codes and links are shown at /outbox (Development only).
        Enterprise 连云港海鲲供应链有限公司: 13900000101 at /enter.

        """;
}
