using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>The obligee says, unasked, what he has received.</summary>
public sealed class RecordReceipt(PerformanceChange change)
{
    public Task<PerformanceView> Handle(Caller caller, Guid caseId, int number, RecordReceiptRequest request, CancellationToken cancellation) =>
        change.PartyAsync(caller, caseId, number, request.RequestId,
            (one, by) => one.Receive(by, new(request.AmountFen, request.On, request.Note, IsPart: request.IsPart)), cancellation);
}
