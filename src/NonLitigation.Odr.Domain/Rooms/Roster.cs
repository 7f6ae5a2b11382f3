using System.Collections;
using System.Runtime.CompilerServices;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>The people of a room in the order of their ids, each once. Never changes: a copy says what changed, so that many may hold the same one.</summary>
[CollectionBuilder(typeof(Roster), nameof(Of))]
public sealed class Roster : IReadOnlyList<RoomMember>
{
    private readonly RoomMember[] _members;

    private Roster(RoomMember[] members) => _members = members;

    public int Count => _members.Length;

    public RoomMember this[int index] => _members[index];

    /// <exception cref="ArgumentException">When somebody comes twice.</exception>
    public static Roster Of(ReadOnlySpan<RoomMember> members)
    {
        var sorted = members.ToArray();
        Array.Sort(sorted, (a, b) => a.PersonId.CompareTo(b.PersonId));
        for (var i = 1; i < sorted.Length; i++)
            if (sorted[i].PersonId == sorted[i - 1].PersonId) throw new ArgumentException("Somebody is on the roster twice.", nameof(members));
        return new(sorted);
    }

    public static Roster Of(IEnumerable<RoomMember> members) => members as Roster ?? Of([.. members]);

    public RoomMember? Find(Guid person) => TryFind(person, out var at) ? _members[at] : null;

    /// <summary>The same people, with this one added or as he is now.</summary>
    public Roster With(RoomMember member)
    {
        if (!TryFind(member.PersonId, out var at)) return new([.. _members[..at], member, .. _members[at..]]);
        var copy = (RoomMember[])_members.Clone();
        copy[at] = member;
        return new(copy);
    }

    public IEnumerator<RoomMember> GetEnumerator() => ((IEnumerable<RoomMember>)_members).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Where he is, or where he would belong.</summary>
    private bool TryFind(Guid person, out int at)
    {
        var (low, high) = (0, _members.Length - 1);
        while (low <= high)
        {
            at = (low + high) >>> 1;
            var order = _members[at].PersonId.CompareTo(person);
            if (order == 0) return true;
            if (order < 0) low = at + 1;
            else high = at - 1;
        }
        at = low;
        return false;
    }
}
