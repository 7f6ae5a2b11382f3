using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Shared;
using Npgsql;

namespace NonLitigation.Odr.Application.Shared;

/// <summary>What the hub filter and the exception handler answer: the refusal as it goes over the wire and the HTTP status for it.</summary>
public static class RefusalTranslation
{
    public static readonly RefusalView Fault = new("shared.fault",
        "系统出现故障，您的内容没有丢失，请稍后再试。", "Something failed on our side. Nothing you wrote is lost; please try again.");

    public static readonly RefusalView Unavailable = new("shared.unavailable",
        "服务暂时不可用，请稍后再试。", "The service is not available for the moment; please try again.");

    public static readonly RefusalView Malformed = new("shared.malformed",
        "请求的格式不正确。", "The request is not well formed.");

    public static readonly RefusalView TooManyRequests = new("shared.too-many-requests",
        "请求过于频繁，请稍候再试。", "Too many requests; please wait a moment and try again.");

    public static readonly RefusalView TooFast = new("rooms.too-fast",
        "操作过快，请稍候，您的内容会自动重发。", "That was too fast; please wait a moment, what you wrote will be sent again.");

    public static readonly RefusalView TooManyLines = new("rooms.too-many-lines",
        "您打开的页面过多，请关闭一些后再试。", "You have too many pages open; please close some.");

    public static readonly RefusalView Draining = new("shared.draining",
        "服务器即将维护，请立即重新连接。", "This server is about to go; please connect again.");

    public static readonly RefusalView NotSignedIn = View(SharedRules.NotSignedIn);

    public static readonly RefusalView NotFound = View(SharedRules.NotFound);

    /// <summary>Null for anything that is a fault of ours and not an answer.</summary>
    public static (RefusalView View, int Status)? Describe(Exception exception) => exception switch
    {
        RefusalException refusal => (View(refusal.Reason), StatusOf(refusal.Code)),
        // Text that the record cannot hold (U+0000, half a surrogate pair) is the sender's mistake.
        PostgresException { SqlState: "22021" or "22P05" } => (Malformed, 400),
        _ when exception.InnerException is PostgresException { SqlState: "22021" or "22P05" } => (Malformed, 400),
        DbUpdateConcurrencyException => (View(SharedRules.AlreadyChanged), 409),
        NpgsqlException { IsTransient: true } => (Unavailable, 503),
        _ when exception.InnerException is NpgsqlException { IsTransient: true } => (Unavailable, 503),
        _ => null,
    };

    /// <summary>The last word of a code tells its class; whatever has no class of its own is a broken rule (422).</summary>
    public static int StatusOf(string code)
    {
        var word = code[(code.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return word switch
        {
            _ when word.EndsWith("not-found", StringComparison.Ordinal) => 404,
            "not-signed-in" => 401,
            _ when word.EndsWith("id-reused", StringComparison.Ordinal) || word.StartsWith("already-", StringComparison.Ordinal) || word.EndsWith("-conflict", StringComparison.Ordinal) => 409,
            _ when word.EndsWith("expired", StringComparison.Ordinal) || word.EndsWith("used-up", StringComparison.Ordinal) => 410,
            _ when word.EndsWith("no-space", StringComparison.Ordinal) => 507,
            _ when word.EndsWith("too-large", StringComparison.Ordinal) => 413,
            _ when word.EndsWith("busy", StringComparison.Ordinal) || word.StartsWith("too-many", StringComparison.Ordinal) => 429,
            _ => 422,
        };
    }

    private static RefusalView View(RefusalReason reason) =>
        new(reason.Code, reason.Zh, reason.En, reason.Fields?.ToDictionary(field => field.Key, field => View(field.Value)));
}
