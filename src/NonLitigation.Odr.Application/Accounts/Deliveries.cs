using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Accounts;

/// <summary>Writes messages beside what causes them; <see cref="SendDeliveries"/> carries them out after the commit.</summary>
public sealed class Deliveries(TimeProvider time, DeliveryBell bell) : IDeliveries
{
    public void Add(OdrDb db, Delivery delivery)
    {
        AccountsRules.ContactInvalid.When(!Contact.TryParse(delivery.To, out var to));
        db.Add(new DeliveryMessage(to, delivery.TextZh, delivery.TextEn, delivery.Link, delivery.Code, time.GetUtcNow(), delivery.Calendar));
        bell.Ring();
    }
}

/// <summary>Wakes this node's sender early; without it a message leaves at the next round.</summary>
public sealed class DeliveryBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0);

    public void Ring() => _rung.Release();

    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellation)
    {
        await _rung.WaitAsync(longest, cancellation);
        while (_rung.Wait(0, CancellationToken.None)) { }
    }

    public void Dispose() => _rung.Dispose();
}
