using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Network;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>Canned texts: a mediator's or operator's own, and those that the operators of an organisation write for its staff. They hold variables, never anything of a room.</summary>
public sealed class KeepSnippets(OdrDb db, TimeProvider time)
{
    private sealed record Place(Guid Person, Guid OrganisationId, bool IsOperator);

    /// <summary>What the caller may use: his own and his organisation's, by shortcut. Nothing for whoever is no staff.</summary>
    public async Task<IReadOnlyList<SnippetView>> Handle(Caller caller, CancellationToken cancellation) =>
        await PlaceAsync(caller, cancellation) is { } place ? await ListAsync(place, cancellation) : [];

    /// <summary>A new one (based on 0) or the next version of one. The same again changes nothing.</summary>
    /// <exception cref="RefusalException">Not found; <see cref="SharedRules.AlreadyChanged"/>; the refusals of <see cref="Snippet"/> and <see cref="DeskRules"/>.</exception>
    public async Task<IReadOnlyList<SnippetView>> Handle(Caller caller, Guid snippetId, WriteSnippetRequest request, CancellationToken cancellation)
    {
        var place = await PlaceAsync(caller, cancellation) ?? throw SharedRules.NotFound.Refused();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await LockAsync(request.Shared ? place.OrganisationId : place.Person, cancellation);
        var versions = await db.Set<Snippet>().Where(one => one.SnippetId == snippetId).OrderBy(one => one.Version).ToListAsync(cancellation);
        var last = versions.LastOrDefault();
        SharedRules.NotFound.When((request.Shared && !place.IsOperator) || (last is not null && !(request.Shared ? last.OrganisationId == place.OrganisationId : last.OwnerId == place.Person)));
        if (last is { ReplacedAt: null } && last.Version == request.BasedOn + 1 && last.Says(request.Shortcut, request.Title, request.Text)) return await ListAsync(place, cancellation);
        SharedRules.AlreadyChanged.When((last?.Version ?? 0) != request.BasedOn || last?.ReplacedAt is not null);
        var now = time.GetUtcNow();
        var next = new Snippet(snippetId, request.BasedOn + 1, request.Shared ? null : place.Person, request.Shared ? place.OrganisationId : null, request.Shortcut, request.Title, request.Text, place.Person, now);
        var beside = Current().Where(one => one.OwnerId == next.OwnerId && one.OrganisationId == next.OrganisationId && one.SnippetId != snippetId);
        DeskRules.ShortcutTaken.When(await beside.AnyAsync(one => one.Shortcut == next.Shortcut, cancellation));
        DeskRules.TooManySnippets.When(last is null && await beside.CountAsync(cancellation) >= Snippet.Most);
        last?.Replace(now);
        await db.SaveChangesAsync(cancellation); // the old version leaves the index of current ones before the new one enters it
        db.Add(next);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return await ListAsync(place, cancellation);
    }

    /// <summary>Takes one out of use; its versions stay.</summary>
    public async Task<IReadOnlyList<SnippetView>> RemoveAsync(Caller caller, Guid snippetId, CancellationToken cancellation)
    {
        var place = await PlaceAsync(caller, cancellation) ?? throw SharedRules.NotFound.Refused();
        var snippet = await Current().FirstOrDefaultAsync(one => one.SnippetId == snippetId && (one.OwnerId == place.Person || (place.IsOperator && one.OrganisationId == place.OrganisationId)), cancellation)
            ?? throw SharedRules.NotFound.Refused();
        snippet.Replace(time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        return await ListAsync(place, cancellation);
    }

    private IQueryable<Snippet> Current() => db.Set<Snippet>().Where(one => one.ReplacedAt == null);

    private async Task<IReadOnlyList<SnippetView>> ListAsync(Place place, CancellationToken cancellation) =>
        await Current().Where(one => one.OwnerId == place.Person || one.OrganisationId == place.OrganisationId).OrderBy(one => one.OwnerId == null).ThenBy(one => one.Shortcut)
            .Select(one => new SnippetView(one.SnippetId, one.Version, one.OrganisationId != null, one.OwnerId != null || place.IsOperator, one.Shortcut, one.Title, one.Text)).ToListAsync(cancellation);

    private async Task<Place?> PlaceAsync(Caller caller, CancellationToken cancellation)
    {
        var me = caller.Person;
        var seat = await db.Set<OperatorSeat>().Where(one => one.PersonId == me).Select(one => (Guid?)one.OrganisationId).FirstOrDefaultAsync(cancellation);
        var mediates = seat ?? await db.Set<Mediator>().Where(one => one.PersonId == me).Select(one => (Guid?)one.OrganisationId).FirstOrDefaultAsync(cancellation);
        return mediates is { } organisation ? new(me, organisation, seat is not null) : null;
    }

    /// <summary>Two pages of one writer, or two operators, one after another.</summary>
    private async Task LockAsync(Guid owner, CancellationToken cancellation)
    {
        var lockId = BitConverter.ToInt64(owner.ToByteArray(), 8);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({lockId})", cancellation);
    }
}
