using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>The mediator shows an article in a room. Its words go into the record as they stand today: a later version of the statute does not change what was shown.</summary>
public sealed class SendLawCard(IDbContextFactory<OdrDb> contexts, ITranscript transcript)
{
    public async Task<MessageReceipt> Handle(Caller caller, Guid roomId, SendLawCardRequest request, CancellationToken cancellation)
    {
        RoomsRules.IdMissing.When(request.ClientMessageId == Guid.Empty);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var role = await db.Set<RoomMemberRow>().AsNoTracking().Where(m => m.RoomId == roomId && m.PersonId == caller.Person && m.Standing != Domain.Rooms.Standing.Removed)
            .Select(m => (Domain.Rooms.RoomRole?)m.Role).FirstOrDefaultAsync(cancellation);
        RoomsRules.RoomNotFound.When(role is null);
        RoomsRules.MediatorShowsLaw.When(role != Domain.Rooms.RoomRole.Mediator);
        var article = await db.Set<StatuteArticle>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == request.ArticleId, cancellation);
        RoomsRules.NoSuchArticle.When(article is null);
        var entry = await transcript.AppendAsync(EntryDraft.Speak(roomId, TranscriptKind.Message, caller.Person, request.ClientMessageId, Body(article)), cancellation);
        return new(entry.RoomId, request.ClientMessageId, entry.Sequence, entry.SentAt, entry.EntryHash);
    }

    private static CanonicalObject Body(StatuteArticle article) => new()
    {
        ["type"] = "law-card", ["statute"] = article.Statute, ["versionOf"] = article.VersionOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["article"] = article.Label, ["text"] = article.Text,
        ["textSha256"] = article.TextSha256,
    };
}
