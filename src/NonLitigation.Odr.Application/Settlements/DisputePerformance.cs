using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>Either side says that there is a dispute on the performance, and later that it is over (人民调解法 32).</summary>
public sealed class DisputePerformance(PerformanceChange change)
{
    public Task<PerformanceView> Handle(Caller caller, Guid caseId, int number, DisputePerformanceRequest request, CancellationToken cancellation) =>
        change.PartyAsync(caller, caseId, number, request.RequestId, (one, by) => one.Dispute(by, new(Note: request.Reason)), cancellation);

    public Task<PerformanceView> Handle(Caller caller, Guid caseId, int number, EndDisputeRequest request, CancellationToken cancellation) =>
        change.PartyAsync(caller, caseId, number, request.RequestId, (one, by) => one.EndDispute(by, new(Note: request.Note)), cancellation);
}
