using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>A case on the wire: the file for those in it, status and clocks for those above or outside it.</summary>
public sealed class CaseViews(CaseAccess access, TimeProvider time)
{
    public async Task<CaseView> ReadAsync(OdrDb db, Caller caller, Guid caseId, CancellationToken cancellation)
    {
        var facts = await access.GetAsync(db, caller, caseId, cancellation, SecuredObject.CaseStatus);
        var organisation = await db.Set<Organisation>().AsNoTracking().FirstAsync(one => one.Id == facts.Case.OrganisationId, cancellation);
        return View(facts, organisation, time.GetUtcNow());
    }

    private static CaseView View(CaseFacts facts, Organisation organisation, DateTimeOffset now)
    {
        var (file, content) = (facts.Case, facts.Sees(SecuredObject.CaseFile));
        var parties = file.Parties.OrderBy(party => party.Position).Where(party => ShowsParty(facts, party)).ToList();
        return new CaseView(
            file.Id, file.Number, facts.Relation == CaseRelation.Supervisor ? "" : file.Title, (Contracts.Network.DisputeKind)file.Kind,
            (Contracts.Cases.CaseStage)file.Stage, (Contracts.Cases.ClosingReason?)file.ClosingReason, content ? file.ClosingNote : null, content ? file.WhatHappened : "",
            organisation.Id, organisation.Name, organisation.Phone ?? "", file.MediatorId, file.MediatorName, file.AcceptedAt,
            [.. parties.Select(party => View(party, facts.PersonId))], content ? [.. file.Claims.OrderBy(claim => claim.Position).Select(View)] : [],
            [.. CaseClocks.Running(file).Select(clock => View(clock, now))], content ? Term(facts) : null,
            [.. parties.Where(party => !party.IsFiler && ShowsFunnel(facts, party)).Select(Funnel)], CaseMayAct.Of(facts),
            file.Stage == Domain.Cases.CaseStage.Closed || facts.Relation == CaseRelation.RefusedRespondent ? [.. OtherWays.For(file.Kind).Select(View)] : [], file.FiledAt, facts.Party?.ChosenMediatorId);
    }

    private static bool ShowsParty(CaseFacts facts, Party party) => facts.Relation switch
    {
        CaseRelation.Supervisor => false,
        CaseRelation.RefusedRespondent => party.IsApplicant || party == facts.Party,
        _ => true,
    };

    private static bool ShowsFunnel(CaseFacts facts, Party party) => facts.Relation switch
    {
        CaseRelation.CoApplicant or CaseRelation.Respondent or CaseRelation.RefusedRespondent => party == facts.Party,
        CaseRelation.Supervisor => false,
        _ => true,
    };

    private static PartyView View(Party party, Guid me) => new(
        party.Id, (Contracts.Cases.PartyRole)party.Role, party.Name, party.Place, (Contracts.Cases.PartyNature)party.Nature,
        Contact.TryParse(party.Contact, out var contact) ? contact.Masked : "", party.RepresentativeName, party.PersonId, party.Consented, party.Refused, party.PersonId == me);

    private static ClaimView View(Claim claim) => new(
        claim.Id, claim.Text, claim.AmountFen, claim.AmountFen is { } fen ? new Money(fen).ToCapitals() : null, claim.AgainstPartyIds);

    internal static ClockView View(Deadline clock, DateTimeOffset now) => new(
        clock.Rule.Id, clock.Rule.Zh, clock.Rule.En, clock.Rule.Citation, clock.StartedAt, clock.DueAt, !clock.IsOver(now), clock.Verified,
        clock.SuspendedSince, clock.ExtendedFrom);

    private static CaseTermView? Term(CaseFacts facts)
    {
        var (file, pending) = (facts.Case, facts.Case.PendingExtension);
        if (CaseClocks.OfMediation(file) is not { Rule: var rule } clock) return null;
        var day = Deadline.DayOf(clock.StartedAt);
        return new(
            file.PresentSuspension?.Reason, rule.SuspendedBy is { } suspends ? LawRules.On(day, suspends).Citation : null, rule.ExtendedBy is { } extends ? LawRules.On(day, extends).Citation : null,
            pending is null ? null : new(
                pending.LastDay, pending.ProposedAt, facts.Party is { } me ? pending.AnswerOf(me.Id) : null,
                [.. file.TakingPart.Where(party => pending.AnswerOf(party.Id) is null).Select(party => party.Name)]),
            file.Extensions is [.., { DeclinedAt: { } declined } last] ? new(last.LastDay, declined) : null);
    }

    private static InvitationFunnelView Funnel(Party party) => new(
        party.Id, party.Name, [.. party.Marks.OrderBy(mark => mark.At).ThenBy(mark => mark.Step).Select(mark => new InvitationStepView((Contracts.Cases.InvitationStep)mark.Step, mark.At))]);

    private static OtherWayView View(OtherWay way) => new(way.Code, way.Zh, way.En, way.Article);
}
