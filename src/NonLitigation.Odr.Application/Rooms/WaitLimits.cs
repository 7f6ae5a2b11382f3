using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>
/// After how long somebody who waits unheard is told of: the organisation's own time, else <c>Odr:Rooms:Waits:Limit</c> (three minutes, in Development one).
/// Phones ring between <c>Odr:Rooms:Waits:FirstHour</c> (7) and <c>LastHour</c> (22) of China only; in Development at any time.
/// </summary>
public sealed class WaitLimits(IConfiguration configuration, IHostEnvironment environment)
{
    private readonly int _firstHour = configuration.GetValue("Odr:Rooms:Waits:FirstHour", environment.IsDevelopment() ? 0 : 7);
    private readonly int _lastHour = configuration.GetValue("Odr:Rooms:Waits:LastHour", environment.IsDevelopment() ? 24 : 22);

    public TimeSpan Default { get; } = configuration.GetValue("Odr:Rooms:Waits:Limit", TimeSpan.FromMinutes(environment.IsDevelopment() ? 1 : 3));

    public bool MayRing(DateTimeOffset now) => now.ToOffset(Deadline.ChinaOffset).Hour is var hour && hour >= _firstHour && hour < _lastHour;

    public async Task<TimeSpan> OfAsync(OdrDb db, Guid organisationId, CancellationToken cancellation) =>
        await db.Set<AttentionLimit>().Where(one => one.OrganisationId == organisationId).Select(one => (int?)one.Minutes).FirstOrDefaultAsync(cancellation) is { } minutes
            ? TimeSpan.FromMinutes(minutes) : Default;
}
