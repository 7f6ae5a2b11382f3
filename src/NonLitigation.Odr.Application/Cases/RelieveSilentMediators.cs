using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Network;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>
/// Ends appointments that were not answered within three working days and appoints somebody else (court rules art. 12). Every node
/// looks, once a minute (<c>Odr:Cases:ClockSweep</c>); the case's row lock and its stage see to it that each is ended once.
/// </summary>
public sealed partial class RelieveSilentMediators(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider time, ILogger<RelieveSilentMediators> logger)
    : Sweep(configuration.GetValue("Odr:Cases:ClockSweep", TimeSpan.FromMinutes(1)), logger)
{
    private const int MostAtOnce = 200;

    /// <summary>No three working days are shorter.</summary>
    private static readonly TimeSpan AtLeast = TimeSpan.FromDays(3);

    protected override async Task<List<Guid>> DueAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = time.GetUtcNow() - AtLeast;
        return await scope.ServiceProvider.GetRequiredService<OdrDb>().Set<Case>().Where(one => one.Stage == CaseStage.AwaitingAcceptance && one.AppointedAt <= before)
            .OrderBy(one => one.AppointedAt).Select(one => one.Id).Take(MostAtOnce).ToListAsync(cancellation);
    }

    protected override async Task DoAsync(Guid id, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (change, seating) = (scope.ServiceProvider.GetRequiredService<CaseChange>(), scope.ServiceProvider.GetRequiredService<MediatorSeating>());
        await using var transaction = await change.Db.Database.BeginTransactionAsync(cancellation);
        await CaseRows.LockAsync(change.Db, id, cancellation);
        if (await CaseRows.FindAsync(change.Db, id, cancellation) is not { } file || !file.MediatorStayedSilent(time.GetUtcNow())) return;
        var silent = file.MediatorPersonId!.Value;
        await change.RunAsync(file, async now =>
        {
            file.LetAppointmentLapse(now);
            await change.Db.SaveChangesAsync(cancellation);
            if (await seating.SeatSomebodyAsync(change.Db, file, cancellation) is { } seat) file.AppointAnew(seat, now);
        }, cancellation);
        await transaction.CommitAsync(cancellation);
        LogRelieved(logger, file.Number, file.MediatorId is not null);
        await change.TellAsync(file);
        var operators = await change.Db.Set<OperatorSeat>().Where(seat => seat.OrganisationId == file.OrganisationId).Select(seat => seat.PersonId).ToListAsync(cancellation);
        await scope.ServiceProvider.GetRequiredService<INudges>().ChangedAsync([.. operators, silent], ChangeTopic.Queue, file.Id);
    }

    [LoggerMessage(LogLevel.Information, "The appointment in {Case} was not answered in time; another mediator was appointed: {Appointed}")]
    private static partial void LogRelieved(ILogger logger, string @case, bool appointed);
}
