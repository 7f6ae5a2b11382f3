using NonLitigation.Odr.Domain.Negotiation;

namespace NonLitigation.Odr.Application.Negotiation;

/// <summary>
/// The sealed places of rounds (docs/decisions/0025). All of this but <see cref="ShowOwn"/> under the round's row lock. What others have said passes from one key to
/// the next unread; it is read only when it is compared.
/// </summary>
public sealed class BlindSeals(BidKeys keys)
{
    /// <summary>Of a new round: places that nobody has said anything in.</summary>
    public void Begin(BlindRound round) => Seal(round, round.Asked.ToDictionary(party => party, _ => BidSeal.Write(null)));

    /// <summary>Seals every place anew, one of them with what this party says now.</summary>
    /// <param name="change">Says it, or takes it back; it finds what the party had said before.</param>
    /// <returns>False when the places cannot be opened any more: nothing was done.</returns>
    public bool Change(BlindRound round, Guid? party, Action change)
    {
        if (Take(round) is not { } inside) return false;
        if (party is { } me && inside.TryGetValue(me, out var mine) && BidSeal.Read(me, mine) is { } said) round.Unsealed([said]);
        change();
        if (party is { } own) inside[own] = BidSeal.Write(round.BidOf(own));
        Seal(round, inside);
        return true;
    }

    /// <summary>Opens all, to be compared now.</summary>
    /// <returns>False when they cannot be opened any more: nothing was read.</returns>
    public bool Open(BlindRound round)
    {
        if (Take(round) is not { } inside) return false;
        round.Unsealed(inside.Select(one => BidSeal.Read(one.Key, one.Value)).OfType<BlindBid>());
        return true;
    }

    /// <summary>Opens what this party itself has said, and nothing else.</summary>
    /// <returns>False when it does not open: the key was changed since the round was read, or is lost.</returns>
    public bool ShowOwn(BlindRound round, Guid? party)
    {
        if (round.KeyId is not { } id || round.Places.FirstOrDefault(one => one.PartyId == party) is not { } place) return true;
        if (keys.Find(round.Id, id) is not { } key || BidSeal.Open(key, round.Id, place.PartyId, place.Contents) is not { } inside) return false;
        round.Unsealed(BidSeal.Read(place.PartyId, inside) is { } said ? [said] : []);
        return true;
    }

    /// <summary>After the commit: whatever the round was sealed under before is gone.</summary>
    public void Committed(BlindRound round, Guid? before)
    {
        if (round.KeyId is null) keys.Forget(round.Id, keep: null);
        else if (before is { } old && old != round.KeyId) keys.ForgetOne(round.Id, old);
    }

    private Dictionary<Guid, byte[]>? Take(BlindRound round)
    {
        if (round.KeyId is not { } id || keys.Find(round.Id, id) is not { } key) return null;
        var inside = new Dictionary<Guid, byte[]>();
        foreach (var party in round.Asked)
        {
            if (round.Places.FirstOrDefault(one => one.PartyId == party) is not { } place || BidSeal.Open(key, round.Id, party, place.Contents) is not { } opened) return null;
            inside.Add(party, opened);
        }
        return inside;
    }

    private void Seal(BlindRound round, Dictionary<Guid, byte[]> inside)
    {
        // A change that was never committed has left its key; with the lock held nobody else is about to use one.
        if (round.KeyId is not null) keys.Forget(round.Id, round.KeyId);
        var (id, key) = keys.Make(round.Id);
        round.Seal(id, party => BidSeal.Close(key, round.Id, party, inside[party]));
    }
}
