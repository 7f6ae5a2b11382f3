using System.Buffers.Text;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Accounts;

public sealed class ReadPushOffer(OdrDb db, Lazy<PushKey?> key)
{
    public async Task<PushOfferView> Handle(Caller caller, CancellationToken cancellation)
    {
        var person = caller.Person;
        return new(key.Value is { } own ? Base64Url.EncodeToString(own.Public) : null, await db.Set<PushDevice>().CountAsync(one => one.PersonId == person, cancellation));
    }
}

/// <summary>Alerts one browser of this person, from now on and in place of whoever was alerted there.</summary>
public sealed class TurnPushOn(OdrDb db, Lazy<PushKey?> key, PushServices services, TimeProvider time)
{
    public async Task Handle(Caller caller, Guid? session, TurnOnPushRequest request, CancellationToken cancellation)
    {
        var person = caller.Person;
        PushRules.NotOffered.When(key.Value is null);
        var endpoint = services.Accept(request.Endpoint) ?? throw PushRules.EndpointRefused.Refused();
        var device = new PushDevice(person, session, endpoint.AbsoluteUri, Read(request.Key), Read(request.Secret), request.Language, request.QuietFrom, request.QuietUntil, time.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // One act of a person at a time, so that the count holds; a browser that was turned on before is turned on anew.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({person.ToString("N")}, 21))", cancellation);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({device.Endpoint}, 22))", cancellation);
        await db.Set<PushDevice>().Where(one => one.Endpoint == device.Endpoint).ExecuteDeleteAsync(cancellation);
        PushRules.TooMany.When(await db.Set<PushDevice>().CountAsync(one => one.PersonId == person, cancellation) >= PushRules.MostDevices);
        db.Add(device);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static byte[] Read(string? text)
    {
        PushRules.KeysInvalid.When(text is null or { Length: > 100 } || !Base64Url.IsValid(text));
        return Base64Url.DecodeFromChars(text);
    }
}

public sealed class TurnPushOff(OdrDb db)
{
    public async Task Handle(Caller caller, TurnOffPushRequest request, CancellationToken cancellation)
    {
        var person = caller.Person;
        await db.Set<PushDevice>().Where(one => one.PersonId == person && one.Endpoint == request.Endpoint).ExecuteDeleteAsync(cancellation);
    }
}
