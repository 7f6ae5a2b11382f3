using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Negotiation;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Negotiation;

/// <summary>A room as somebody admitted to it negotiates there: who is in it, who takes part in the case, what he may see.</summary>
internal sealed record NegotiationRoom(ProposalRoom Room, RoomMemberRow Me, IReadOnlyList<Guid> People, IReadOnlyDictionary<Guid, string> PartyNames)
{
    /// <exception cref="RefusalException">Not found unless he is on the roster; <c>rooms.not-admitted</c> while he waits; <c>negotiation.no-case</c>.</exception>
    public static async Task<NegotiationRoom> ReadAsync(OdrDb db, Guid roomId, Guid person, CancellationToken cancellation)
    {
        var room = await db.Set<RoomRow>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == roomId, cancellation);
        var members = await db.Set<RoomMemberRow>().AsNoTracking().Where(m => m.RoomId == roomId && m.Standing != Standing.Removed).ToListAsync(cancellation);
        var me = members.FirstOrDefault(m => m.PersonId == person);
        RoomsRules.RoomNotFound.When(room is null || me is null);
        RoomsRules.NotAdmitted.When(me.Standing != Standing.Admitted);
        if (room.CaseId is not { } caseId) throw NegotiationRules.NoCase.Refused();
        var all = room.Kind == RoomKind.Joint ? members : await JointRosterAsync(db, caseId, cancellation);
        return new(
            new(roomId, caseId, Parties(members), Parties(all)), me, [.. members.Where(m => m.Standing == Standing.Admitted).Select(m => m.PersonId)],
            all.Concat(members).Where(m => m.PartyId is not null).GroupBy(m => m.PartyId!.Value).ToDictionary(g => g.Key, g => g.First().Name));
    }

    /// <summary>The person as a negotiator; observers and others are none.</summary>
    public Negotiator Negotiator
    {
        get
        {
            NegotiationRules.NotANegotiator.When(!MayNegotiate);
            return new(Me.PersonId, Me.Name, Me.Role == RoomRole.Mediator ? null : Me.PartyId);
        }
    }

    public bool MayNegotiate => Me.Role is RoomRole.Mediator or RoomRole.Applicant or RoomRole.Respondent;

    public string NameOf(Guid party) => PartyNames.GetValueOrDefault(party, "");

    /// <summary>Whether the entry of this number lies in his range.</summary>
    public bool Sees(Proposal proposal) => Me.FromSequence <= proposal.Sequence && (Me.ToSequence is null || proposal.Sequence <= Me.ToSequence);

    private static async Task<List<RoomMemberRow>> JointRosterAsync(OdrDb db, Guid caseId, CancellationToken cancellation) =>
        await db.Set<RoomMemberRow>().AsNoTracking()
            .Where(m => m.Standing != Standing.Removed && db.Set<RoomRow>().Any(r => r.Id == m.RoomId && r.CaseId == caseId && r.Kind == RoomKind.Joint))
            .ToListAsync(cancellation);

    private static HashSet<Guid> Parties(IEnumerable<RoomMemberRow> members) => [.. members.Where(m => m.PartyId is not null).Select(m => m.PartyId!.Value)];
}
