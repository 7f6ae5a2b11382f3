using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Network;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>Exhibits that come with an application. The feature above this one keeps them.</summary>
public interface ICaseExhibits
{
    /// <summary>Puts the filer's own exhibits into the case file; those shown in a room he is in are carried over as copies.</summary>
    /// <exception cref="RefusalException">One is not there for him.</exception>
    Task AttachAsync(OdrDb db, Guid caseId, Guid filerId, IReadOnlyList<Guid> exhibitIds, CancellationToken cancellation);
}

/// <summary>Takes an application: one case, one number, invitations to everybody named. Idempotent by RequestId.</summary>
public sealed class FileCase(OdrDb db, IDutyRouting routing, MediatorSeating seating, ICaseExhibits exhibits, InvitationSending sending, TimeProvider time)
{
    /// <exception cref="RefusalException">Faults by field, or <see cref="CasesRules.RequestReused"/> for the same id with other content.</exception>
    public Task<CaseFiledView> Handle(Caller caller, FileCaseRequest request, CancellationToken cancellation) => Handle(caller, request, null, cancellation);

    /// <param name="alongside">What a feature above this one writes in the same transaction; a repeat does not ask it again.</param>
    public async Task<CaseFiledView> Handle(Caller caller, FileCaseRequest request, Func<Case, Task>? alongside, CancellationToken cancellation)
    {
        var filer = caller.PersonId ?? throw SharedRules.NotFound.Refused();
        var application = CaseForm.Check(Application(request));
        var hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request)));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // A repeat that comes while the first one is at work waits here, then finds its case.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({filer.ToString("N") + request.RequestId.ToString("N")}, 7))", cancellation);
        var earlier = await db.Set<Case>().Where(one => one.FilerId == filer && one.RequestId == request.RequestId)
            .Select(one => new { one.Id, one.Number, one.RequestHash }).FirstOrDefaultAsync(cancellation);
        CasesRules.RequestReused.When(earlier is not null && earlier.RequestHash != hash);
        if (earlier is not null) return new CaseFiledView(earlier.Id, earlier.Number);

        var now = time.GetUtcNow();
        var organisation = await OrganisationAsync(request, application.Kind, cancellation);
        var year = Deadline.DayOf(now).Year;
        var number = CaseNumber.Of(year, await CaseNumbers.NextAsync(db, year, cancellation));
        var file = Case.File(application, number, filer, request.RequestId, hash, organisation, request.MediatorId, now);
        db.Add(file);
        await db.SaveChangesAsync(cancellation);
        if (request.MediatorId is { } wished)
        {
            var seat = await seating.FindAsync(db, file, wished, cancellation);
            if (await MediatorAway.UntilAsync(db, seat.PersonId, now, cancellation) is { } until) throw CasesRules.MediatorAway(until).Refused();
        }
        if (request.ExhibitIds is { Count: > 0 }) await exhibits.AttachAsync(db, file.Id, filer, request.ExhibitIds, cancellation);
        if (alongside is not null) await alongside(file);
        await sending.SendAsync(db, file, file.Invited.Where(party => party.CanBeReached), cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new CaseFiledView(file.Id, file.Number);
    }

    /// <summary>The chosen organisation; else the wished mediator's; else by the duty lists.</summary>
    private async Task<Guid> OrganisationAsync(FileCaseRequest request, Domain.Network.DisputeKind kind, CancellationToken cancellation)
    {
        if (request.OrganisationId is { } chosen)
        {
            CasesRules.NoOrganisation.When(!await db.Set<Organisation>().AnyAsync(one => one.Id == chosen, cancellation));
            return chosen;
        }
        var ofMediator = request.MediatorId is { } mediator
            ? await db.Set<Mediator>().Where(one => one.Id == mediator).Select(one => (Guid?)one.OrganisationId).FirstOrDefaultAsync(cancellation)
            : null;
        return ofMediator ?? await routing.OrganisationForAsync(db, kind, null, cancellation);
    }

    private static CaseApplication Application(FileCaseRequest request) => new(
        (Domain.Network.DisputeKind)request.Kind, request.Title ?? "", request.WhatHappened ?? "", Party(request.Applicant),
        [.. (request.Respondents ?? []).Select(Party)],
        [.. (request.Claims ?? []).Select(claim => new ClaimDetails(claim?.Text ?? "", claim?.AmountFen, claim?.Against ?? []))])
    {
        CoApplicants = [.. (request.CoApplicants ?? []).Select(Party)],
    };

    private static PartyDetails Party(PartyDraft? draft) => draft is null
        ? new PartyDetails("", "", null, Domain.Cases.PartyNature.Natural, null, null)
        : new PartyDetails(draft.Name ?? "", draft.Contact ?? "", draft.Place, (Domain.Cases.PartyNature)draft.Nature, draft.IdNumber, draft.RepresentativeName);
}
