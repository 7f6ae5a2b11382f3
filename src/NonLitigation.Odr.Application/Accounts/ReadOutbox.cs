using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Accounts;

/// <summary>The newest messages of the Development delivery, for its page. Not mapped anywhere else.</summary>
public sealed class ReadOutbox(OdrDb db)
{
    public async Task<IReadOnlyList<OutboxMessageView>> Handle(string? to, CancellationToken cancellation) =>
        await db.Set<DeliveryMessage>().AsNoTracking().Where(message => to == null || message.To == to).OrderByDescending(message => message.CreatedAt).Take(100)
            .Select(message => new OutboxMessageView(message.Id, message.Channel.ToString(), message.To, message.TextZh, message.Link, message.Code, message.CreatedAt)).ToListAsync(cancellation);
}
