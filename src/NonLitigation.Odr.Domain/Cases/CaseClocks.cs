using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Network;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>Which time limits run in a case, from the stage it is at.</summary>
public static class CaseClocks
{
    /// <summary>The limits that run now, the next to end first, what is suspended last; none once the case has ended.</summary>
    public static IReadOnlyList<Deadline> Running(Case file) =>
        Running(file.Stage, file.Kind, file.FiledAt, file.ChoosingSince, file.AppointedAt, file.AcceptedAt, file.TermChanges);

    /// <summary>The limit of the mediation itself; null before a mediator has accepted, and once the case has ended.</summary>
    public static Deadline? OfMediation(Case file) => Running(file).FirstOrDefault(clock => clock.Rule.Id == LawRules.Conclude);

    /// <inheritdoc cref="Running(Case)"/>
    public static IReadOnlyList<Deadline> Running(
        CaseStage stage, DisputeKind kind, DateTimeOffset filedAt, DateTimeOffset? choosingSince, DateTimeOffset? appointedAt, DateTimeOffset? acceptedAt,
        IEnumerable<TermChange> changes)
    {
        if (stage is CaseStage.Agreed or CaseStage.Closed) return [];
        var clocks = new List<Deadline>();
        if (stage == CaseStage.ChoosingMediator && choosingSince is { } chosen) clocks.Add(Deadline.Of(LawRules.ChooseTogether, chosen));
        if (stage == CaseStage.AwaitingAcceptance && appointedAt is { } appointed) clocks.Add(Deadline.Of(LawRules.AcceptAppointment, appointed));
        if (stage is CaseStage.InMediation or CaseStage.Signing && acceptedAt is { } accepted) clocks.Add(Deadline.Of(LawRules.Conclude, accepted, changes));
        if (kind is DisputeKind.LabourWages or DisputeKind.LabourOther) clocks.Add(Deadline.Of(LawRules.ConcludeLabour, filedAt));
        return [.. clocks.OrderBy(clock => clock.SuspendedSince is null ? clock.DueAt : DateTimeOffset.MaxValue)];
    }
}
