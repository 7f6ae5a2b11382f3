using System.Security.Cryptography;
using System.Text;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Simulator.People;
using NonLitigation.Odr.Simulator.Shared;

namespace NonLitigation.Odr.Simulator.Chaos;

/// <summary>Somebody who goes on talking in one room whatever breaks, and notes what he meant, what was confirmed and what he saw.</summary>
internal sealed class Talker : IDisposable
{
    private readonly DemoPerson _person;
    private readonly Guid _room;
    private readonly Notebook _notebook;
    private readonly Random _random;
    private long _removedAt = long.MaxValue;

    public Talker(DemoPerson person, Guid room, IReadOnlySet<Guid> mine, DirectoryInfo folder, int seed)
    {
        (_person, _room, _random) = (person, room, new(seed));
        _notebook = new(folder, person.PersonId);
        var record = person.Rooms.Room(room);
        foreach (var entry in record.Shows(Seen)) Seen(entry);
        person.Rooms.Stray += other =>
        {
            // What was under way when the right ended is no leak; two seconds later nothing is.
            if (!mine.Contains(other) || (other == _room && Notebook.Now - _removedAt > 2_000_000)) _notebook.Write("stray", other);
        };
    }

    public DemoPerson Person => _person;

    /// <summary>What everybody says begins with this, so that it can be looked for where it must not be.</summary>
    public const string Canary = "混沌测试";

    public async Task TalkAsync(double perSecond, CancellationToken over)
    {
        for (var n = 1; !over.IsCancellationRequested && !_person.Rooms.Room(_room).IsRevoked; n++)
        {
            await Pause(perSecond, over);
            // Everybody of a room is silent at the same time, longer than a heartbeat: then nothing that comes later heals a lost last word.
            if (QuietLeft(_room) is { } quiet) await Quiet(quiet, over);
            var (id, text) = (Guid.CreateVersion7(), $"{Canary} {_person.Name} 第 {n} 句 {_random.NextInt64():x}");
            _notebook.Write("intent", _room, id: id, text: Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
            try
            {
                await _person.Rooms.Act(nameof(IRoomHub.SetTyping), new SetTypingRequest(_room, true));
                var receipt = await _person.Rooms.Say(_room, text, id: id);
                _notebook.Write("ack", _room, receipt.Sequence, id, receipt.EntryHash);
                await _person.Rooms.Act(nameof(IRoomHub.SetTyping), new SetTypingRequest(_room, false));
            }
            catch (ScenarioFailedException)
            {
                // Put out of the room while he spoke: the record says whether it was still taken. That he is out may reach him a moment after the refusal.
                for (var tries = 0; tries < 50 && !_person.Rooms.Room(_room).IsRevoked; tries++) await Task.Delay(100, CancellationToken.None);
                if (!_person.Rooms.Room(_room).IsRevoked) throw;
                return;
            }
        }
    }

    /// <summary>His right ended with this entry; whatever is pushed to him of later ones is a leak.</summary>
    public void Removed(long last)
    {
        _removedAt = Notebook.Now;
        _notebook.Write("removed", _room, last);
    }

    public void Dispose() => _notebook.Dispose();

    private void Seen(EntryView entry) => _notebook.Write("view", entry.RoomId, entry.Sequence, entry.ClientMessageId, entry.EntryHash,
        entry.Kind == EntryKind.Message ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(entry.Body.GetProperty("text").GetString()!))) : null);

    /// <summary>Ten seconds of talk, sixteen of silence; rooms are not in step.</summary>
    private static TimeSpan? QuietLeft(Guid room)
    {
        var at = (Notebook.Now / 1e6 + room.GetHashCode() % 26 + 26) % 26;
        return at < 10 ? null : TimeSpan.FromSeconds(26 - at);
    }

    private static async Task Quiet(TimeSpan quiet, CancellationToken over)
    {
        try
        {
            await Task.Delay(quiet, over);
        }
        catch (OperationCanceledException)
        {
            return; // the loop ends by itself
        }
    }

    /// <summary>Times between sentences as people's are: without memory, so that rooms do not fall into step.</summary>
    private async Task Pause(double perSecond, CancellationToken over)
    {
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(Math.Min(10, -Math.Log(1 - _random.NextDouble()) / perSecond)), over);
        }
        catch (OperationCanceledException)
        {
            return; // the loop ends by itself
        }
    }
}
