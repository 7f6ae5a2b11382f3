using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Accounts;

/// <summary>What became of a push.</summary>
public enum PushOutcome { Taken, Gone, NotNow }

/// <summary>Carries one encrypted push to a push service (RFC 8030).</summary>
public interface IPushCarrier
{
    Task<PushOutcome> CarryAsync(Uri endpoint, byte[] content, string authorization, CancellationToken cancellation);
}

/// <summary>
/// Rings at a person's devices. A push says in which language to ring and nothing else: not who, not what, not in which room, so that neither the push service nor
/// whoever sees the screen learns anything of a dispute.
/// </summary>
public sealed partial class PushAlerts(Lazy<PushKey?> key, PushServices services, IPushCarrier carrier, PublicAddress address, TimeProvider time, ILogger<PushAlerts> logger)
{
    /// <summary>In the transaction that <paramref name="db"/> has open: the rows of the devices are this node's until it ends.</summary>
    /// <returns>Whether it rang at one of them at least.</returns>
    public async Task<bool> RingAsync(OdrDb db, Guid personId, string? zone, CancellationToken cancellation)
    {
        if (key.Value is not { } own) return false;
        var now = time.GetUtcNow();
        var devices = await db.Set<PushDevice>().FromSql($"select * from push_devices where person_id = {personId} and next_attempt_at <= {now} order by id for update skip locked").ToListAsync(cancellation);
        var rang = false;
        foreach (var device in devices.Where(one => !one.IsQuietAt(now, zone)))
        {
            switch (await SendAsync(own, device, now, cancellation))
            {
                case PushOutcome.Taken:
                    device.Rang();
                    rang = true;
                    break;
                case PushOutcome.Gone:
                    db.Remove(device);
                    break;
                default:
                    device.Failed(now);
                    LogLater(logger, device.Id, device.Failures);
                    break;
            }
        }
        return rang;
    }

    private async Task<PushOutcome> SendAsync(PushKey own, PushDevice device, DateTimeOffset now, CancellationToken cancellation)
    {
        // The list may have become shorter since.
        if (services.Accept(device.Endpoint) is not { } endpoint) return PushOutcome.Gone;
        try
        {
            var content = PushEncryption.Encrypt(Encoding.UTF8.GetBytes(device.Language), device.Key, device.Secret);
            return await carrier.CarryAsync(endpoint, content, own.Authorize(endpoint, address.Root, now), cancellation);
        }
        catch (CryptographicException)
        {
            return PushOutcome.Gone; // the browser's key is no key: it can never be rung
        }
    }

    [LoggerMessage(LogLevel.Warning, "Push to device {Device} was not taken, attempt {Attempt}")]
    private static partial void LogLater(ILogger logger, Guid device, int attempt);
}
