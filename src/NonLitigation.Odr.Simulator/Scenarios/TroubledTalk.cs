using System.Diagnostics;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Simulator.People;
using NonLitigation.Odr.Simulator.Shared;

namespace NonLitigation.Odr.Simulator.Scenarios;

/// <summary>Goes on talking while the service breaks: whoever runs the scenario breaks it when the words FAULT-POINT are printed.</summary>
internal sealed class TroubledTalk(Journal journal, Mediation mediation, Guid room, bool rolling)
{
    /// <summary>With the pauses longer than the 30 s that Redis stays away, or than several nodes take to restart.</summary>
    private readonly int _rounds = rolling ? 40 : 16;

    public async Task Play(DemoPerson mediator, DemoPerson deckhand, DemoPerson first, DemoPerson second)
    {
        journal.Fault(rolling
            ? "FAULT-POINT: from here on the nodes are restarted one after another, while everybody goes on talking"
            : "FAULT-POINT: from here on a node of the service is killed and Redis is gone for 30 seconds, while everybody goes on talking");
        var slowest = TimeSpan.Zero;
        var receipts = new List<MessageReceipt>();
        for (var round = 1; round <= _rounds; round++)
        {
            var begun = Stopwatch.StartNew();
            receipts.AddRange(await Task.WhenAll(
                mediation.Say(mediator, room, $"核对第 {round} 项出海记录。"),
                mediation.Say(deckhand, room, $"第 {round} 项，有记录。"),
                mediation.Say(first, room, $"第 {round} 项，看到了。"),
                mediation.Say(second, room, $"第 {round} 项，没有意见。")));
            slowest = begun.Elapsed > slowest ? begun.Elapsed : slowest;
            await Task.Delay(TimeSpan.FromSeconds(2.5));
        }

        var trouble = new[] { mediator, deckhand, first, second }.Select(person => person.Rooms.Trouble).ToList();
        journal.Fault($"the slowest round of four messages took {slowest.TotalSeconds:0.0} s; " +
            $"{trouble.Sum(one => one.Returns)} lines were made anew, {trouble.Sum(one => one.Repeats)} requests were sent again");
        if (rolling) journal.Require(trouble.TrueForAll(one => one.Repeats == 0), "no send failed and nothing had to be sent twice");
        journal.Require(trouble.Any(one => one.Returns > 0), "the faults were felt: somebody lost his line and came back");
        await AllIsThereOnce(deckhand, receipts);
    }

    private async Task AllIsThereOnce(DemoPerson reader, List<MessageReceipt> receipts)
    {
        var record = reader.Rooms.Room(room);
        await mediation.Until(() => Task.FromResult(record.Last >= receipts.Max(receipt => receipt.Sequence)), $"{reader.Name} has everything that was said through it");
        var said = record.Entries.Where(entry => entry.Kind == EntryKind.Message).ToDictionary(entry => entry.Sequence, entry => entry.ClientMessageId);
        journal.Require(receipts.DistinctBy(receipt => receipt.Sequence).Count() == 4 * _rounds && receipts.TrueForAll(receipt => said.ContainsKey(receipt.Sequence)),
            $"all {4 * _rounds} messages of this stretch were taken down");
        journal.Require(said.Values.Distinct().Count() == said.Count, "none of them twice");
    }
}
