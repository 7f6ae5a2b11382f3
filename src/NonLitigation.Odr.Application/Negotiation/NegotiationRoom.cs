using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Negotiation;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Negotiation;

/// <summary>A room as the service itself looks at it: who is in it, who takes part in the case.</summary>
internal record RoomParties(ProposalRoom Room, IReadOnlyList<Guid> People, IReadOnlyDictionary<Guid, string> PartyNames)
{
    /// <exception cref="RefusalException"><c>rooms.not-found</c>; <c>negotiation.no-case</c>.</exception>
    public static async Task<RoomParties> ReadAsync(OdrDb db, Guid roomId, CancellationToken cancellation)
    {
        var room = await RoomAsync(db, roomId, cancellation);
        RoomsRules.RoomNotFound.When(room is null);
        return await OfAsync(db, room, await RosterAsync(db, roomId, cancellation), cancellation);
    }

    public string NameOf(Guid party) => PartyNames.GetValueOrDefault(party, "");

    protected static Task<RoomRow?> RoomAsync(OdrDb db, Guid roomId, CancellationToken cancellation) =>
        db.Set<RoomRow>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == roomId, cancellation);

    protected static Task<List<RoomMemberRow>> RosterAsync(OdrDb db, Guid roomId, CancellationToken cancellation) =>
        db.Set<RoomMemberRow>().AsNoTracking().Where(m => m.RoomId == roomId && m.Standing != Standing.Removed).ToListAsync(cancellation);

    protected static async Task<RoomParties> OfAsync(OdrDb db, RoomRow room, List<RoomMemberRow> members, CancellationToken cancellation)
    {
        if (room.CaseId is not { } caseId) throw NegotiationRules.NoCase.Refused();
        var all = room.Kind == RoomKind.Joint ? members : await JointRosterAsync(db, caseId, cancellation);
        return new(
            new(room.Id, caseId, Parties(members), Parties(all)), [.. members.Where(m => m.Standing == Standing.Admitted).Select(m => m.PersonId)],
            all.Concat(members).Where(m => m.PartyId is not null).GroupBy(m => m.PartyId!.Value).ToDictionary(g => g.Key, g => g.First().Name));
    }

    private static Task<List<RoomMemberRow>> JointRosterAsync(OdrDb db, Guid caseId, CancellationToken cancellation) => db.Set<RoomMemberRow>().AsNoTracking()
        .Where(m => m.Standing != Standing.Removed && db.Set<RoomRow>().Any(r => r.Id == m.RoomId && r.CaseId == caseId && r.Kind == RoomKind.Joint))
        .ToListAsync(cancellation);

    private static HashSet<Guid> Parties(IEnumerable<RoomMemberRow> members) => [.. members.Where(m => m.PartyId is not null).Select(m => m.PartyId!.Value)];
}

/// <summary>A room as somebody admitted to it negotiates there: also what he may see and do.</summary>
internal sealed record NegotiationRoom(RoomParties Parties, RoomMemberRow Me) : RoomParties(Parties)
{
    /// <exception cref="RefusalException">Not found unless he is on the roster; <c>rooms.not-admitted</c> while he waits; <c>negotiation.no-case</c>.</exception>
    public static async Task<NegotiationRoom> ReadAsync(OdrDb db, Guid roomId, Guid person, CancellationToken cancellation)
    {
        var room = await RoomAsync(db, roomId, cancellation);
        var members = await RosterAsync(db, roomId, cancellation);
        var me = members.Find(m => m.PersonId == person);
        RoomsRules.RoomNotFound.When(room is null || me is null || (room.CaseId is { } of && await CaseSeals.ShutToAsync(db, of, person, cancellation)));
        RoomsRules.NotAdmitted.When(me.Standing != Standing.Admitted);
        return new(await OfAsync(db, room, members, cancellation), me);
    }

    /// <summary>The person as a negotiator; observers and others are none.</summary>
    public Negotiator Negotiator
    {
        get
        {
            NegotiationRules.NotANegotiator.When(!MayNegotiate);
            return new(Me.PersonId, Me.Name, PartyId);
        }
    }

    public bool MayNegotiate => Me.Role is RoomRole.Mediator or RoomRole.Applicant or RoomRole.Respondent;

    /// <summary>Whom he negotiates for; null for the mediator and for those who do not negotiate.</summary>
    public Guid? PartyId => Me.Role is RoomRole.Applicant or RoomRole.Respondent ? Me.PartyId : null;

    /// <summary>Whether the entry of this number lies in his range.</summary>
    public bool Sees(long sequence) => Me.FromSequence <= sequence && (Me.ToSequence is null || sequence <= Me.ToSequence);
}
