using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;
using VersionOrigin = NonLitigation.Odr.Domain.Settlements.VersionOrigin;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>One act on an agreement: rows locked, right asked, act, entries in the joint room, all in one transaction; nudges after the commit.</summary>
public sealed class AgreementChange(CaseChange cases, CaseAccess access, ITranscript transcript, IRooms rooms, INudges nudges, ISignatureAuthority authority, TimeProvider time)
{
    /// <summary>Wall clock of the place, for dates (China has one zone, UTC+8, without summer time).</summary>
    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    internal OdrDb Db => cases.Db;

    internal DateTimeOffset Now => TranscriptEntry.ToMicroseconds(time.GetUtcNow());

    /// <summary>An act of the presiding mediator; it does not exist for anybody else.</summary>
    internal Task<AgreementView> PresideAsync(Caller caller, Guid caseId, Func<AgreementAct, Task> act, CancellationToken cancellation) =>
        WithinAsync(caller, caseId, SecuredObject.CasePresiding, act, cancellation);

    /// <summary>An act of anybody who signs.</summary>
    internal async Task<AgreementView> SignAsync(Caller caller, Guid agreementId, Func<AgreementAct, Task> act, CancellationToken cancellation) =>
        await WithinAsync(caller, await AgreementFile.CaseOfAsync(Db, agreementId, cancellation), SecuredObject.Agreement, act, cancellation);

    internal AgreementView View(AgreementFile file) => file.View(Today, authority.Name);

    internal Task<AgreementFile> ReadAsync(Caller caller, Guid caseId, CancellationToken cancellation, SecuredObject what = SecuredObject.Agreement) =>
        AgreementFile.ReadAsync(Db, access, caller, caseId, what, Now, cancellation);

    internal Task TellAsync(AgreementFile file, IEnumerable<Guid>? people = null) => nudges.ChangedAsync(people ?? file.People, ChangeTopic.Agreement, file.Case.Id);

    private async Task<AgreementView> WithinAsync(Caller caller, Guid caseId, SecuredObject what, Func<AgreementAct, Task> act, CancellationToken cancellation)
    {
        var file = await transcript.WithinAsync(Db, async scope =>
        {
            await AgreementFile.LockAsync(Db, caseId, cancellation);
            var found = await AgreementFile.ReadAsync(Db, access, caller, caseId, what, Now, cancellation);
            var doing = new AgreementAct(Db, found, scope, rooms, Now, Today, cancellation);
            // Whatever follows from the case's own move (a place freed at the mediator) follows here too.
            await cases.RunAsync(found.Case, _ => act(doing), cancellation);
            await doing.KeepVersionAsync();
            await doing.EnterAsync();
            return doing.File;
        }, cancellation);
        await TellAsync(file);
        await cases.TellAsync(file.Case);
        return View(file);
    }
}

/// <summary>What an act has at hand inside its transaction.</summary>
internal sealed class AgreementAct(OdrDb db, AgreementFile file, ITranscriptScope scope, IRooms rooms, DateTimeOffset now, DateOnly today, CancellationToken cancellation)
{
    private readonly int _versionBefore = file.Agreement.Version;
    private Func<Guid, IEnumerable<EntryDraft>> _entries = _ => [];
    private Func<Task> _after = () => Task.CompletedTask;

    public OdrDb Db { get; } = db;
    public AgreementFile File { get; set; } = file;
    public DateTimeOffset Now { get; } = now;
    public DateOnly Today { get; } = today;

    /// <summary>How a new version, if there will be one, has come about.</summary>
    public (VersionOrigin Origin, int? RestoredFrom) Origin { get; set; } = (VersionOrigin.Saved, null);

    /// <summary>Stores the rows; the entries follow when everything else is written, for the room stays locked from then to the commit.</summary>
    public async Task StoreAsync(Func<Guid, IEnumerable<EntryDraft>>? entries = null)
    {
        if (!File.Stored) Db.Add(File.Agreement);
        await Db.SaveChangesAsync(cancellation);
        if (entries is not null) _entries = entries;
    }

    /// <summary>Done after the entries, still in the transaction.</summary>
    public void After(Func<Task> work) => _after = work;

    /// <summary>Keeps a version that the act has made, and that the parties were shown it.</summary>
    internal async Task KeepVersionAsync()
    {
        var agreement = File.Agreement;
        if (agreement.Version != _versionBefore) Db.Add(new AgreementVersion(agreement, File.Person, File.Case.MediatorName!, Origin.Origin, Origin.RestoredFrom));
        if (agreement.ShowsItself && !await Db.Set<AgreementShowing>().AnyAsync(s => s.AgreementId == agreement.Id && s.Version == agreement.Version, cancellation))
            Db.Add(new AgreementShowing(agreement.Id, agreement.Version, Now));
        await Db.SaveChangesAsync(cancellation);
    }

    internal async Task EnterAsync()
    {
        if (await rooms.JointRoomOfAsync(Db, File.Case.Id, cancellation) is { } room)
            foreach (var entry in _entries(room)) await scope.AppendAsync(entry, cancellation);
        await _after();
    }
}
