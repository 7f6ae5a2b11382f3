using Microsoft.AspNetCore.Http.HttpResults;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>The platform's log, open to anybody. Its leaves are hashes; no room shows in it.</summary>
public static class CheckpointsEndpoints
{
    public static void MapCheckpoints(this IEndpointRouteBuilder routes)
    {
        var log = routes.MapGroup("/api/checkpoints").AllowAnonymous().WithMetadata(new ShowsAttribute(SecuredObject.Public)).WithTags("Checkpoints");
        log.MapGet("", async Task<Ok<PublicLogView>> (ReadPublicLog read, CancellationToken cancellation) =>
            TypedResults.Ok(await read.Handle(cancellation))).WithName(nameof(ReadPublicLog));
        log.MapGet("latest", async Task<ContentHttpResult> (ReadPublicLog read, CancellationToken cancellation) =>
            TypedResults.Text(await read.CheckpointAsync(null, cancellation))).WithName("ReadLatestCheckpoint");
        log.MapGet("{size:long}", async Task<ContentHttpResult> (long size, ReadPublicLog read, CancellationToken cancellation) =>
            TypedResults.Text(await read.CheckpointAsync(size, cancellation))).WithName("ReadCheckpoint");
        log.MapGet("{size:long}/timestamp", async Task<FileContentHttpResult> (long size, ReadPublicLog read, CancellationToken cancellation) =>
            TypedResults.File(await read.TimestampAsync(size, cancellation), "application/octet-stream", $"checkpoint-{size}.tst")).WithName("ReadTimestamp");
        log.MapGet("consistency", async Task<Ok<ConsistencyView>> (long from, long to, ReadPublicLog read, CancellationToken cancellation) =>
            TypedResults.Ok(await read.ConsistencyAsync(from, to, cancellation))).WithName("ProveConsistency");
        log.MapGet("inclusion", async Task<Ok<InclusionView>> (string leaf, long? size, ReadPublicLog read, CancellationToken cancellation) =>
            TypedResults.Ok(await read.InclusionAsync(leaf, size, cancellation))).WithName("ProveInclusion");
    }
}
