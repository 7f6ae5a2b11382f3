using System.Text;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Documents.Settlements;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>From the record of an outcome to its sealed PDF: frozen bytes, consents, and a checkpoint of the joint room's record.</summary>
public sealed class OutcomePaper(Lazy<OutcomeRenderer> renderer, Lazy<KeyStore> keys, IRooms rooms, PublicAddress address)
{
    public async Task<SealedOutcome> PrintAsync(OdrDb db, Guid outcomeId, CancellationToken cancellation)
    {
        var outcome = await db.Set<Outcome>().AsNoTracking().SingleAsync(o => o.Id == outcomeId, cancellation);
        var round = await db.Set<SigningRound>().AsNoTracking().Include(r => r.Signatures).SingleAsync(r => r.Id == outcome.RoundId, cancellation);
        var content = new OutcomeContent(
            round.Text, [.. round.Signatures.Where(s => s.Role != SignerRole.Seal).Select(Consent)], round.SealSeat.SignedAt!.Value, outcome.EffectiveAt,
            outcome.Code, new Uri(address.Root, "verify").ToString());
        List<Attachment> attachments = [];
        if (await rooms.JointRoomOfAsync(db, outcome.CaseId, cancellation) is { } room)
            attachments.Add(new("checkpoint.txt", "text/plain", "联合调解室记录检查点", Encoding.UTF8.GetBytes(await CheckpointAsync(db, room, cancellation))));
        return await renderer.Value.RenderAsync(content, attachments, cancellation);
    }

    private async Task<string> CheckpointAsync(OdrDb db, Guid room, CancellationToken cancellation)
    {
        var tree = new MerkleRange();
        await foreach (var hash in db.Set<RoomEntryRow>().AsNoTracking().Where(e => e.RoomId == room).OrderBy(e => e.Sequence).Select(e => e.EntryHash).AsAsyncEnumerable().WithCancellation(cancellation))
            tree.Append(new Digest(hash));
        return keys.Value.Checkpoints.Sign(new Checkpoint(Checkpoint.OriginOf(room), tree.Size, tree.Root(), []).ToText()).ToString();
    }

    private static Consent Consent(Signature s) => new(
        s.Role.ToString(), s.Name, s.For, s.TypedName!, MethodWord(s.Method!), s.SignedAt!.Value,
        Digest.TryParse(s.SignedHash, out var hash) ? hash : throw new InvalidOperationException($"The hash of signature {s.Id} cannot be read."), s.Evidence, s.Certified);

    private static string MethodWord(string method) => method switch { "passkey" => "通行密钥", "code" => "一次性验证码", _ => method };
}
