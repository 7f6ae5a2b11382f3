using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Rooms;

namespace NonLitigation.Odr.Benchmarks.Hosts;

/// <summary>SignalR and Redis, nothing else.</summary>
internal class BareHub : Hub<IRoomClient>
{
    private static readonly string Hash = new('0', 64);
    private static long _sequence;

    public Task EnterRoom(EnterRoomRequest request) => Groups.AddToGroupAsync(Context.ConnectionId, request.RoomId.ToString());

    public virtual async Task<MessageReceipt> PostMessage(PostMessageRequest request)
    {
        var (sequence, now) = (Interlocked.Increment(ref _sequence), DateTimeOffset.UtcNow);
        await BroadcastAsync(request, sequence, now);
        return new(request.RoomId, request.ClientMessageId, sequence, now, Hash);
    }

    protected Task BroadcastAsync(PostMessageRequest request, long sequence, DateTimeOffset now) => Clients.Group(request.RoomId.ToString()).MessagePosted(new(
        request.RoomId, sequence, EntryKind.Message, request.RoomId, "李海生", RoomRole.Applicant, now, request.ClientMessageId, null, Hash,
        JsonSerializer.SerializeToElement(new { text = request.Text, type = "text" })));
}

/// <summary>One insert a message by EF Core, then the broadcast.</summary>
internal sealed class NaiveHub(NaiveDb db) : BareHub
{
    public override async Task<MessageReceipt> PostMessage(PostMessageRequest request)
    {
        var message = new NaiveMessage { RoomId = request.RoomId, ClientMessageId = request.ClientMessageId, AuthorName = "李海生", Text = request.Text, SentAt = DateTimeOffset.UtcNow };
        db.Messages.Add(message);
        await db.SaveChangesAsync();
        await BroadcastAsync(request, message.Id, message.SentAt);
        return new(request.RoomId, request.ClientMessageId, message.Id, message.SentAt, new('0', 64));
    }
}

internal sealed class NaiveMessage
{
    public long Id { get; init; }
    public Guid RoomId { get; init; }
    public Guid ClientMessageId { get; init; }
    public string AuthorName { get; init; } = "";
    public string Text { get; init; } = "";
    public DateTimeOffset SentAt { get; init; }
}

internal sealed class NaiveDb(DbContextOptions<NaiveDb> options) : DbContext(options)
{
    public DbSet<NaiveMessage> Messages => Set<NaiveMessage>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var message = modelBuilder.Entity<NaiveMessage>().ToTable("naive_messages");
        message.HasIndex(m => new { m.RoomId, m.ClientMessageId }).IsUnique();
        message.HasIndex(m => new { m.RoomId, m.Id });
    }
}
