using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>Any of the obligors says what he has paid or done; the obligee is asked for his word.</summary>
public sealed class ReportPerformance(PerformanceChange change)
{
    public Task<PerformanceView> Handle(Caller caller, Guid caseId, int number, ReportPerformanceRequest request, CancellationToken cancellation) =>
        change.PartyAsync(caller, caseId, number, request.RequestId, (one, by) => one.Report(by, new(request.AmountFen, request.On, request.Note)), cancellation);
}
