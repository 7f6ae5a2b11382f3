using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Archive;

/// <summary>
/// Whoever keeps the files takes a copy of the mediator's file of an ended case (人民调解法 27): application, exhibits, agreement, performance. His own right
/// is asked at each part; what was said in the rooms is not part of it, for he was never on a roster.
/// </summary>
internal sealed class KeepersAccess : CaseAccess
{
    public override async Task<CaseFacts> GetAsync(OdrDb db, Caller caller, Guid caseId, CancellationToken cancellation, params SecuredObject[] what)
    {
        var facts = await base.GetAsync(db, caller, caseId, cancellation, SecuredObject.CaseFileCopy);
        return facts with { Relation = CaseRelation.Mediator, PersonId = facts.Case.MediatorPersonId ?? facts.PersonId };
    }
}
