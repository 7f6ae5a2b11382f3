using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Shared;
using CourtLink = NonLitigation.Odr.Domain.Settlements.CourtLink;
using RouteAct = NonLitigation.Odr.Domain.Settlements.RouteAct;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>A party's act on what he asks of notary and court: rows locked, right asked, act, all in one transaction; nudges after the commit.</summary>
public sealed class RouteChange(OdrDb db, ConfirmationChange agreed, ICourtLink court, INotaryLink notary, ConfirmationWork work, INudges nudges, TimeProvider time)
{
    public OdrDb Db { get; } = db;

    public Recipient Office => notary.Office;

    public bool IsConnected(RouteAct act) => (act == RouteAct.PaymentOrder ? court.State : notary.State) != CourtLink.None;

    internal async Task<RoutesView> ReadAsync(Caller caller, Guid caseId, CancellationToken cancellation)
    {
        var (file, facts) = await LoadAsync(caller, caseId, SecuredObject.Confirmation, cancellation);
        return View(file, facts, time.GetUtcNow());
    }

    /// <returns>What the act says: the application that it was about, null when nothing changed.</returns>
    internal async Task<RoutesView> ActAsync(Caller caller, Guid caseId, Func<RouteDoing, RouteApplication?> act, CancellationToken cancellation)
    {
        await using var transaction = await Db.Database.BeginTransactionAsync(cancellation);
        await RouteFile.LockAsync(Db, caseId, cancellation);
        var (file, facts) = await LoadAsync(caller, caseId, SecuredObject.ConfirmationActs, cancellation);
        var doing = new RouteDoing(file, facts, TranscriptEntry.ToMicroseconds(time.GetUtcNow()));
        if (act(doing) is not { } about) return View(file, facts, doing.Now);
        var after = file.Applications.Contains(about) ? file : file with { Applications = [.. file.Applications, about] };
        await Db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        if (about.LookAt is not null) work.Wake();
        await nudges.ChangedAsync(after.PeopleOf(about), ChangeTopic.Agreement, caseId);
        return View(after, facts, doing.Now);
    }

    private RoutesView View(RouteFile file, CaseFacts facts, DateTimeOffset now) => new RouteReading(file, facts.Party, notary.Office, notary.State, court.State, now).View();

    private async Task<(RouteFile File, CaseFacts Facts)> LoadAsync(Caller caller, Guid caseId, SecuredObject what, CancellationToken cancellation)
    {
        var (_, facts) = await agreed.LoadAsync(caller, caseId, what, cancellation);
        return (await RouteFile.LoadAsync(Db, facts.Case, cancellation), facts);
    }
}

/// <summary>What an act has at hand inside its transaction.</summary>
internal sealed record RouteDoing(RouteFile File, CaseFacts Facts, DateTimeOffset Now)
{
    public Domain.Cases.Party Party => Facts.Party!;

    /// <exception cref="RefusalException"><see cref="RouteRules.NoSuchApplication"/>, also for a party whom it does not concern.</exception>
    public RouteApplication Application(Guid id)
    {
        var found = File.Applications.FirstOrDefault(one => one.Id == id);
        RouteRules.NoSuchApplication.When(found is null || !File.Concerns(found, Party.Id));
        return found;
    }
}
