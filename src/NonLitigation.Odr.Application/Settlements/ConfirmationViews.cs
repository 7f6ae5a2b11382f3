using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Settlements;
using ConfirmationState = NonLitigation.Odr.Domain.Settlements.ConfirmationState;
using CourtLink = NonLitigation.Odr.Domain.Settlements.CourtLink;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>Enforcement on the wire. Everybody at this table sees who has joined and what is missing; nobody another party's number or address.</summary>
internal static class ConfirmationViews
{
    public static EnforcementView View(this ConfirmationFile file, CaseFacts reader, CourtLink link, DateTimeOffset now)
    {
        var (me, routes, today) = (reader.Party, EnforcementChooser.Routes(file.Facts(now)), Deadline.DayOf(now));
        var seat = me is null ? null : file.Confirmation?.SeatOf(me.Id);
        var items = PacketCheck.Examine(file.Packet);
        var complete = items.All(item => item.IsThere);
        var open = routes.Any(route => route is { Kind: Domain.Settlements.EnforcementRouteKind.JudicialConfirmation, IsOpen: true });
        return new(
            file.Case.Id, file.Outcome.EffectiveAt, [.. routes.Select(View)], (Contracts.Settlements.CourtLink)link, [.. file.Courts.Candidates.Select(View)], file.Courts.Unclear,
            file.Confirmation?.View(me?.Id, open, complete && me is not null && link == CourtLink.None), [.. items.Select(View)], me is not null && open && file.Confirmation is null or { IsOver: true },
            me is not null && (seat?.IdNumber ?? me.IdNumber) is null or "", seat?.Address ?? me?.Place,
            Article(LawRules.On(today, LawRules.HandOverConsent)), Article(LawRules.On(today, LawRules.ConfirmPacket)));
    }

    private static ConfirmationView View(this Confirmation one, Guid? me, bool open, bool downloadable)
    {
        var consent = HandOverConsent.Text(one.Court);
        var mine = me is { } party ? one.SeatOf(party) : null;
        var unsent = one.State is ConfirmationState.Joining or ConfirmationState.Joined;
        return new(
            one.Id, (Contracts.Settlements.ConfirmationState)one.State, one.Court.Name, consent.Zh, consent.En,
            [.. one.Seats.Select(seat => new ConfirmationSeatView(seat.PartyId, seat.Name, seat.PartyId == me, seat.JoinedAt, seat.Consent is null ? null : seat.JoinedAt, seat.DeclinedAt, seat.DeclinedReason))],
            [.. one.Marks.Select(mark => new ConfirmationMarkView((Contracts.Settlements.ConfirmationStep)mark.Step, mark.At, mark.Name, mark.Note))],
            one.CourtCaseNumber, one.ReceiptNumber, one.PacketSha256, one.FilingTerm?.DueAt, one.FilingTerm is { } term ? Article(term.Rule) : null,
            open && one.State == ConfirmationState.Joining && mine is { HasAnswered: false }, mine is not null && unsent && one.Packets == 0,
            mine is { JoinedAt: not null } && (unsent || one.State == ConfirmationState.MoreAsked), downloadable && one.State == ConfirmationState.Joined);
    }

    private static EnforcementRouteView View(EnforcementRoute route) => new(
        (Contracts.Settlements.EnforcementRouteKind)route.Kind, route.IsOpen, route.Reason.Zh, route.Reason.En, route.Where.Zh, route.Where.En,
        [.. route.Rules.Select(Article)], route.Term?.DueAt, route.Term?.Verified ?? true);

    private static CourtCandidateView View(CourtCandidate one)
    {
        var consent = HandOverConsent.Text(new(one.Court.Code, one.Court.Name));
        return new(one.Court.Code, one.Court.Name, one.Court.Listed, [.. one.Reasons.Select(reason => new CourtReasonView((Contracts.Settlements.CourtGround)reason.Ground, reason.Of))], consent.Zh, consent.En);
    }

    private static PacketItemView View(PacketItem item) => new(
        (Contracts.Settlements.PacketPart)item.Part, item.PartyId, item.PartyName, item.IsThere, (Contracts.Settlements.PacketSupplier)item.Supplier);

    private static RouteArticleView Article(LawRule rule) => new(rule.Citation, rule.Verified);
}
