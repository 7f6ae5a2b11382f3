using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Accounts;

public sealed class OneUseLinks(TimeProvider time) : IOneUseLinks
{
    public Task<string> IssueAsync(OdrDb db, string purpose, Guid subjectId, string contact, TimeSpan life, CancellationToken cancellation)
    {
        var (link, token) = OneUseLink.Make(purpose, subjectId, contact, time.GetUtcNow(), life);
        db.Add(link);
        return Task.FromResult(token);
    }

    public async Task RevokeAsync(OdrDb db, string purpose, Guid subjectId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var open = await db.Set<OneUseLink>().Where(one => one.SubjectId == subjectId && one.Purpose == purpose && one.UsedAt == null && one.ExpiresAt > now).ToListAsync(cancellation);
        foreach (var link in open) link.Revoke(now);
    }

    public async Task<LinkFacts?> PeekAsync(OdrDb db, string token, CancellationToken cancellation)
    {
        var hash = OneUseLink.HashOf(token);
        var link = await db.Set<OneUseLink>().AsNoTracking().FirstOrDefaultAsync(one => one.TokenHash == hash, cancellation);
        return link is null ? null : Facts(link, time.GetUtcNow());
    }

    internal static LinkFacts Facts(OneUseLink link, DateTimeOffset now) =>
        new(link.Id, link.Purpose, link.SubjectId, link.Contact, link.ExpiresAt, now >= link.ExpiresAt, link.UsedAt is not null);
}
