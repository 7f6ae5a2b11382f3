using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Network;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>Which time limits run in a case, from the stage it is at.</summary>
public static class CaseClocks
{
    /// <summary>The limits that run now, the next to end first; none once the case has ended.</summary>
    public static IReadOnlyList<Deadline> Running(Case file) =>
        Running(file.Stage, file.Kind, file.FiledAt, file.ChoosingSince, file.AppointedAt, file.AcceptedAt);

    /// <inheritdoc cref="Running(Case)"/>
    public static IReadOnlyList<Deadline> Running(
        CaseStage stage, DisputeKind kind, DateTimeOffset filedAt, DateTimeOffset? choosingSince, DateTimeOffset? appointedAt, DateTimeOffset? acceptedAt)
    {
        if (stage is CaseStage.Agreed or CaseStage.Closed) return [];
        var clocks = new List<Deadline>();
        if (stage == CaseStage.ChoosingMediator && choosingSince is { } chosen) clocks.Add(Deadline.Of(LawRules.ChooseTogether, chosen));
        if (stage == CaseStage.AwaitingAcceptance && appointedAt is { } appointed) clocks.Add(Deadline.Of(LawRules.AcceptAppointment, appointed));
        if (stage is CaseStage.InMediation or CaseStage.Signing && acceptedAt is { } accepted) clocks.Add(Deadline.Of(LawRules.Conclude, accepted));
        if (kind is DisputeKind.LabourWages or DisputeKind.LabourOther) clocks.Add(Deadline.Of(LawRules.ConcludeLabour, filedAt));
        return [.. clocks.OrderBy(clock => clock.DueAt)];
    }
}
