using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>The mediator or the organisation writes down what was done to have an obligation performed (人民调解法 31).</summary>
public sealed class RemarkOnPerformance(PerformanceChange change)
{
    public Task<PerformanceView> Handle(Caller caller, Guid caseId, int number, RemarkOnPerformanceRequest request, CancellationToken cancellation) =>
        change.SuperviseAsync(caller, caseId, number, request.RequestId, (one, by) => one.Remark(by, new(Note: request.Text)), cancellation);
}
