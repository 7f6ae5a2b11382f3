using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>A party's act on the joint application: rows locked, right asked, act, all in one transaction; nudges after the commit.</summary>
public sealed class ConfirmationChange(OdrDb db, CaseAccess access, ICourtLink court, ConfirmationWork work, INudges nudges, TimeProvider time)
{
    public OdrDb Db { get; } = db;

    /// <summary>Parties to the agreement and the presiding mediator; nothing is there for anybody else.</summary>
    internal async Task<EnforcementView> ReadAsync(Caller caller, Guid caseId, CancellationToken cancellation)
    {
        var (file, facts) = await LoadAsync(caller, caseId, SecuredObject.Confirmation, cancellation);
        return file.View(facts, court.State, time.GetUtcNow());
    }

    internal async Task<EnforcementView> ActAsync(Caller caller, Guid caseId, Func<ConfirmationAct, Task> act, CancellationToken cancellation)
    {
        await using var transaction = await Db.Database.BeginTransactionAsync(cancellation);
        // Before the right is asked, so that what is read is not stale; whoever has none learns nothing by it.
        await ConfirmationFile.LockAsync(Db, caseId, cancellation);
        var (file, facts) = await LoadAsync(caller, caseId, SecuredObject.ConfirmationActs, cancellation);
        var doing = new ConfirmationAct(file, facts.Party!, facts.PersonId, TranscriptEntry.ToMicroseconds(time.GetUtcNow()));
        await act(doing);
        await Db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        if (doing.File.Confirmation?.LookAt is not null) work.Wake();
        await nudges.ChangedAsync(file.People, ChangeTopic.Agreement, caseId);
        return doing.File.View(facts, court.State, doing.Now);
    }

    internal async Task<(ConfirmationFile File, CaseFacts Facts)> LoadAsync(Caller caller, Guid caseId, SecuredObject what, CancellationToken cancellation)
    {
        var facts = await access.GetAsync(Db, caller, caseId, cancellation, what);
        // Whoever has not consented to the mediation, or left it, is no party to its agreement.
        SharedRules.NotFound.When(facts.Case.AcceptedAt is null || facts.Party is { TakesPart: false });
        var file = await ConfirmationFile.LoadAsync(Db, facts.Case, cancellation);
        SharedRules.NotFound.When(facts.Party is { } party && !file.Parties.Any(one => one.Party.Id == party.Id));
        return (file, facts);
    }
}

/// <summary>What an act has at hand inside its transaction.</summary>
internal sealed class ConfirmationAct(ConfirmationFile file, Party party, Guid person, DateTimeOffset now)
{
    public ConfirmationFile File { get; set; } = file;
    public Party Party { get; } = party;
    public Guid Person { get; } = person;
    public DateTimeOffset Now { get; } = now;

    /// <exception cref="RefusalException"><see cref="ConfirmationRules.NoApplication"/>.</exception>
    public Confirmation Confirmation => File.Confirmation ?? throw ConfirmationRules.NoApplication.Refused();

    /// <summary>Whether this party gave this very answer already, under the same id.</summary>
    /// <param name="joins">Which answer: to join, or to decline.</param>
    public bool IsRepeat(Guid clientId, bool joins)
    {
        if (File.Confirmation?.SeatOf(Party.Id) is not { } seat || seat.ClientId != clientId) return false;
        ConfirmationRules.IdReused.When(seat.JoinedAt is not null != joins);
        return true;
    }

    /// <summary>What the party says of itself beside what the file knows.</summary>
    public ApplicantDetails Details(ApplicantDetailsDraft draft)
    {
        var number = draft.IdNumber?.Trim();
        ConfirmationRules.IdNumberDoubtful.When(number is { Length: > 0 } && !IdNumbers.IsPlausible(number, Party.Nature));
        SharedRules.TextIsNotUnicode.When(draft.Address is { } address && !PlainText.IsClean(address, severalLines: false));
        return new(number, draft.Address, null);
    }
}
