using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NonLitigation.Odr.Benchmarks.Hosts;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Benchmarks.Engine;

/// <summary>
/// Accounts, their cookies and open rooms for the product, made by its own parts. The rooms are made through the transcript writer, admitted and opened
/// as a mediator does; the cookies are protected with the keys that the nodes read from PostgreSQL.
/// </summary>
internal sealed class People : IAsyncDisposable
{
    private readonly WebApplication _service = ProductHost.Build("http://127.0.0.1:0");
    private readonly Dictionary<Guid, string> _cookies = [];

    public IReadOnlyList<Guid> Rooms { get; private set; } = [];
    private Guid[][] _members = [];

    public string CookieOf(int room, int member) => _cookies[_members[room][member]];

    /// <summary>Adds rooms with people of their own. The first member presides.</summary>
    public async Task AddAsync(int rooms, int members)
    {
        _members = [.. Enumerable.Range(0, rooms).Select(_ => Enumerable.Range(0, members).Select(_ => Guid.CreateVersion7()).ToArray())];
        await AccountsAsync([.. _members.SelectMany(m => m)]);
        var made = new Guid[rooms];
        await Parallel.ForAsync(0, rooms, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (at, cancellation) => made[at] = await RoomAsync(_members[at], cancellation));
        Rooms = made;
    }

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    private async Task AccountsAsync(Guid[] people)
    {
        await using var scope = _service.Services.CreateAsyncScope();
        var principals = scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>();
        var cookie = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        foreach (var chunk in people.Chunk(500))
        {
            await using var database = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<OdrDb>>().CreateDbContextAsync();
            var accounts = chunk.Select(person => new Account
            {
                Id = person, UserName = person.ToString("N"), NormalizedUserName = person.ToString("N").ToUpperInvariant(), DisplayName = "李海生",
                SecurityStamp = Guid.NewGuid().ToString("N"), CreatedAt = DateTimeOffset.UtcNow,
            }).ToList();
            database.AddRange(accounts);
            await database.SaveChangesAsync();
            foreach (var account in accounts)
            {
                var properties = new AuthenticationProperties { IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow.AddHours(12) };
                var ticket = new AuthenticationTicket(await principals.CreateAsync(account), properties, IdentityConstants.ApplicationScheme);
                _cookies[account.Id] = string.Create(CultureInfo.InvariantCulture, $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(ticket)}");
            }
        }
    }

    private async Task<Guid> RoomAsync(Guid[] people, CancellationToken cancellation)
    {
        await using var scope = _service.Services.CreateAsyncScope();
        var transcript = scope.ServiceProvider.GetRequiredService<ITranscript>();
        await using var database = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<OdrDb>>().CreateDbContextAsync(cancellation);
        var room = new RoomRow { Id = Guid.CreateVersion7(), Kind = RoomKind.Joint, CaseId = Guid.CreateVersion7(), Name = "联合调解室", NameEn = "Joint room", CreatedAt = DateTimeOffset.UtcNow };
        await transcript.WithinAsync(database, async inside =>
        {
            database.Add(room);
            database.Add(new RoomHeadRow { RoomId = room.Id, HeadHash = TranscriptHead.Genesis(room.Id).ToArray(), State = SessionState.Open, FirstOpenedAt = room.CreatedAt });
            database.AddRange(people.Select((person, at) => Seat(room.Id, person, at)));
            await inside.AppendAsync(new(room.Id, new Begin(room.Name), null), cancellation);
            return true;
        }, cancellation);
        return room.Id;
    }

    private static RoomMemberRow Seat(Guid room, Guid person, int at) => new()
    {
        RoomId = room, PersonId = person, PartyId = at == 0 ? null : Guid.CreateVersion7(), Name = at == 0 ? "王调解员" : "李海生",
        Role = at switch { 0 => RoomRole.Mediator, 1 => RoomRole.Applicant, _ => RoomRole.Respondent }, Standing = Standing.Admitted,
    };
}
