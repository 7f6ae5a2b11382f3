using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Accounts;

/// <summary>
/// How many codes may leave, as settings in <c>Odr:Accounts</c>: to one contact in ten minutes (more to somebody signed in who proves himself) and in a day, from one address and in all
/// in ten minutes. With five tries for each code the day's limit also bounds what guessing can reach: 200 tries at one in a million.
/// </summary>
public sealed class CodeBudget(OdrDb db, IConfiguration configuration)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10), Day = TimeSpan.FromDays(1);
    private readonly int _perContact = configuration.GetValue("Odr:Accounts:CodesPerContact", 6);
    private readonly int _perProver = configuration.GetValue("Odr:Accounts:CodesPerProver", 20);
    private readonly int _perContactInADay = configuration.GetValue("Odr:Accounts:CodesPerContactInADay", 40);
    private readonly int _perAddress = configuration.GetValue("Odr:Accounts:CodesPerAddress", 200);
    private readonly int _inAll = configuration.GetValue("Odr:Accounts:CodesInAll", 3_000);

    /// <summary>Call within the transaction that stores the code: whoever asks next waits for it, so that no race gives more than there is.</summary>
    /// <remarks>
    /// A person who is signed in has a budget of his own: strangers who ask for codes to his number cannot keep him from signing. It is a larger
    /// one, for a mediator of eight rooms may sign eight agreements within minutes.
    /// </remarks>
    public async Task<bool> AllowsAsync(OneTimeCode code, CancellationToken cancellation)
    {
        var (window, day, proving) = (code.CreatedAt - Window, code.CreatedAt - Day, code.PersonId is not null);
        var most = proving ? _perProver : _perContact;
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(17)", cancellation);
        return await db.Database.SqlQuery<bool>($"""
            select (select count(*) from one_time_codes where contact = {code.Contact} and (person_id is not null) = {proving} and created_at > {window}) < {most}
                and (select count(*) from one_time_codes where contact = {code.Contact} and (person_id is not null) = {proving} and created_at > {day}) < {_perContactInADay}
                and (select count(*) from one_time_codes where address = {code.Address} and created_at > {window}) < {_perAddress}
                and (select count(*) from one_time_codes where created_at > {window}) < {_inAll} as "Value"
            """).SingleAsync(cancellation);
    }
}
