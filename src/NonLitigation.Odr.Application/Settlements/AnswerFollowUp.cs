using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>A party says how the performance went; the other side never learns what.</summary>
public sealed class AnswerFollowUp(PerformanceChange change)
{
    public Task<PerformanceView> Handle(Caller caller, Guid caseId, AnswerFollowUpRequest request, CancellationToken cancellation) =>
        change.WithinAsync(caller, caseId, SecuredObject.PerformanceActs, request.RequestId,
            (performance, by) => performance.Answer(by, new((Domain.Settlements.FollowUpFinding)request.Finding, request.Satisfaction, request.Note)), cancellation);
}
