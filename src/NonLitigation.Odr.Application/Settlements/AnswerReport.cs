using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>The obligee's word on a report: it has arrived, wholly or in part, or it has not.</summary>
public sealed class AnswerReport(PerformanceChange change)
{
    public Task<PerformanceView> Handle(Caller caller, Guid caseId, int number, ConfirmPerformanceRequest request, CancellationToken cancellation) =>
        change.PartyAsync(caller, caseId, number, request.RequestId,
            (one, by) => one.Confirm(by, new(request.AmountFen, Note: request.Note, About: request.ReportId, IsPart: request.IsPart)), cancellation);

    public Task<PerformanceView> Handle(Caller caller, Guid caseId, int number, ContestPerformanceRequest request, CancellationToken cancellation) =>
        change.PartyAsync(caller, caseId, number, request.RequestId, (one, by) => one.Contest(by, new(Note: request.Reason, About: request.ReportId)), cancellation);
}
